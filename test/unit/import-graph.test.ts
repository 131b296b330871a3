import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect } from 'chai';

/** Rooms and what each may import besides itself; an arrow that is not here fails. */
const ROOMS: Record<string, readonly string[]> = {
  shared: [],
  privacy: ['shared'],
  'intent-matching': ['shared'],
  content: ['intent-matching', 'privacy', 'shared'],
  conversation: ['content', 'intent-matching', 'privacy', 'shared'],
  accounts: ['shared'],
  'staff-work': ['conversation', 'content', 'intent-matching', 'privacy', 'shared'],
  records: ['accounts', 'staff-work', 'conversation', 'content', 'privacy', 'shared'],
  posters: ['content', 'shared'],
  messenger: ['conversation', 'content', 'privacy', 'shared'],
  statistics: ['conversation', 'content', 'records', 'privacy', 'shared'],
  http: [
    'accounts',
    'conversation',
    'content',
    'intent-matching',
    'privacy',
    'statistics',
    'staff-work',
    'shared',
  ],
};

/** Outside tools and the rooms that may know them. */
const TOOLS: readonly (readonly [tool: RegExp, rooms: readonly string[]])[] = [
  [/^mongoose$/, ['records', 'statistics']],
  [/^express(-.*)?$|^helmet$/, ['http', 'messenger']],
  [/^bot(kit|builder)/, ['messenger']],
  [/^(fontkit|pdfkit|qr)$/, ['posters']],
  [/^natural(\/|$)/, ['intent-matching']],
  [/^openid-client$|^@zxcvbn-ts/, ['accounts']],
  [/^eta$/, ['http']],
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

const roomOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1];
const inside = imports.filter(({ to }) => to.startsWith('src/'));

describe('the import graph', () => {
  it('has only the arrows of the design', () => {
    const wrong = inside.filter(({ from, to }) => {
      const [source, target] = [roomOf(from), roomOf(to)];
      if (source === undefined || source === 'commands' || source === target) return false;
      return target === undefined || ROOMS[source]?.includes(target) !== true;
    });
    expect(wrong).to.deep.equal([]);
  });

  it('lets nothing but the composition root (files directly under src) join the rooms, and commands import all but the start', () => {
    const wrong = inside.filter(({ from, to }) => {
      if (to === 'src/main.js') return true;
      return to === 'src/app.js' && from !== 'src/main.ts' && roomOf(from) !== 'commands';
    });
    expect(wrong).to.deep.equal([]);
  });

  it('keeps each outside tool in its rooms', () => {
    const wrong = imports.filter(({ from, to }) => {
      const rooms = TOOLS.find(([tool]) => tool.test(to))?.[1];
      return rooms !== undefined && !rooms.includes(roomOf(from) ?? '');
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

  it('knows every room', () => {
    const rooms = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...Object.keys(ROOMS), 'commands']).to.include.members(rooms);
  });
});
