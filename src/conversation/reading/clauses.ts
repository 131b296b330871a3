import { fold } from '../../shared/fold.js';

/** Longer than this, a message is a story with a question somewhere in it (words). */
const STORY_WORDS = 25;
const QUESTION_SIGNS =
  /\?|\b(khong|ko|hong|hok|gi|chi|j|nao|mo|dau|sao|rang|bao nhieu|may|the nao|lam sao|phai khong|duoc khong|cho hoi|xin hoi|can hoi|muon hoi|huong dan|giup)\b/;
/** "em muốn hoàn thuế" asks as well, in a short message; in a story it is told. */
const WISH_SIGNS = /\b(muon|can|xin|dinh|nho|tinh)\b/;
/** Where a second question starts within a sentence. */
const SECOND_QUESTION =
  /\s(?=(?:với lại|voi lai|ngoài ra|ngoai ra|đồng thời|sẵn cho hỏi|san cho hoi|tiện cho hỏi|tien cho hoi|rồi còn|roi con|à mà|a mà|à ma|a ma|rồi|roi|vs lại|vs lai|vs|cho hỏi thêm|cho hoi them|hỏi thêm|hoi them|còn|và|va)\s)/giu;

/** "…, với …", "…, mà …": what comes behind is a second thing. */
const AFTER_COMMA = /,\s+(?=(?:với|voi|mà|ma|còn|con|rồi|roi|và|va|ủa|ua)\s)/giu;

export interface MessageParts {
  /** Sentences and clauses that stand alone, in order, at least three words each. */
  clauses: string[];
  /** Those that ask something; in a short message also those that say what is wanted. */
  questions: string[];
  isStory: boolean;
}

/** Parts a message between sentences and where a new question starts, so that each can be understood alone. */
export function partsOfMessage(said: string): MessageParts {
  const sentences = said.split(/(?<=[.?!…\n;])\s+|\n+/u);
  const clauses = sentences
    .flatMap((sentence) => sentence.split(SECOND_QUESTION))
    .flatMap((sentence) => sentence.split(AFTER_COMMA))
    .flatMap((clause) => (wordCount(clause) > STORY_WORDS ? clause.split(/,\s+/u) : [clause]))
    .map((clause) => clause.trim())
    .filter((clause) => wordCount(clause) >= 2);
  const isStory = wordCount(said) > STORY_WORDS;
  const asks = (folded: string) => QUESTION_SIGNS.test(folded) || (!isStory && WISH_SIGNS.test(folded));
  return { clauses, questions: clauses.filter((clause) => asks(fold(clause))), isStory };
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\d]+/gu)?.length ?? 0;
}
