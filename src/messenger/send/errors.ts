/** What to do about a failed call, from the facts' table of codes (messenger facts, section 4). Texts are never looked at. */
export type Verdict =
  | 'transient' // again, with growing waits, at most three times
  | 'once' // again once: it may have arrived
  | 'never' // it has arrived although the call failed, or will never
  | 'closed' // nothing can reach this citizen until they write again
  | 'rate_limited' // the whole Page waits
  | 'stopped'; // token or Page refused: nothing more is sent until someone acts

export interface GraphError {
  status: number;
  code?: number;
  subcode?: number;
  isTransient?: boolean;
}

const RATE_LIMITS = new Set([4, 17, 32, 613, 80001, 80006]);
const ABUSE_SUBCODES = new Set([2018338, 1893016]);
const CLOSED = new Set([
  '10/2018278',
  '10/2534022',
  '10/2018108',
  '100/2018001',
  '100/2534037',
  '200/1545041',
  '551/1545041',
  '200/2018028',
]);
const CLOSED_CODES = new Set([551, 2018300, 2018321]);

export function verdictOn({ status, code, subcode, isTransient }: GraphError): Verdict {
  if (code === undefined) return status >= 500 ? 'transient' : status === 429 ? 'rate_limited' : 'never';
  const both = `${code}/${subcode ?? ''}`;
  if (both === '1/1357046') return 'never';
  if (code === 190 || code === 368 || (code === 613 && ABUSE_SUBCODES.has(subcode ?? 0))) return 'stopped';
  if (both === '10/1893063') return 'rate_limited';
  if (CLOSED.has(both) || CLOSED_CODES.has(code)) return 'closed';
  if (RATE_LIMITS.has(code) || both === '10/2018336') return 'rate_limited';
  if (code === 1) return 'once';
  return code === 2 || code === 1200 || isTransient === true ? 'transient' : 'never';
}
