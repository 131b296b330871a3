import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What the bot says of itself and how citizens take part in a talk: one for all, so that no copy grows stale. */
const SHIPPED = ['intents/shared/dialogue-acts.yml', 'procedures/shared/sentences.yml'];

const folders = new Set<string>();
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of a content root of the tests with the shipped files that it lacks; gone when the process ends. */
export function contentFolder(base: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'dong-hanh-content-'));
  cpSync(join(ROOT, base), folder, { recursive: true });
  for (const file of SHIPPED) cpSync(join(ROOT, file), join(folder, file));
  folders.add(folder);
  return folder;
}
