import { fold } from '../../shared/fold.js';
import { foldedToAsk } from './question-words.js';
import { wordClasses } from './word-classes.js';

/** Longer than this, a message is a story with a question somewhere in it (words). */
const STORY_WORDS = 25;
const QUESTION_SIGNS = /\b(khong|ko|hong|hok)\b/;
/** In a story "không" mostly denies: it asks at the end, or in "không biết …". */
export const ASKED_AT_END =
  /\b(?:khong|ko|k|hong|hok|chua)(?: (?:a|ak|vay|em|chi|anh|ad|nhi|ta|ha|z|ban|shop|the|nhe|rua|nua|bac|co)){0,2}[\s,.?!;…]*$|\b(?:khong|ko|hong|hok) (?:biet|hay)\b/;
const OTHER_SIGNS =
  /\?|\b(gi|chi|j|nao|mo|dau|sao|rang|nhieu|nhiu|bn|bnhieu|bao lau|bao gio|ntn|may|the nao|lam sao|phai khong|duoc khong|cho hoi|xin hoi|can hoi|muon hoi|huong dan|giup)\b/;
/** "em muốn hoàn thuế" asks as well, in a short message; in a story it is told. */
const WISH_SIGNS = /\b(muon|can|xin|dinh|nho|tinh)\b/;
/** Where a second question starts within a sentence. */
const SECOND_QUESTION =
  /\s(?=(?:với lại|voi lai|ngoài ra|ngoai ra|đồng thời|sẵn cho hỏi|san cho hoi|tiện cho hỏi|tien cho hoi|rồi còn|roi con|à mà|a mà|à ma|a ma|rồi|roi|vs lại|vs lai|vs|cho hỏi thêm|cho hoi them|hỏi thêm|hoi them|còn|và|va)\s)/giu;

/** "…, với …", "…, mà …": what comes behind is a second thing. */
const AFTER_COMMA = /,\s+(?=(?:với|voi|mà|ma|còn|con|rồi|roi|và|va|ủa|ua)\s)/giu;

/** Words that only join a second thing; "còn" says as well that it goes on about the same. */
const JOINING =
  /^(?:với lại|voi lai|vs lại|vs lai|vs|ngoài ra|ngoai ra|đồng thời|dong thoi|à mà|a mà|à ma|a ma|rồi|roi|và|va|với|voi|mà|ma)\s+(?=\S+\s+\S)/iu;

export interface ClausesOfMessage {
  /** Sentences and clauses that stand alone, in order, at least three words each. */
  clauses: string[];
  /** Those that ask something; in a short message also those that say what is wanted. */
  questions: string[];
  /** The clauses up to and with each question, or each matter of a list: what is told before a question belongs to it. */
  segments: string[][];
  isStory: boolean;
  /** Several matters are announced or counted, or joined by "với lại", "ngoài ra". */
  isList: boolean;
  /** Two questions with nothing between them ("… bao nhiêu đăng ký … cần gì"): where the first one may end. */
  halves: readonly (readonly [string, string])[];
}

/** A question often ends here; what follows may be the next one. */
const QUESTION_END =
  /(?<=\s(?:bao nhiêu|bao nhieu|nhiêu|nhieu|nhiu|ở đâu|o dau|gì|gi|không|khong|ko|sao|thế nào|the nao|khi nào|khi nao|bao lâu|bao lau|ntn))\s+/giu;
/** Fewer words are no question that stands alone. */
const MIN_HALF = 3;

/** "… không hay chỉ báo thôi" asks which of two, not two questions. */
const ALTERNATIVE = /^(?:hay|hoac|ma|la|thi|nua|biet|duoc|co phai)\s/u;

function halvesOf(clause: string, asks: (clause: string) => boolean): [string, string][] {
  return [...clause.matchAll(QUESTION_END)].flatMap(({ index, 0: { length } }): [string, string][] => {
    const [first, second] = [clause.slice(0, index), clause.slice(index + length)];
    const isWhole =
      wordCount(first) >= MIN_HALF && wordCount(second) >= MIN_HALF && !ALTERNATIVE.test(fold(second));
    return isWhole && asks(second) ? [[first, second]] : [];
  });
}

/** "Làm thêm mấy tháng": in a story some, not how many. */
const SOME = /\bmay (?:thang|nam|bua|ngay|hom|tuan|chuc|tram|dua|cai)\b/gu;
/** "Em có 2 việc: …", "hỏi mấy chuyện: …": several are announced. */
const ANNOUNCED = /\b(?:may|hai|ba|bon|2|3|4|vai) (?:viec|chuyen|cau|van de|dieu|thu|cai)\b[^.:]{0,30}:\s/u;
/** In front of one matter of several. */
const NEXT_MATTER =
  /(?:^|[\s,;])(?:một là|mot la|hai là|hai la|ba là|ba la|(?:việc |viec |chuyện |chuyen |cái |cai |câu |cau )?thứ (?:nhất|hai|ba)|(?:viec |chuyen |cai |cau )?thu (?:nhat|hai|ba)(?= là| la|,|:)|với lại|voi lai|vs lại|vs lai|ngoài ra|ngoai ra|[1-4][.)](?=\s\D)|(?:việc|viec|ý|y) [1-4](?=[:,]?\s\D))(?=[\s,:])[\s,:]*(?:là |la )?/iu;
