import { createAnswer } from '../../conversation/answer.js';
import type { Watch } from '../../conversation/decide-answer.js';
import type { Bookings, Knowledge } from '../../conversation/ports.js';
import type { ConversationSettings } from '../../conversation/turn.js';
import type { CitizenEvent, ConversationState, TurnResult } from '../../conversation/types.js';
import type { MaskedWords } from '../../privacy/types.js';
import type { Clock } from '../../shared/clock.js';
import { unkeptBookings, unkeptRequests } from './unkept.js';

/** What whoever tries the bot did: typed something (masked), or pressed a button. */
export type TrialStep = { typed: MaskedWords } | { pressed: { title: string; payload?: string } };

/** One step, and what the bot made of it. */
export interface TrialTurn {
  step: TrialStep;
  result: TurnResult;
  /** What is remembered after it; `null`: everything was deleted. */
  state: ConversationState | null;
  /** What was weighed; absent where nothing is, as for most buttons. */
  weighed?: { whole: Parameters<Watch>[0]; parts: Parameters<Watch>[1] };
}

export interface Trial {
  /** The whole conversation, from its first step on, with what the bot knows now. */
  play(steps: readonly TrialStep[]): Promise<TrialTurn[]>;
}

interface TrialDependencies {
  knowledge: Knowledge;
  openSlots: Bookings['openSlots'];
  settings: ConversationSettings;
  clock: Clock;
}

/** Of a conversation that reaches nobody: it has no inbox, no record and no place in the statistics. */
const ORIGIN = { channel: 'web', conversationId: 'thu', pageId: 'thu', address: 'thu' } as const;

/**
 * Conversations of staff with the bot, answered as citizens' are. Nothing of them is stored: each time the steps are
 * played anew, so their state lives in the page that sends them. The office's switch does not apply.
 */
export function createTrial({ knowledge, openSlots, settings, clock }: TrialDependencies): Trial {
  return {
    async play(steps) {
      const known = knowledge.current();
      const now = clock.now();
      const seen: Pick<TrialTurn, 'weighed'> = {};
      const answer = createAnswer({
        knowledge: { current: () => known },
        requests: unkeptRequests(),
        bookings: unkeptBookings(openSlots),
        clock: { now: () => now },
        settings,
        watch: (whole, parts) => (seen.weighed = { whole, parts }),
      });
      const turns: TrialTurn[] = [];
      for (const [place, step] of steps.entries()) {
        delete seen.weighed;
        const before = turns.at(-1)?.state ?? undefined;
        const result = await answer(eventOf(step, place, now), before);
        const state = result.deleteData === true ? null : result.state;
        turns.push({ step, result, state, ...seen });
      }
      return turns;
    },
  };
}

function eventOf(step: TrialStep, place: number, now: Date): CitizenEvent {
  const common = { ...ORIGIN, key: `thu-${place}`, sentAt: now, receivedAt: now, sequence: place };
  if ('typed' in step) return { ...common, kind: 'text', ...step.typed };
  const { title, payload } = step.pressed;
  return { ...common, kind: 'button', text: title, ...(payload === undefined ? {} : { payload }) };
}
