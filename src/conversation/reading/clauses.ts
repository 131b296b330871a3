import { fold } from '../../shared/fold.js';

/** Longer than this, a message is a story with a question somewhere in it (words). */
const STORY_WORDS = 25;
const QUESTION_SIGNS =
  /\?|\b(khong|ko|hong|hok|gi|chi|j|nao|mo|dau|sao|rang|bao nhieu|nhiu|bao lau|bao gio|ntn|may|the nao|lam sao|phai khong|duoc khong|cho hoi|xin hoi|can hoi|muon hoi|huong dan|giup)\b/;
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

export interface MessageParts {
  /** Sentences and clauses that stand alone, in order, at least three words each. */
  clauses: string[];
  /** Those that ask something; in a short message also those that say what is wanted. */
  questions: string[];
  isStory: boolean;
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

function halvesOf(clause: string, asks: (folded: string) => boolean): [string, string][] {
  return [...clause.matchAll(QUESTION_END)].flatMap(({ index, 0: { length } }): [string, string][] => {
    const [first, second] = [clause.slice(0, index), clause.slice(index + length)];
    const isWhole =
      wordCount(first) >= MIN_HALF && wordCount(second) >= MIN_HALF && !ALTERNATIVE.test(fold(second));
    return isWhole && asks(fold(second)) ? [[first, second]] : [];
  });
}

/** Parts a message between sentences and where a new question starts, so that each can be understood alone. */
export function partsOfMessage(said: string): MessageParts {
  const sentences = said.split(/(?<=[.?!…\n;])\s+|\n+/u);
  const clauses = sentences
    .flatMap((sentence) => sentence.split(SECOND_QUESTION))
    .flatMap((sentence) => sentence.split(AFTER_COMMA))
    .flatMap((clause) => (wordCount(clause) > STORY_WORDS ? clause.split(/,\s+/u) : [clause]))
    .map((clause) => clause.trim().replace(JOINING, ''))
    .filter((clause) => wordCount(clause) >= 2);
  const isStory = wordCount(said) > STORY_WORDS;
  const asks = (folded: string) => QUESTION_SIGNS.test(folded) || (!isStory && WISH_SIGNS.test(folded));
  const questions = clauses.filter((clause) => asks(fold(clause)));
  const halves = questions.length === 1 && !isStory ? halvesOf(questions[0] ?? '', asks) : [];
  return { clauses, questions, isStory, halves };
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\d]+/gu)?.length ?? 0;
}