/** Words of which a greeting, a call or thanks consist; one at least says that it is one. */
const preambleWords = wordClasses({
  calls:
    'chào / xin chào / alo / alô / ơi / hỏi / cho hỏi / xin hỏi / muốn hỏi / cần hỏi / nhờ / giúp / hướng dẫn / cảm ơn / cám ơn / cảm ơn nhiều / mong / dạ',
  others:
    'a / à / ah / ạ / ak / dạ / vâng / em / anh / chị / chú / bác / cô / bạn / các / ad / admin / shop / mình / tôi / tui / e / b / c / m / cho / xin / muốn / cần / chút / tí / xíu / tí xíu / một chút / cái này / với / nhé / nhe / nha / nhen / giùm / trước / việc này / chuyện này / có chuyện / có việc / làm ơn / vui lòng / trả lời',
});

/** "Em chào anh chị", "cho chị hỏi chút", "nhờ em giúp với": nothing is asked or told yet. */
export function isPreamble(clause: string): boolean {
  const tokens = preambleWords(clause);
  return (
    tokens.some((token) => token.class === 'calls') && tokens.every((token) => token.class !== undefined)
  );
}

/** Parts a message between sentences and where a new question starts, so that each can be understood alone. */
export function partsOfMessage(said: string): ClausesOfMessage {
  const isStory = wordCount(said) > STORY_WORDS;
  const announced = ANNOUNCED.exec(fold(said));
  const matters = announced === null ? said : said.slice(announced.index + announced[0].length);
  const blocks = withoutPreambles(matters.split(NEXT_MATTER).map(clausesOf));
  const clauses = blocks.flat();
  const asks = (clause: string) => asksIn(clause, isStory) || (!isStory && wishesIn(clause));
  const questions = clauses.filter(asks);
  const halves = questions.length === 1 && !isStory ? halvesOf(questions[0] ?? '', asks) : [];
  const isList = announced !== null || blocks.length > 1;
  return { clauses, questions, segments: segmentsOf(blocks, asks, isList), isStory, isList, halves };
}

function asksIn(clause: string, isStory: boolean): boolean {
  const folded = isStory ? foldedToAsk(clause).replace(SOME, ' ') : foldedToAsk(clause);
  return OTHER_SIGNS.test(folded) || (isStory ? ASKED_AT_END : QUESTION_SIGNS).test(folded);
}

function wishesIn(clause: string): boolean {
  return WISH_SIGNS.test(foldedToAsk(clause));
}

function withoutPreambles(blocks: readonly string[][]): string[][] {
  const said = blocks
    .map((clauses) => clauses.filter((clause) => !isPreamble(clause)))
    .filter((clauses) => clauses.length > 0);
  return said.length > 0 ? said : blocks.filter((clauses) => clauses.length > 0);
}

function clausesOf(block: string): string[] {
  return block
    .split(/(?<=[.?!…\n;])\s+|\n+/u)
    .flatMap((sentence) => sentence.split(SECOND_QUESTION))
    .flatMap((sentence) => sentence.split(AFTER_COMMA))
    .flatMap((clause) => (wordCount(clause) > STORY_WORDS ? clause.split(/,\s+/u) : [clause]))
    .map((clause) => withoutPreamble(clause.trim().replace(JOINING, '')))
    .filter((clause) => wordCount(clause) >= 2);
}

/** "…, nhờ anh chị hướng dẫn giúp em": what is asked stands before it. */
function withoutPreamble(clause: string): string {
  const pieces = clause.split(/,\s+/u);
  const said = pieces.filter((piece) => !isPreamble(piece));
  return said.length === 0 || said.length === pieces.length ? clause : said.join(', ');
}

function segmentsOf(
  blocks: readonly string[][],
  asks: (clause: string) => boolean,
  isList: boolean,
): string[][] {
  const segments: string[][] = [];
  let told: string[] = [];
  for (const block of blocks) {
    // A matter of a list may be a wish.
    const isAsked = block.some(asks) ? asks : isList ? wishesIn : () => false;
    for (const clause of block) {
      told.push(clause);
      if (!isAsked(clause)) continue;
      segments.push(told);
      told = [];
    }
    // In a list what is told behind a question belongs to it, and a matter may only be named.
    if (!isList || told.length === 0) continue;
    const asked = block.some(isAsked) ? segments.pop() : undefined;
    segments.push(asked === undefined ? told : questionLast(asked, told));
    told = [];
  }
  const last = segments.pop();
  if (last === undefined) return told.length === 0 ? [] : [told];
  return [...segments, questionLast(last, told)];
}

function questionLast(asked: readonly string[], told: readonly string[]): string[] {
  return [...asked.slice(0, -1), ...told, ...asked.slice(-1)];
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\d]+/gu)?.length ?? 0;
}
