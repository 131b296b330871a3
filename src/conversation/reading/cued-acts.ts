import type { Content, DialogueAct } from '../../content/types.js';
import { perObject } from '../../shared/per-object.js';
import { fold } from '../../shared/vietnamese-text.js';
import { wordClasses } from './word-classes.js';

/** An act and how likely the message performs it; `id` names the examples it was learned from. */
export interface ActChance {
  id: string;
  act: DialogueAct;
  chance: number;
  /** The act's own words are all that sounds like a question: its other words name what it is about, and ask nothing. */
  isAllAsked?: true;
}

/** An act whose own words stand in a message that asks nothing. */
const BY_CUE = 0.9;
export const BY_EXAMPLE = 0.95;
const NAMED_ELSEWHERE = 0.7;
const ASKED_IN_FRAUD = 0.56;
const FEELINGS: readonly DialogueAct[] = ['insult', 'angry', 'complain'];
/** "cc" beside other words may be a flat ("chung cư"), "dm" a list ("danh mục"): so short a word must be spelt with its own letters. */
const SHORT_CUE = /^ [a-z]{1,2} $/u;
/** "3 lần ko được", "hoài không xong". */
const TRIED_AGAIN =
  /\b(?:(?:\d+|may|hai|ba|bon|nhieu) (?:lan|bua)|hoai|mai)(?: \p{L}+){0,2} (?:khong|ko|k|hong|chua) (?:dc|duoc|xong|ra|vo|vao)\b/u;

/** Acts whose own words stand in a message that asks nothing, or one of whose examples the message is, word for word. */
export function cuedActs(
  said: string,
  folded: string,
  content: Content,
  { asksIn, isForeign }: { asksIn: (folded: string) => boolean; isForeign: boolean },
): ActChance[] {
  const words = bare(folded);
  const asks = asksIn(folded);
  return wordedActs(content.dialogueActs).flatMap(({ id, act, cues, cuesIn, examples }): ActChance[] => {
    if (examples.has(words)) return [{ id, act, chance: BY_EXAMPLE }];
    // What another office does is named, whether it is asked or told, in a message that is not ours.
    if (act === 'elsewhere' && !isForeign) return [];
    const standing = cues.filter(
      (cue) => words.includes(cue) && (!OF_WORDS.test(cue) || cuesIn(said).has(cue.trim())),
    );
    if (standing.length === 0) return [];
    if (act === 'elsewhere') return [{ id, act, chance: NAMED_ELSEWHERE }];
    // Within a fraud its words stand in questions as well ("được hoàn thiệt không, coi ở đâu").
    if (act === 'danger_goes_on' && asks) return [{ id, act, chance: ASKED_IN_FRAUD }];
    if (!asks) return [{ id, act, chance: BY_CUE }];
    // A cue may itself sound like a question ("làm ăn kiểu gì").
    const isAllAsked = standing.some((cue) => !asksIn(words.replace(cue, ' ')));
    return isAllAsked ? [{ id, act, chance: BY_CUE, isAllAsked }] : [];
  });
}

/** A dialogue act with its wordings as messages are compared with them: folded, a space on either side. */
interface WordedAct {
  id: string;
  act: DialogueAct;
  cues: readonly string[];
  /** Those of them that have letters of their own ("đm"). */
  spelt: ReadonlySet<string>;
  /** Those that stand in a message as it was typed: "vài" is not "vãi", though both fold to "vai". */
  cuesIn: (said: string) => ReadonlySet<string>;
  examples: ReadonlySet<string>;
}

/** Hundreds of wordings: they are folded once for one version of the content. */
const wordedActs = perObject((acts: Content['dialogueActs']): readonly WordedAct[] =>
  acts.map(({ id, act, cues, examples }) => ({
    id,
    act,
    cues: cues.map((cue) => ` ${fold(cue)} `),
    spelt: new Set(cues.filter((cue) => fold(cue) !== cue)),
    cuesIn: readerOf(cues),
    examples: new Set(examples.map((example) => bare(fold(example)))),
  })),
);

/** "c.on" is no word, so no word of the message can be it. */
const OF_WORDS = /^[\p{L}\d ]+$/u;

function readerOf(cues: readonly string[]): WordedAct['cuesIn'] {
  const read = wordClasses({ cue: cues.join(' / ') });
  return (said) => new Set(read(said).flatMap((token) => (token.class === 'cue' ? [token.words] : [])));
}

function bare(folded: string): string {
  return ` ${(folded.match(/[\p{L}\d.]+/gu) ?? []).join(' ')} `;
}

/** Words of anger stand in the message, or that it was tried in vain, whether it asks something or not. */
export function isUpset(said: string, folded: string, content: Content): boolean {
  const words = bare(folded);
  if (TRIED_AGAIN.test(words)) return true;
  return wordedActs(content.dialogueActs).some(
    (one) =>
      FEELINGS.includes(one.act) && one.cues.some((cue) => words.includes(cue) && isSpelt(cue, one, said)),
  );
}

function isSpelt(cue: string, { spelt, cuesIn }: WordedAct, said: string): boolean {
  if (!SHORT_CUE.test(cue)) return cuesIn(said).has(cue.trim());
  return (said.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => spelt.has(word));
}
