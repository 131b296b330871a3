import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadContent } from '../../src/content/load.js';
import type { Knowledge } from '../../src/conversation/ports.js';
import { trainUnderstanding } from '../../src/train-understanding.js';
import { Citizen } from '../support/citizen.js';
import { playTalk, readTalk } from '../support/talk.js';

const FOLDER = 'test/conversations/talks';
const MODELS = 'node_modules/.cache/models';
const TODAY = '2026-11-27';
const NOW = new Date('2026-11-27T02:00:00Z');

describe('talks: whole conversations on the real content, marked turn by turn', function () {
  // The real content is learned first; that takes as long as the machine needs.
  this.timeout(0);
  let knowledge: ReturnType<Knowledge['current']>;
  let floor: Record<string, number>;

  before(async () => {
    const { content, problems } = await loadContent('.', TODAY);
    if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    knowledge = { content, ...(await trainUnderstanding(content, MODELS)) };
    floor = JSON.parse(await readFile(join(FOLDER, 'floor.json'), 'utf8')) as Record<string, number>;
  });

  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yml'))) {
    const name = file.replace('.yml', '');
    it(`${name.replaceAll('-', ' ')} earns no fewer marks than before`, async () => {
      const marked = await playTalk(
        new Citizen(knowledge, { known: false, now: NOW }),
        await readTalk(join(FOLDER, file)),
      );
      const sum = marked.reduce((total, { marks }) => total + marks, 0);
      const lost = marked.filter(({ marks }) => marks < 2);
      const shown = lost.map(({ turn, marks, screen }) => `» ${turn} (${marks})\n${screen}`).join('\n\n');
      expect(sum, shown).to.be.at.least(floor[name] ?? 2 * marked.length);
    });
  }
});
