import { expect } from 'chai';
import type { Content } from '../../../src/content/types.js';
import { LiveKnowledge } from '../../../src/conversation/live-knowledge.js';
import { Citizen } from '../../support/citizen.js';
import { SAMPLE_CONTENT } from '../../support/sample-content.js';
import { understandingOf } from '../../support/trained.js';

const NOW = new Date('2026-11-23T03:00:00Z');
const MESSAGES = [
  'hoàn thuế có mất phí không',
  'đăng ký mã số thuế cần giấy tờ gì',
  'dạ em hỏi chút, chậm nộp bị phạt sao',
];

const changed = (): Content => ({
  ...SAMPLE_CONTENT,
  version: 'changed',
  intents: new Map(
    [...SAMPLE_CONTENT.intents].map(([id, intent]) => [id, { ...intent, examples: [...intent.examples] }]),
  ),
});

/** Every text that the matchers read from now on. */
function readsOf(knowledge: LiveKnowledge): string[] {
  const reads: string[] = [];
  const { matcher } = knowledge.current();
  const read = matcher.read.bind(matcher);
  matcher.read = (text) => {
    reads.push(text);
    return read(text);
  };
  return reads;
}

/** What is read for the message of a citizen who has said nothing before. */
async function readFor(message: string, knowledge: LiveKnowledge, reads: string[]): Promise<string[]> {
  const before = reads.length;
  await new Citizen(knowledge.current(), { now: NOW }).say(message);
  return reads.slice(before);
}

describe('the content in use', () => {
  const start = () =>
    LiveKnowledge.start(SAMPLE_CONTENT, (content) => Promise.resolve(understandingOf(content)), {
      now: () => NOW,
    });

  async function firstTurnsReadNoMoreThanLaterOnes(knowledge: LiveKnowledge): Promise<void> {
    const reads = readsOf(knowledge);
    const first: string[][] = [];
    for (const message of MESSAGES) first.push(await readFor(message, knowledge, reads));
    for (const [at, message] of MESSAGES.entries())
      expect(first[at], message).to.deep.equal(await readFor(message, knowledge, reads));
  }

  it('is prepared before the first citizen writes', async () => {
    await firstTurnsReadNoMoreThanLaterOnes(await start());
  });

  it('changes only once the new content is prepared; the old one answers until then', async () => {
    const knowledge = await start();
    const swapping = knowledge.swap(changed());
    await Promise.resolve();
    expect(knowledge.current().content).to.equal(SAMPLE_CONTENT);
    expect(await swapping).to.equal(true);
    expect(knowledge.current().content.version).to.equal('changed');
    await firstTurnsReadNoMoreThanLaterOnes(knowledge);
  });
});
