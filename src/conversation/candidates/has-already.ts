import { menuChoices } from '../actions/menu.js';
import type { Procedure } from '../../content/types.js';
import { tellsDone } from '../reading/done.js';
import { choice, menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { tellsOfOwn } from './stays-with-matter.js';
import { isInDanger, type TopicChance } from './topic-chance.js';

/** From this chance on it is what was done. */
const SURE = 0.6;
const TOLD = 0.9;

/** Who tells that they have or did already what an entry is about is not told how to do it: what comes after is offered. */
export function proposeHasAlready(turn: Turn, [first]: readonly TopicChance[]): Candidate[] {
  const { state, reading, content } = turn;
  if (state.topic !== undefined || state.waiting !== undefined || isInDanger(state, content)) return [];
  if (reading.asks || reading.isStory || reading.questionType !== undefined || reading.entities.length > 0)
    return [];
  const procedure = (first?.chance ?? 0) >= SURE ? procedureOf(turn, first?.entry) : undefined;
  const isFiled = procedure?.kind === 'procedure';
  if (!tellsDone(reading.said) && !(isFiled && has(turn))) return [];
  const answer = () => (isFiled ? next(turn, procedure) : whichNext(turn));
  return [{ kind: 'act', about: 'done_already', score: TOLD, answer }];
}

/** "Mở quán rồi, có giấy hộ kinh doanh đàng hoàng": behind a comma as well. */
function has({ reading, ...turn }: Turn): boolean {
  return [reading.said, ...reading.said.split(/[,;.\n]/u)].some((said) =>
    tellsOfOwn({ ...turn, reading: { ...reading, said } }),
  );
}

function next(turn: Turn, { id, button, related }: Procedure): Answered {
  turn.state.topic = id;
  const ways = related.flatMap((one) => procedureOf(turn, one) ?? []);
  const choices = ways.map((one) => choice(one.button, { kind: 'open', procedure: one.id }));
  const words = say(turn, 'has_already', { entry: button });
  return answered('asked_back_detail', [text(words, [...choices, menuChoice(turn), personChoice(turn)])], {
    procedure: id,
  });
}

/** What was done is not surely known. */
function whichNext(turn: Turn): Answered {
  return answered('asked_back_detail', [text(say(turn, 'has_done'), menuChoices(turn))]);
}
