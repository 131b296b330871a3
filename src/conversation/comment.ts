import { weigh } from './weigh.js';
import { asksSomething } from './reading/asks.js';
import { chanceOf } from './reading/reading.js';
import { button, buttons } from './replies.js';
import type { ServiceSwitch } from './service-switch.js';
import { answered, procedureOf, type Answered, type Turn } from './turn.js';
import type { CandidateKind } from './candidates/candidate.js';
import type { DialogueAct } from '../content/dialogue-acts.js';
import type { Procedure } from '../content/types.js';
import { say } from './wording/say.js';

/** For a private reply to a comment (messenger facts, section 3.11); the last minutes are left alone. */
const WINDOW_MS = (7 * 24 * 60 - 5) * 60 * 1000;
/** A reply that nobody asked for must be sure (calibrated chances): of the matter, and that it is the office's at all. */
const SURE = 0.9;
const OURS = 0.9;
const ABOUT_MATTERS: readonly CandidateKind[] = ['guide', 'facet', 'question', 'decision'];
/** Who vents, or asks how to pay less than is due, is not written to. */
const UNFIT: readonly DialogueAct[] = ['danger', 'complain', 'angry', 'insult', 'evasion'];
const MAX_UNFIT = 0.3;

/**
 * A comment under a post gets one private reply where it surely asks about a procedure; one with personal data is invited
 * to write privately, whatever it asks. All else is left alone. Nothing of it is remembered.
 */
export function answerComment(turn: Turn, service: ServiceSwitch | null): Answered {
  const { event, now, content, settings } = turn;
  const { authority } = settings;
  const isLate = now.getTime() - event.sentAt.getTime() > WINDOW_MS;
  const isQuiet = (content.quietPosts ?? []).some((post) => isPost(event.post, post));
  const isHeld = service !== null && service.mode !== 'on' && service.mode !== 'notice';
  if (isLate || isQuiet || isHeld) return answered('ignored_comment', []);
  if (event.text === undefined)
    return answered('ignored_comment_invited', [
      buttons(say(turn, 'comment_private', { authority }), [
        button(say(turn, 'button_start'), { kind: 'start' }),
      ]),
    ]);
  const procedure = surelyAsked(turn);
  if (procedure === undefined) return answered('ignored_comment', []);
  const words = say(turn, 'comment_answer', { authority, entry: procedure.name });
  const open = button(procedure.button, { kind: 'open', procedure: procedure.id });
  return answered('ignored_comment_answered', [buttons(words, [open])], { procedure: procedure.id });
}

/** What is opened is the matter itself, so its own chance counts; how well an answer fits may be told in the conversation. */
function surelyAsked(turn: Turn): Procedure | undefined {
  const { reading } = turn;
  if (!asksSomething(reading.said) && reading.questionType === undefined) return undefined;
  if (reading.match.inScope < OURS || chanceOf(reading, ...UNFIT) > MAX_UNFIT) return undefined;
  const { judgement, topics } = weigh(turn);
  const [topic] = topics;
  const isAboutMatter = judgement.decision === 'answer' && ABOUT_MATTERS.includes(judgement.winner.kind);
  return isAboutMatter && topic !== undefined && topic.chance >= SURE
    ? procedureOf(turn, topic.entry)
    : undefined;
}

/** A post is named by its whole id, `page_post`, or as its address shows it. */
function isPost(id: string | undefined, named: string): boolean {
  return id !== undefined && (id === named || id.endsWith(`_${named}`));
}
