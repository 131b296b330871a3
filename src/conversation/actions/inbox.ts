import { handoverSummary } from '../handover-summary.js';
import { text } from '../replies.js';
import { waitBegins } from '../state/inbox-wait.js';
import { ownedBy } from '../state/thread-owner.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import { contactLines } from './talk.js';

/** Whether a wish for a person leads to the Page's inbox, where the channel has one. */
export function answersInInbox({ settings, event }: Turn): boolean {
  return settings.answersIn === 'page_inbox' && settings.channels[event.channel].inbox;
}

/** The conversation goes to the Page's inbox. From now on no text of it is kept here, so there is nothing to agree to. */
export function passToInbox(turn: Turn): Answered {
  const summary = handoverSummary(turn);
  const { authority } = turn.settings;
  delete turn.state.waiting;
  ownedBy(turn, 'inbox');
  waitBegins(turn);
  const words = [say(turn, 'inbox_passed', { authority }), ...contactLines(turn)].join('\n');
  return { ...answered('handed_over_person', [text(words)]), handover: { act: 'pass', summary } };
}
