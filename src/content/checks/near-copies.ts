import type { Content } from '../types.js';
import { isCopy, nearPairsOf, wording, type Wording } from './example-likeness.js';

/** Where a wording stands: an example of an intent, a wording of a common question, out of scope, or only measured with. */
export type WordingPlace =
  | { kind: 'example'; intent: string }
  | { kind: 'question'; procedure: string; title: string }
  | { kind: 'out_of_scope' }
  | { kind: 'test'; intent: string | null };

/** A wording of a file that says nearly what one of another matter says. */
export interface NearCopy {
  path: string;
  text: string;
  /** Letter for letter, but for case, marks that one of them lacks, and punctuation. */
  same: boolean;
  other: { text: string; path: string; place: WordingPlace };
}

interface Placed extends Wording {
  path: string;
  place: WordingPlace;
  /** The matter it asks about; the same wording may stand in the intent and among the questions of one matter. */
  matter: string;
}

const OUT_OF_SCOPE = 'intents/shared/out-of-scope.yml';

/** For whoever writes the files at `paths`: which of their wordings are nearly those of another matter, in the files' order. */
export function nearCopies(content: Content, paths: readonly string[]): NearCopy[] {
  const own = new Set(paths);
  const all = wordingsIn(content);
  const isOwn = (position: number) => own.has(all[position]?.path ?? '');
  const pairs = [...samePairs(all, isOwn), ...nearPairsOf(all, isOwn)].flatMap(([first, second]) => {
    const [one, other] = [all[first], all[second]];
    if (one === undefined || other === undefined || !collide(one, other)) return [];
    return own.has(one.path) ? [[one, other] as const] : [[other, one] as const];
  });
  const found = new Map<string, NearCopy>();
  for (const [one, other] of pairs) {
    if (!own.has(one.path)) continue;
    const key = [one.path, one.text, other.path, other.text].join('\n');
    found.set(key, {
      ...{ path: one.path, text: one.text, same: one.key === other.key },
      other: { text: other.text, path: other.path, place: other.place },
    });
  }
  return [...found.values()];
}

function wordingsIn(content: Content): Placed[] {
  const target = (intent: string): string => {
    const leadsTo = content.intents.get(intent)?.target;
    return leadsTo !== undefined && 'procedure' in leadsTo ? leadsTo.procedure : intent;
  };
  const file = (intent: string | null) => (intent === null ? OUT_OF_SCOPE : `intents/${intent}.yml`);
  const examples = [...content.intents.values()].flatMap(({ id, examples: texts }) =>
    texts.map((text) => ({
      text,
      path: file(id),
      matter: target(id),
      place: { kind: 'example', intent: id } as const,
    })),
  );
  const questions = [...content.procedures.values()].flatMap(({ id, questions: list }) =>
    list.flatMap(({ title, ask }) => {
      const place = { kind: 'question', procedure: id, title: title ?? ask[0] ?? '' } as const;
      return ask.map((text) => ({ text, path: `procedures/${id}.yml`, matter: id, place }));
    }),
  );
  const outside = content.outOfScope.map((text) => ({
    ...{ text, path: OUT_OF_SCOPE, matter: '', place: { kind: 'out_of_scope' } as const },
  }));
  const tests = content.tests.map(({ text, intent }) => ({
    ...{ text, path: file(intent), matter: `test ${intent ?? ''}`, place: { kind: 'test', intent } as const },
  }));
  return [...examples, ...questions, ...outside, ...tests]
    .map((one): Placed => ({ ...one, ...wording(one.text) }))
    .filter(({ key }) => key !== '');
}

/** Of two matters, or of an example and what it is measured with; "thuê" for "thuế" is another word. */
function collide(one: Placed, other: Placed): boolean {
  if (one.matter === other.matter) return false;
  if (one.place.kind === 'test' && other.place.kind === 'test') return false;
  return one.key !== other.key || isCopy(one, other);
}

function samePairs(all: readonly Placed[], isOwn: (position: number) => boolean): [number, number][] {
  const byKey = new Map<string, number[]>();
  all.forEach(({ key }, position) => byKey.set(key, [...(byKey.get(key) ?? []), position]));
  const looked = [...byKey.values()].filter((group) => group.some(isOwn));
  return looked.flatMap((group) =>
    group.flatMap((second, place) => group.slice(0, place).map((first): [number, number] => [first, second])),
  );
}
