import { expect } from 'chai';
import { loadContent } from '../../src/content/load.js';
import type { Knowledge } from '../../src/conversation/ports.js';
import { trainUnderstanding } from '../../src/train-understanding.js';
import { playFirst, readFirstMessages, type Fate } from '../support/first-messages/play.js';
import { TODAY } from '../support/labelled-turns/play.js';

describe('the first message of a citizen, held out from all that is learned', function () {
  // The real content is learned first; that takes as long as the machine needs.
  this.timeout(0);
  let knowledge: ReturnType<Knowledge['current']>;

  before(async () => {
    const { content, problems } = await loadContent('.', TODAY);
    if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    knowledge = { content, ...(await trainUnderstanding(content, 'node_modules/.cache/models')) };
  });

  /** Shares of 1, by what becomes of the messages of one file that are ours, or that are not. */
  async function shares(file: string, ours: boolean): Promise<(fate: Fate) => number> {
    const messages = (await readFirstMessages(file)).filter(({ intent }) => (intent !== null) === ours);
    const fates: Fate[] = [];
    for (const message of messages) fates.push((await playFirst(knowledge, message)).fate);
    return (fate) => fates.filter((one) => one === fate).length / fates.length;
  }

  it('is answered in its matter, seldom in another, and hardly ever declined, when it is an everyday one', async () => {
    const share = await shares('messages.jsonl', true);
    expect(share('right'), 'right').to.be.at.least(FLOORS.everyday.right);
    expect(share('wrong'), 'wrong').to.be.at.most(FLOORS.everyday.wrong);
    expect(share('declined'), 'declined').to.be.at.most(FLOORS.everyday.declined);
  });

  it('is answered in its matter, or one of its two, when it is a hard one', async () => {
    const share = await shares('hard-messages.jsonl', true);
    expect(share('right'), 'right').to.be.at.least(FLOORS.hard.right);
    expect(share('wrong'), 'wrong').to.be.at.most(FLOORS.hard.wrong);
    expect(share('declined'), 'declined').to.be.at.most(FLOORS.hard.declined);
  });

  it('is declined, or sent to the office that is competent, when it is none of ours', async () => {
    const [plain, hard] = [
      await shares('out-of-scope.jsonl', false),
      await shares('hard-messages.jsonl', false),
    ];
    expect(plain('declined'), 'everyday strangers').to.be.at.least(FLOORS.strangers.everyday);
    expect(hard('declined'), 'harder strangers').to.be.at.least(FLOORS.strangers.hard);
  });
});

/** What was reached, less what a few new examples may move. */
const FLOORS = {
  everyday: { right: 0.89, wrong: 0.06, declined: 0.025 },
  hard: { right: 0.87, wrong: 0.075, declined: 0.04 },
  strangers: { everyday: 0.9, hard: 0.85 },
} as const;
