import type { ConversationState, OpenGuide } from '../types.js';

/** How many guides that were left for another are remembered for "quay lại". */
const MOST_SUSPENDED = 3;

export function newConversation(): ConversationState {
  return { consent: { choice: 'unasked' }, stopped: false, suspended: [] };
}

/** What is left after everything was deleted while another had the conversation: that it has, and what is still to be said. */
export function leftAfterDeletion({
  thread,
  silentUntil,
  inboxWait,
  stopped,
}: ConversationState): ConversationState | undefined {
  if (thread === undefined) return undefined;
  const until = silentUntil === undefined ? {} : { silentUntil };
  const wait = inboxWait === undefined ? {} : { inboxWait };
  return { ...newConversation(), stopped, thread, ...until, ...wait };
}

/** Opens `guide`; the one that was open and not read to its end can be come back to. */
export function openGuide(state: ConversationState, guide: OpenGuide): void {
  const left = state.guide;
  state.suspended = state.suspended.filter(({ procedure }) => procedure !== guide.procedure);
  if (left !== undefined && left.procedure !== guide.procedure && left.part !== 'basis') {
    state.suspended = [
      ...state.suspended.filter(({ procedure }) => procedure !== left.procedure),
      left,
    ].slice(-MOST_SUSPENDED);
  }
  state.guide = guide;
  state.topic = guide.procedure;
}

/**
 * Goes back to the guide left last, or to the one named; `undefined` when there is none. The one that is left for it
 * goes to the far end, so that going back again leads further back and not to and fro.
 */
export function resumeGuide(state: ConversationState, procedure?: string): OpenGuide | undefined {
  const guide =
    procedure === undefined
      ? state.suspended.at(-1)
      : state.suspended.find((suspended) => suspended.procedure === procedure);
  if (guide === undefined) return undefined;
  const others = state.suspended.filter((suspended) => suspended !== guide);
  openGuide(state, guide);
  const left = state.suspended.filter((suspended) => !others.includes(suspended));
  state.suspended = [...left, ...others];
  return guide;
}

/** Whether a message's masked text may outlive its answer (design, "Which is the truth"). */
export function keepsText(state: ConversationState, consentMode: 'ask' | 'notice'): boolean {
  return consentMode === 'notice' ? state.consent.choice !== 'no' : state.consent.choice === 'yes';
}
