import type { Reached } from '../../content/decisions/engine/decide.js';
import { writtenValue } from '../../content/decisions/engine/written.js';
import type { Fact, FactValue, FactValues } from '../../content/decisions/types.js';
import { startingLower } from '../../shared/starting-lower.js';
import { say, type Speaker } from '../wording/say.js';
import type { DecisionContent } from './decide.js';

/** What decisions are made and worded with. */
type Worded = DecisionContent & Speaker['content'];

/** What a result rests on, for "vì sao" and "chắc không". */
export interface Why {
  /** "giá bán: 1,3 tỷ", in the decision's order; what was assumed is marked so. */
  facts: string[];
  /** The rule in a sentence. */
  rule: string;
  basis: string[];
  /** YYYY-MM-DD. */
  checkedOn: string;
}

export function why(result: Reached, facts: FactValues, content: Worded): Why {
  const told = result.used.flatMap((id) => described(content.facts.get(id), facts[id]));
  const assumed = result.assumed.flatMap(({ fact, value }) =>
    described(content.facts.get(fact), value).map((line) =>
      say({ content }, 'decision_assumed', { fact: line }),
    ),
  );
  return {
    facts: [...told, ...assumed],
    rule: result.because,
    basis: result.basis,
    checkedOn: result.checkedOn,
  };
}

/** "nếu là tiền, với giá trị 500 triệu": one opening word for all. */
function goingOn(opener: string, index: number): string {
  return index === 0 ? opener : startingLower(opener.replace(/^Vậy /u, ''));
}

function described(fact: Fact | undefined, value: FactValue | undefined): string[] {
  return fact === undefined || value === undefined ? [] : [`${fact.label}: ${writtenValue(fact, value)}`];
}

/**
 * How an answer begins that follows from another value: "Vậy với giá 1,3 tỷ", or of something only supposed "Nếu trễ
 * 60 ngày"; one for each value that was told before and is another now.
 */
export function changed(before: FactValues, after: FactValues, content: Worded): string[] {
  const changes = Object.entries(after).flatMap(([id, value]) => {
    const [fact, earlier] = [content.facts.get(id), before[id]];
    if (fact === undefined || earlier === undefined) return [];
    const written = writtenValue(fact, value);
    return written === writtenValue(fact, earlier) ? [] : [{ fact, written }];
  });
  // Of another person than before the age is no correction.
  const ofAnother = new Set(changes.flatMap(({ fact }) => fact.resets));
  return changes
    .filter(({ fact }) => !ofAnother.has(fact.id))
    .map(
      ({ fact, written }) =>
        fact.changed?.replace('{value}', written) ?? say({ content }, 'decision_changed', { value: written }),
    );
}

/**
 * The opener in front of a result's text: "Dạ, vậy với giá 1,3 tỷ thì bên bán nộp …". A text that begins with the value
 * itself needs only "vậy": "Dạ, vậy cả năm 900 triệu, không quá …".
 */
export function opened(speaker: Speaker, text: string, openers: readonly string[]): string {
  if (openers.length === 0) return text;
  const [, yes = '', rest = text] =
    /^Dạ((?: có| không| được| không được| chưa)(?=[,:]))?[,:]? ?(.*)$/su.exec(text) ?? [];
  const answer = yes === '' ? rest : `${yes.trim()}: ${rest}`;
  const unsaid = openers.filter((opener) => !beginsWithEndOf(opener, rest));
  if (unsaid.length === 0)
    return say(speaker, yes === '' ? 'decision_then' : 'decision_then_yes_or_no', { answer });
  const opener = startingLower(unsaid.map(goingOn).join(', '));
  const key = yes === '' && THEN.test(answer) ? 'decision_opened_then' : 'decision_opened';
  return say(speaker, key, { opener, answer });
}

/** "Thì" within the answer's own first clause: a second one in front of it would stumble. */
const THEN = /^[^.:;]{0,60}(?<!\p{L})thì(?!\p{L})/u;

/** The value stands this near to the beginning of the text (characters). */
const BEGINNING = 45;

function beginsWithEndOf(opener: string, text: string): boolean {
  const words = opener.split(' ');
  // "Nếu bán cho em họ" before "bán cho em họ thì không được miễn" says it twice.
  return words
    .slice(0, -1)
    .some(
      (_, index) =>
        index > 0 &&
        text.slice(0, Math.max(BEGINNING, opener.length + 5)).includes(words.slice(index).join(' ')),
    );
}
