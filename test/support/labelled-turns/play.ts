import { encodePayload } from '../../../src/conversation/payloads.js';
import type { ContentSnapshot } from '../../../src/conversation/ports.js';
import type { ConversationState } from '../../../src/conversation/types.js';
import { Citizen } from '../citizen.js';
import { missedOf } from './marks.js';
import type { Before, LabelledTurn } from './labels.js';

export const NOW = new Date('2026-11-27T02:00:00Z');
export const TODAY = '2026-11-27';
const BETWEEN_MS = 20_000;
const PLACE = 'Thuế thành phố Đà Nẵng';
const SLOTS = [
  { date: '2026-11-28', start: '08:00', end: '09:00', place: PLACE, capacity: 3 },
  { date: '2026-11-28', start: '09:00', end: '10:00', place: PLACE, capacity: 3 },
];

export interface Played {
  turn: LabelledTurn;
  /** What of the label the answer misses; empty: right. */
  missed: string[];
  screen: string;
}

type Context = Pick<LabelledTurn, 'open' | 'before'>;

/** Plays labelled turns with the conversation itself; what stands before several of them is played once. */
export class TurnPlayer {
  /** States by what was said; `null` where a request or a booking was left outside of the state, so that it is played anew. */
  private readonly known = new Map<string, ConversationState | null>();

  constructor(private readonly knowledge: ContentSnapshot) {}

  async play(turn: LabelledTurn): Promise<Played> {
    const citizen = await this.after(turn);
    const before = citizen.state;
    const screen = await citizen.say(turn.say);
    const result = citizen.last;
    if (result === undefined) throw new Error(`no answer to “${turn.say}”`);
    this.remember({ ...turn, before: [...turn.before, turn.say] }, citizen);
    return { turn, missed: missedOf(turn.label, { result, before, screen }, this.knowledge.content), screen };
  }

  /** A citizen who has said what stands before a turn; a breath passes between two messages. */
  private async after(context: Context): Promise<Citizen> {
    const known = this.known.get(keyOf(context));
    const citizen = new Citizen(this.knowledge, { now: NOW, slots: SLOTS });
    citizen.wait(BETWEEN_MS * (context.before.length + 1));
    if (known) {
      citizen.state = known;
      return citizen;
    }
    citizen.now = NOW;
    if (context.open !== undefined) await open(citizen, context.open);
    for (const one of context.before) {
      citizen.wait(BETWEEN_MS);
      await (typeof one === 'string' ? citizen.say(one) : citizen.press(one.press));
    }
    citizen.wait(BETWEEN_MS);
    this.remember(context, citizen);
    return citizen;
  }

  private remember(context: Context, citizen: Citizen): void {
    const isLeft = citizen.requests.filed.length > 0 || citizen.last?.outcome === 'answered_booking';
    const parent = { ...context, before: context.before.slice(0, -1) };
    const isWhole = this.known.get(keyOf(parent)) !== null || context.before.length === 0;
    this.known.set(keyOf(context), isLeft || !isWhole ? null : (citizen.state ?? null));
  }
}

function open(citizen: Citizen, procedure: string): Promise<string> {
  return citizen.send({ kind: 'button', text: 'Mở', payload: encodePayload({ kind: 'open', procedure }) });
}

function keyOf({ open: guide = '', before }: Context): string {
  return [guide, ...before.map((one: Before) => (typeof one === 'string' ? one : `[${one.press}]`))].join(
    '\n» ',
  );
}
