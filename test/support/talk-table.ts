import { expect } from 'chai';
import { encodePayload } from '../../src/conversation/payloads.js';
import type { ContentSnapshot } from '../../src/conversation/ports.js';
import { Citizen } from './citizen.js';

const NOW = new Date('2026-11-27T02:00:00Z');
const PAUSE_MS = 20_000;

export interface TalkRow {
  /** The guide that lies open. */
  within?: string;
  before?: string[];
  say: string;
  shows: RegExp;
  hides?: RegExp;
}

/** A test for each talk: what is said last in it, and what the citizen then reads. */
export function talkTable(knowledge: () => Promise<ContentSnapshot>, rows: readonly TalkRow[]): void {
  for (const { within, before = [], say, shows, hides } of rows) {
    const opened = within === undefined ? '' : `within ${within}, `;
    it(`${opened}${[...before, say].map((words) => `“${words}”`).join(', then ')}`, async () => {
      const citizen = new Citizen(await knowledge(), { now: NOW });
      if (within !== undefined) {
        const payload = encodePayload({ kind: 'open', procedure: within });
        await citizen.send({ kind: 'button', text: '', payload });
      }
      for (const words of before) {
        citizen.wait(PAUSE_MS);
        await citizen.say(words);
      }
      citizen.wait(PAUSE_MS);
      const screen = await citizen.say(say);
      expect(screen).to.match(shows);
      if (hides !== undefined) expect(screen).not.to.match(hides);
    });
  }
}
