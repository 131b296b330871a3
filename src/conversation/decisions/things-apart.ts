import type { SumKind } from '../../content/decisions/sum-kind.js';
import type { Reading } from '../reading/reading.js';
import { sumKindOf } from './sum-kinds.js';

/** What joins the second thing to the first. */
const JOINING =
  /(?:[\s,;]|(?<!\p{L})(?:và|va|với|voi|cùng|cung|rồi|roi|còn|con|lẫn|lan|cả|ca|thêm|them|vs))+$/iu;
/** What is done with both may be said of the first alone: "bán căn nhà 3 tỷ với chiếc xe 600 triệu". */
const DONE = /(?<!\p{L})(?:bán|ban|mua|tặng|tang|cho thuê|cho thue)(?!\p{L})/iu;

/**
 * The two things of a message that each have a sum by a noun of their own ("bán nhà 2 tỷ và bán xe 500 triệu thuế bao nhiêu"),
 * each with what is asked behind them; empty where it is one thing, or no calculation could take one of the sums.
 */
export function thingsApart(
  { said, folded, entities }: Pick<Reading, 'said' | 'folded' | 'entities'>,
  kinds: readonly SumKind[],
): string[] {
  const sums = entities.filter(({ kind }) => kind === 'money');
  const [first, second] = sums;
  if (first === undefined || second === undefined || sums.length > 2 || said.length !== folded.length)
    return [];
  const [one, other] = [first, second].map((sum) => sumKindOf(sum, { text: said, folded, entities }, kinds));
  if (one === undefined || other === undefined || other.start < first.end) return [];
  const [of, ofOther] = [one.kind.facts, other.kind.facts];
  if (of.length === 0 || ofOther.length === 0 || of[0] === ofOther[0]) return [];
  const asked = said.slice(second.end);
  const begins = said.slice(0, other.start).replace(JOINING, '');
  const goesOn = said.slice(other.start, second.end);
  const done = DONE.test(goesOn) ? '' : `${DONE.exec(begins)?.[0] ?? ''} `;
  return [`${begins}${asked}`, `${done}${goesOn}${asked}`.trim()];
}
