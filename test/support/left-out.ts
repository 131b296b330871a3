import { wordingsOf } from '../../src/content/entry-types.js';
import type { Content, Procedure } from '../../src/content/types.js';
import { QuestionIndex } from '../../src/conversation/reading/questions/question-index.js';
import type { ReadWords } from '../../src/conversation/reading/questions/word-weights.js';
import { trainingExamples } from '../../src/content/training-examples.js';
import { prepare, readerFor } from '../../src/intent-matching/model/training-data.js';

/** One wording of an entry's common question, and a way to ask the entry as if it had not been written. */
export interface LeftOut {
  procedure: Procedure;
  text: string;
  /** Place of its pair in the entry. */
  pair: number;
  /** The catalogue without this wording. */
  withoutWording: () => Content;
  /** The catalogue without the whole pair: then the wording asks none of the others. */
  withoutPair: () => Content;
}

export function leftOutWordings(content: Content): LeftOut[] {
  return [...content.procedures.values()].flatMap((procedure) =>
    procedure.questions.flatMap((question, pair) =>
      wordingsOf(question).map((text) => {
        const changed = (questions: Procedure['questions']): Content => ({
          ...content,
          procedures: new Map([...content.procedures, [procedure.id, { ...procedure, questions }]]),
        });
        const { ask, askWithin = [], answer } = question;
        const others = (texts: readonly string[]) => texts.filter((other) => other !== text);
        const rest = { ask: others(ask), askWithin: others(askWithin), answer };
        return {
          procedure,
          text,
          pair,
          withoutWording: () => changed(procedure.questions.with(pair, rest)),
          withoutPair: () => changed(procedure.questions.toSpliced(pair, 1)),
        };
      }),
    ),
  );
}

/** Reads words as the matcher trained on this content does, without the time that training takes. */
export function wordReader(content: Content): ReadWords {
  const data = prepare(trainingExamples(content), content.vocabulary);
  const reader = readerFor(content.vocabulary, data.ordinaryWords, data.words);
  const known = new Map<string, string[]>();
  return (text) => {
    const words = known.get(text) ?? reader.tokens(text).map(({ folded }) => folded);
    known.set(text, words);
    return words;
  };
}

export function askedOf(
  content: Content,
  read: ReadWords,
  id: string,
): { index: QuestionIndex; entry: Procedure } {
  const entry = content.procedures.get(id);
  if (entry === undefined) throw new Error(`there is no entry ${id}`);
  return { index: new QuestionIndex(content, read), entry };
}
