// npm run build: compiles src/ into dist/, only when something changed since; run in the program's folder. What is built
// starts from a folder that can't be written to.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FINGERPRINT = 'dist/.built-from';

const now = fingerprint();
if (!existsSync(FINGERPRINT) || readFileSync(FINGERPRINT, 'utf8') !== now) {
  rmSync(FINGERPRINT, { force: true });
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--build'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  removeOutdated();
  writeFileSync(FINGERPRINT, now);
}

/** By contents: a fresh clone or copy changes the times of all files. */
function fingerprint() {
  const hash = createHash('sha256');
  const inputs = ['tsconfig.json', 'package-lock.json', ...files('src')].filter((path) => existsSync(path));
  for (const path of inputs.sort()) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** Results of sources that are gone, as after an update. */
function removeOutdated() {
  for (const path of files('dist')) {
    const source = /^dist\/(.*)\.js(\.map)?$/.exec(path)?.[1];
    if (source !== undefined && !existsSync(`src/${source}.ts`)) rmSync(path);
  }
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
