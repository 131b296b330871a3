import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect } from 'chai';

/** Modules and what each may import besides itself; an arrow that is not here fails. */
const MODULES: Record<string, readonly string[]> = {
  shared: [],
  privacy: ['shared'],
  'intent-matching': ['shared'],
  content: ['intent-matching', 'privacy', 'shared'],
  conversation: ['content', 'intent-matching', 'privacy', 'shared'],
  turns: ['conversation', 'shared'],
  accounts: ['shared'],
  'staff-work': ['conversation', 'content', 'intent-matching', 'privacy', 'shared'],
  alerts: ['staff-work', 'conversation', 'shared'],
  records: ['alerts', 'staff-work', 'accounts', 'turns', 'conversation', 'content', 'shared'],
  posters: ['content', 'shared'],
  messenger: ['turns', 'conversation', 'privacy', 'shared'],
  statistics: ['records', 'conversation', 'content', 'shared'],
  http: [
    'statistics',
    'posters',
    'staff-work',
    'accounts',
    'turns',
    'conversation',
    'content',
    'intent-matching',
    'privacy',
    'shared',
  ],
};

/** They start the product, so they may import whatever it is made of. */
const JOINING: readonly string[] = ['commands', 'simulator'];

/** Outside tools and the modules that may know them. */
const TOOLS: readonly (readonly [tool: RegExp, modules: readonly string[]])[] = [
  [/^mongoose$/, ['records', 'statistics']],
  [/^express(-.*)?$|^helmet$/, ['http', 'messenger']],
  [/^bot(kit|builder)/, ['messenger']],
  [/^(fontkit|pdfkit|qr)$/, ['posters']],
  [/^natural(\/|$)/, ['intent-matching']],
  [/^openid-client$|^@zxcvbn-ts/, ['accounts']],
  [/^nodemailer$/, ['alerts']],
  [/^eta$/, ['http']],
  [/^prom-client$/, ['shared']],
  [/^cookie$/, ['http']],
  [/^(@seald-io\/nedb|mingo)/, ['records', 'statistics']],
];

interface Import {
  from: string;
  to: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

const imports: Import[] = sourceFiles('src').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({
    from: file,
    to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to,
  })),
);

type Arrow = readonly [from: string, to: string];

/** The first cycle found, as the way around; empty where there is none. */
function cycleIn(arrows: readonly Arrow[]): string[] {
  const targets = new Map<string, string[]>();
  for (const [from, to] of arrows) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (at: string, path: readonly string[]): string[] => {
    if (path.includes(at)) return [...path.slice(path.indexOf(at)), at];
    if (done.has(at)) return [];
    done.add(at);
    for (const to of targets.get(at) ?? []) {
      const cycle = visit(to, [...path, at]);
      if (cycle.length > 0) return cycle;
    }
    return [];
  };
  for (const from of targets.keys()) {
    const cycle = visit(from, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

const moduleOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];
const inside = imports.filter(({ to }) => to.startsWith('src/'));

describe('the import graph', () => {
  it('has only the arrows of the design', () => {
    const wrong = inside.filter(({ from, to }) => {
      const [source, target] = [moduleOf(from), moduleOf(to)];
      if (source === undefined || JOINING.includes(source) || source === target) return false;
      return target === undefined || MODULES[source]?.includes(target) !== true;
    });
    expect(wrong).to.deep.equal([]);
  });

  it('allows only what is used', () => {
    const used = new Set(inside.map(({ from, to }) => `${moduleOf(from)} → ${moduleOf(to)}`));
    const allowed = Object.entries(MODULES).flatMap(([module, others]) =>
      others.map((to) => `${module} → ${to}`),
    );
    expect(allowed.filter((arrow) => !used.has(arrow))).to.deep.equal([]);
  });

  it('has no cycle between modules, nor between files', () => {
    expect(cycleIn(inside.map(({ from, to }) => [from, to.replace(/\.js$/, '.ts')]))).to.deep.equal([]);
    const modules = Object.entries(MODULES).flatMap(([module, others]) =>
      others.map((to): Arrow => [module, to]),
    );
    expect(cycleIn(modules)).to.deep.equal([]);
  });

  it('lets nothing in the product know the simulator: it is for trying and for tests', () => {
    const wrong = inside.filter(
      ({ from, to }) => moduleOf(to) === 'simulator' && !JOINING.includes(moduleOf(from) ?? ''),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('lets nothing but the composition root (files directly under src) join the modules; commands and the simulator import all but the start', () => {
    const wrong = inside.filter(({ from, to }) => {
      if (to === 'src/main.js') return true;
      return to === 'src/app.js' && from !== 'src/main.ts' && !JOINING.includes(moduleOf(from) ?? '');
    });
    expect(wrong).to.deep.equal([]);
  });

  it('keeps each outside tool in its modules', () => {
    const wrong = imports.filter(({ from, to }) => {
      const modules = TOOLS.find(([tool]) => tool.test(to))?.[1];
      return modules !== undefined && !modules.includes(moduleOf(from) ?? '');
    });
    expect(wrong).to.deep.equal([]);
  });

  it('loads natural by its folders, never by its index', () => {
    expect(imports.filter(({ to }) => to === 'natural')).to.deep.equal([]);
  });

  it('has one reader of the environment', () => {
    const readers = sourceFiles('src').filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    expect(readers).to.deep.equal(['src/config.ts']);
  });

  it('knows every module', () => {
    const modules = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...Object.keys(MODULES), ...JOINING]).to.include.members(modules);
  });
});
