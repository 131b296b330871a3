import { expect } from 'chai';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContent } from '../../../src/content/load.js';
import type { Content } from '../../../src/content/types.js';
import { englishReply } from '../../../src/conversation/wording/english.js';
import { ONCE_CHECKED } from '../../support/days.js';

const ROOT = join(fileURLToPath(new URL('../../../', import.meta.url)));
/** What foreigners ask most is answered in English at once. */
const SUMMARISED = 15;

describe('An English message', () => {
  let content: Content;
  let turn: Parameters<typeof englishReply>[0];

  before(async () => {
    const loaded = await loadContent(ROOT, ONCE_CHECKED);
    if (loaded.content === null) throw new Error('The content has errors: run "npm run content:check".');
    content = loaded.content;
    turn = { content, state: {} } as Parameters<typeof englishReply>[0];
  });

  it('finds every entry under an English name, and the most asked ones with a summary', () => {
    const entries = [...content.procedures.values()];
    expect(entries.filter(({ nameEn }) => nameEn === undefined).map(({ id }) => id)).to.deep.equal([]);
    expect(entries.filter(({ summaryEn }) => summaryEn !== undefined)).to.have.length.of.at.least(SUMMARISED);
  });

  it('is told that a machine answers, that the guides are Vietnamese, and the answer in short', () => {
    const reply = englishReply(turn, 'the tax office', content.procedures.get('hoan-thue-tncn'));
    expect(reply).to.include('automatic assistant').and.to.include('My guides are in Vietnamese');
    expect(reply).to.include('Refund of overpaid personal income tax').and.to.include('02/QTT-TNCN');
    expect(reply).not.to.match(/[{}]/);
  });

  it('is told the name of an entry without a summary, and of no entry when none fits', () => {
    expect(englishReply(turn, 'the tax office', content.procedures.get('thue-tndn'))).to.include(
      'Corporate income tax',
    );
    expect(englishReply(turn, 'the tax office', undefined)).to.include('did not find a tax matter');
  });
});
