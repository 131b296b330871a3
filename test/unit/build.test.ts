import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';

describe('npm run build', function () {
  this.timeout(600_000);
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dong-hanh-build-'));
    const light = { lib: ['es5'], types: [], skipLibCheck: true };
    const options = { module: 'nodenext', rootDir: 'src', outDir: 'dist', incremental: true, ...light };
    await mkdir(join(folder, 'src'));
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['src'] }),
    );
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await writeFile(join(folder, 'src/greeting.ts'), "export const greeting: string = 'chào';\n");
    await writeFile(join(folder, 'src/main.ts'), 'export const started: boolean = true;\n');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const build = () => spawnSync(process.execPath, [resolve('build.js')], { cwd: folder, encoding: 'utf8' });
  const changedAt = async (file: string) => (await stat(join(folder, file))).mtimeMs;

  it('writes nothing when nothing changed, and what changed when something did', async () => {
    expect(build().status).to.equal(0);
    const before = await Promise.all([changedAt('dist'), changedAt('dist/greeting.js')]);
    // A fresh copy of the same sources has other times.
    await writeFile(join(folder, 'src/main.ts'), await readFile(join(folder, 'src/main.ts')));
    expect(build().status).to.equal(0);
    expect(await Promise.all([changedAt('dist'), changedAt('dist/greeting.js')])).to.deep.equal(before);
    await writeFile(join(folder, 'src/greeting.ts'), "export const greeting: string = 'dạ chào';\n");
    expect(build().status).to.equal(0);
    expect(await readFile(join(folder, 'dist/greeting.js'), 'utf8')).to.include('dạ chào');
  });

  it('takes away what was built from a file that is gone', async () => {
    build();
    await rm(join(folder, 'src/greeting.ts'));
    build();
    expect(await readdir(join(folder, 'dist')))
      .to.include('main.js')
      .and.not.to.include('greeting.js');
  });

  it('fails on a wrong type, and again until it is mended', async () => {
    build();
    await writeFile(join(folder, 'src/main.ts'), "export const started: boolean = 'yes';\n");
    for (const attempt of [1, 2]) expect(build().status, `attempt ${attempt}`).not.to.equal(0);
    await writeFile(join(folder, 'src/main.ts'), 'export const started: boolean = false;\n');
    expect(build().status).to.equal(0);
  });
});

describe('What is installed without the development dependencies', () => {
  it('is all that compiling needs, types included', async function () {
    this.timeout(600_000);
    const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const listed = spawnSync(process.execPath, [compiler, '--listFilesOnly', '--project', 'tsconfig.json'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const read = listed.stdout
      .split('\n')
      .flatMap((line) => /node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(line)?.[1] ?? []);
    const used = [...new Set(read)].map((name) => `node_modules/${name}`);
    expect(used).to.include('node_modules/@types/node');
    expect(used.filter((path) => packages[path]?.dev === true)).to.deep.equal([]);
  });
});
