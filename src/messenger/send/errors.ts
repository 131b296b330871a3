/**
 * What to do about a failed call, by code and subcode (messenger facts, section 4). Texts are never looked at. What a
 * reply could outlive is never dropped: only what is known to concern the message or the citizen ends it.
 */
export type Verdict =
  | 'outage' // Facebook's own fault: again with growing waits until the citizen's 24 hours are over
  | 'passing' // may be this citizen's account as well: again with growing waits, a few times
  | 'once' // no answer or an unclear one: again once, since it may have arrived
  | 'never' // it has arrived although the call failed, or the message itself is at fault
  | 'closed' // nothing can reach this citizen until they write again
  | 'elsewhere' // another app or a person has this conversation: kept back until it returns
  | 'rate_limited' // the whole Page waits
  | 'blocked' // Facebook punishes the Page: nothing is sent, and it is seldom tried again
  | 'stopped' // token, permission, version, address or app refused: nothing is sent until someone acts
  | 'unclear'; // not known, or set-up that concerns some citizens only: this reply waits, and someone is told

export interface GraphError {
  /** HTTP status. */
  status: number;
  code?: number;
  subcode?: number;
  isTransient?: boolean;
}

/** By `code/subcode`, which says more than the code alone; `code/` is a code without a subcode. */
const BY_BOTH: Readonly<Record<string, Verdict>> = {
  '1/1357046': 'never',
  '2/2018344': 'unclear',
  '10/': 'stopped',
  '10/1893063': 'rate_limited',
  '10/2018065': 'stopped',
  '10/2018108': 'closed',
  '10/2018278': 'closed',
  '10/2018336': 'rate_limited',
  '10/2534022': 'closed',
  '100/': 'never',
  '100/33': 'stopped',
  '100/1893061': 'never',
  '100/2018001': 'closed',
  '100/2018008': 'never',
  '100/2018014': 'never',
  '100/2018032': 'never',
  '100/2018034': 'never',
  '100/2018047': 'never',
  '100/2018074': 'never',
  '100/2018109': 'never',
  '100/2018294': 'never',
  '100/2534015': 'never',
  '100/2534037': 'elsewhere',
  '200/': 'stopped',
  '200/1545041': 'closed',
  // An app that is not live reaches the people who have a role in it, and no one else.
  '200/2018028': 'unclear',
  '613/1893016': 'blocked',
  '613/2018338': 'blocked',
};

const BY_CODE: Readonly<Record<number, Verdict>> = {
  [-1]: 'outage',
  1: 'once',
  2: 'passing',
  // Capability, session, proof, token, permission, path, version: all of the app's or the Page's set-up.
  3: 'stopped',
  102: 'stopped',
  104: 'stopped',
  190: 'stopped',
  230: 'stopped',
  2500: 'stopped',
  2635: 'stopped',
  4: 'rate_limited',
  17: 'rate_limited',
  32: 'rate_limited',
  613: 'rate_limited',
  80001: 'rate_limited',
  80006: 'rate_limited',
  368: 'blocked',
  551: 'closed',
  1200: 'passing',
  2022: 'never',
  10303: 'never',
  10900: 'never',
  10903: 'never',
  9000001: 'never',
  2018300: 'elsewhere',
  2018321: 'elsewhere',
};

/** Answers without Facebook's JSON come from what stands between: a proxy, a gateway, a wrong address. */
const BY_STATUS: Readonly<Record<number, Verdict>> = {
  401: 'stopped',
  403: 'stopped',
  404: 'stopped',
  407: 'stopped',
  408: 'outage',
  429: 'rate_limited',
};

export function verdictOn({ status, code, subcode, isTransient }: GraphError): Verdict {
  if (code === undefined) return BY_STATUS[status] ?? (status >= 500 ? 'outage' : 'unclear');
  const known = BY_BOTH[`${code}/${subcode ?? ''}`] ?? BY_CODE[code];
  // Facebook's own word for it, or its server's, weighs more than a code that may mean either.
  const outage = isTransient === true || status >= 500;
  if (outage && (known === undefined || known === 'passing')) return 'outage';
  return known ?? 'unclear';
}

/** Codes of the token itself: with it nothing can be sent either. */
const OF_THE_TOKEN: readonly (number | undefined)[] = [102, 104, 190];

/**
 * For a change of who has the conversation, which needs more than sending does: a permission, the default app. What it
 * lacks must not stop the replies of everybody; someone is told, and it is given up while others' replies go out.
 */
export function verdictOnHandover(error: GraphError): Verdict {
  const verdict = verdictOn(error);
  return verdict === 'stopped' && error.code !== undefined && !OF_THE_TOKEN.includes(error.code)
    ? 'unclear'
    : verdict;
}
