import { entryOf } from '../content/entry-of-intent.js';
import type { Candidate } from './candidates/candidate.js';
import { answerShortly } from './guide/aspect-answer.js';
import { after } from './lines.js';
import type { AnsweredPart, UnderstoodPart } from './message-parts.js';
import { choice, text } from './replies.js';
import { procedureOf, type Answered, type Turn } from './turn.js';
import type { Choice, Reply } from './types.js';
import { say } from './wording/say.js';

/** A guide among several answers is told by its summary: the whole of it is behind a button. */
export function briefly(part: AnsweredPart): AnsweredPart {
  const { turn, weighed } = part;
  const { judgement } = weighed;
  if (judgement.decision !== 'answer' || judgement.winner.kind !== 'guide') return part;
  const { winner } = judgement;
  const procedure = procedureOf(turn, winner.entry);
  if (procedure === undefined) return part;
  const answer = (): Answered => {
    turn.state.last = { kind: 'guide', entry: procedure.id };
    return answerShortly(turn, procedure);
  };
  return { turn, weighed: { ...weighed, judgement: { ...judgement, winner: { ...winner, answer } } } };
}

/** Two answers in one, briefly; counted as the first. */
export function together(one: Answered, two: Answered): Answered {
  return { ...one, replies: [...one.replies.slice(0, 1), ...two.replies.slice(0, 1)] };
}

/** A second matter that the matcher found in the message, and that the answer is not about, is offered behind it. */
export function offeringSecond(turn: Turn, said: Answered, winner: Candidate | undefined): Answered {
  const { intent, second, decision } = turn.reading.match;
  const last = said.replies.at(-1);
  if (second === undefined || decision !== 'answer' || winner?.entry === undefined || last === undefined)
    return said;
  const entries = [intent, second.intent].map((id) => entryOf(turn.content.intents.get(id ?? '')));
  const other = procedureOf(
    turn,
    entries.find((entry) => entry !== winner.entry),
  );
  if (other === undefined || !entries.includes(winner.entry)) return said;
  const offer = choice(other.button, { kind: 'open', procedure: other.id });
  const quickReplies = [offer, ...(last.quickReplies ?? []).filter(({ title }) => title !== offer.title)];
  return { ...said, replies: [...said.replies.slice(0, -1), { ...last, quickReplies }] };
}

/** The matters by name in front of the first answer, which is one message; those it does not answer are quick replies. */
export function namingMatters(
  turn: Turn,
  matters: readonly UnderstoodPart[],
  isAnswered: (part: UnderstoodPart) => boolean,
  said: Answered,
): Answered {
  const [first, ...others] = said.replies;
  const titles = matters.map((part) => `“${titleOf(turn, part)}”`).join(', ');
  if (first === undefined || titles === '') return said;
  const offered = matters.filter((part) => !isAnswered(part)).map((part) => offerOf(turn, part));
  const count = String(matters.length);
  if (offered.length === 0) {
    const lead = after(say(turn, 'several_answered', { count, matters: titles }), first);
    return { ...said, replies: [lead, ...others] };
  }
  const lead = after(say(turn, 'several_matters', { count, matters: titles }), asText(first, offered));
  return { ...said, replies: [lead] };
}

/** Buttons leave little room for words: they become quick replies behind those offered. */
function asText(reply: Reply, offered: readonly Choice[]): Reply {
  const own = reply.kind === 'buttons' ? reply.buttons : [];
  const pressed = own.flatMap((one) =>
    one.type === 'reply' ? [{ title: one.title, payload: one.payload }] : [],
  );
  const { text: words, lines } = reply;
  return text({ text: words, ...(lines === undefined ? {} : { lines }) }, [
    ...offered,
    ...pressed,
    ...(reply.quickReplies ?? []),
  ]);
}

function titleOf(turn: Turn, { winner, entry }: UnderstoodPart): string {
  const intent = turn.content.intents.get(winner.intent ?? '');
  return procedureOf(turn, entry)?.button ?? intent?.button ?? winner.about;
}

/** What leads to the answer that was found, in values and words that staff wrote, never in the citizen's. */
function offerOf(turn: Turn, part: UnderstoodPart): Choice {
  const { winner, entry } = part;
  const title = titleOf(turn, part);
  if (winner.kind === 'decision') {
    const told = part.weighed.told.each?.get(winner.about)?.facts[0];
    if (told !== undefined) {
      const value = JSON.stringify(told.value);
      return choice(title, { kind: 'fact', decision: winner.about, fact: told.fact, value });
    }
  }
  const [, number] = winner.kind === 'question' ? winner.about.split('#') : [];
  if (entry === undefined) return choice(title, { kind: 'intent', intent: winner.intent ?? '' });
  return number === undefined
    ? choice(title, { kind: 'open', procedure: entry })
    : choice(title, { kind: 'question', procedure: entry, index: Number(number) - 1 });
}
