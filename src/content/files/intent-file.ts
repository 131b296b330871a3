import type { Abbreviation, GlossaryPhrase } from '../../intent-matching/types.js';
import { DIALOGUE_ACTS, type DialogueActExamples } from '../dialogue-acts.js';
import { ACTIONS, type Action } from '../types.js';
import { list, object, optional, orElse } from '../shapes/collections.js';
import type { Reader } from '../shapes/reader.js';
import { id, oneOf, boundedText } from '../shapes/text.js';
import { MAX_SENTENCE } from '../sentence-lengths.js';

/** An intent as its file has it; `procedure` and `action` are checked against each other afterwards. */
export interface WrittenIntent {
  id: string;
  procedure?: string;
  action?: Action;
  decision?: string;
  askBack?: 'never';
  button?: string;
  replies: string[];
  examples: string[];
  /** Messages that are measured with and never learnt from. */
  tests: string[];
}

const none = (): never[] => [];
/** Longer than any message a citizen is likely to be understood by; stories of 40 to 80 words fit. */
const example = boundedText({ max: 600 });

/** `intents/<id>.yml` */
export const intentFile: Reader<WrittenIntent> = object({
  id,
  procedure: optional(id),
  action: optional(oneOf(ACTIONS)),
  decision: optional(id),
  ask_back: optional(oneOf(['never'])),
  button: optional(boundedText({ max: 20 })),
  replies: orElse(list(boundedText({ max: MAX_SENTENCE })), none),
  examples: list(example, { min: 1 }),
  tests: orElse(list(example), none),
});

/** `intents/shared/abbreviations.yml` */
export const abbreviationsFile: Reader<{ abbreviations: Abbreviation[]; english: GlossaryPhrase[] }> = object(
  {
    abbreviations: list(
      object({
        written: boundedText({ max: 40 }),
        means: boundedText({ max: 80 }),
        near: optional(list(boundedText({ max: 40 }))),
      }),
    ),
    english: orElse(
      list(object({ written: boundedText({ max: 60 }), means: boundedText({ max: 80 }) })),
      none,
    ),
  },
);

/** `intents/shared/out-of-scope.yml` */
export const outOfScopeFile: Reader<{ examples: string[]; tests: string[] }> = object({
  examples: list(example),
  tests: orElse(list(example), none),
});

/** `intents/shared/dialogue-acts.yml` */
export const dialogueActsFile: Reader<{ acts: DialogueActExamples[] }> = object({
  acts: list(
    object({
      id,
      act: oneOf(DIALOGUE_ACTS),
      entry: optional(id),
      cues: orElse(list(boundedText({ max: 60 })), none),
      replies: orElse(list(boundedText({ max: MAX_SENTENCE })), none),
      replies_en: orElse(list(boundedText({ max: MAX_SENTENCE })), none),
      examples: list(example, { min: 1 }),
    }),
  ),
});
