import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentFolder } from '../../support/content-folder.js';

/** The small valid content root of the tests. */
export const FIXTURE_ROOT = contentFolder('test/fixtures/content');

/** A day on which nothing in the fixture is over. */
export const TODAY = '2026-11-24';

/** A copy of the fixture that may be changed; `remove` when done. */
export async function copyOfFixture(): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'dong-hanh-content-'));
  await cp(FIXTURE_ROOT, root, { recursive: true });
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
