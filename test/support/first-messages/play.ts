import { join } from 'node:path';
import { readMessages } from '../../../src/commands/json-lines.js';
import { entryOf } from '../../../src/content/entry-of-intent.js';
import type { Action } from '../../../src/content/types.js';
import type { Outcome } from '../../../src/conversation/outcome.js';
import type { ContentSnapshot } from '../../../src/conversation/ports.js';
import type { TurnResult } from '../../../src/conversation/types.js';
import type { LabelledMessage } from '../../../src/intent-matching/types.js';
import { Citizen } from '../citizen.js';

const FOLDER = 'test/content';
const NOW = new Date('2026-11-27T02:00:00Z');

/** The held-out messages by which the matcher is judged, each the first that a citizen writes. */
export const FIRST_MESSAGES = ['messages.jsonl', 'hard-messages.jsonl', 'out-of-scope.jsonl'] as const;

export function readFirstMessages(file: string): Promise<LabelledMessage[]> {
  return readMessages(join(FOLDER, file));
}

/**
 * What the whole bot makes of a first message: `right` opens the matter that was asked for (of two, either), `asked` asks
 * which is meant, `wrong` answers from another one, `declined` from none. Of what is not ours, `declined` is right, and
 * so are small talk and the name of the office that is competent.
 */
export type Fate = 'right' | 'asked' | 'wrong' | 'declined';

export interface FirstAnswer {
  message: LabelledMessage;
  fate: Fate;
  screen: string;
}

export async function playFirst(knowledge: ContentSnapshot, message: LabelledMessage): Promise<FirstAnswer> {
  const citizen = new Citizen(knowledge, { now: NOW });
  const screen = await citizen.say(message.text);
  const result = citizen.last;
  if (result === undefined) throw new Error(`no answer to “${message.text}”`);
  return { message, fate: fateOf(knowledge, message, result), screen };
}

function fateOf(knowledge: ContentSnapshot, { intent, also }: LabelledMessage, result: TurnResult): Fate {
  const { outcome, procedure } = result;
  if (outcome === 'asked_back_intents') return 'asked';
  if (outcome.startsWith('declined_')) return 'declined';
  if (intent === null) return isOfNoMatter(outcome) ? 'declined' : 'wrong';
  const wanted = [intent, ...(also === undefined ? [] : [also])].map((id) =>
    knowledge.content.intents.get(id),
  );
  const isRight = wanted.some((one) => {
    if (one === undefined) return false;
    if ('action' in one.target) return OUTCOMES_OF[one.target.action].includes(outcome);
    return procedure !== undefined && entryOf(one) === procedure;
  });
  return isRight ? 'right' : 'wrong';
}

function isOfNoMatter(outcome: Outcome): boolean {
  return outcome === 'answered_referral' || outcome === 'answered_small_talk';
}

/** How each action is answered; a deadline or an office may need a detail first. */
const OUTCOMES_OF: Readonly<Record<Action, readonly Outcome[]>> = {
  greeting: ['answered_small_talk'],
  thanks: ['answered_small_talk'],
  small_talk: ['answered_small_talk'],
  bot_or_human: ['answered_small_talk', 'answered_information'],
  talk_to_person: ['handed_over_person', 'asked_back_detail'],
  delete_data: ['asked_back_detail', 'handed_over_data_request'],
  office_lookup: ['answered_office', 'asked_back_detail'],
  office_hours: ['answered_calendar'],
  saturday: ['answered_calendar', 'answered_booking', 'asked_back_detail'],
  deadlines: ['answered_deadline', 'asked_back_detail'],
  hotline: ['answered_information'],
  request_status: ['answered_request_status'],
};
