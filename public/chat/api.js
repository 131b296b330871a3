import { pageData } from './page-data.js';

/** What went wrong with a request, in words for the citizen. `temporary`: the same may be sent again by itself. */
export class RequestFailed extends Error {
  /**
   * @param {string} message
   * @param {{status?: number, temporary?: boolean}} [how] `status` 0: no answer at all
   */
  constructor(message, { status = 0, temporary = false } = {}) {
    super(message);
    this.status = status;
    this.temporary = temporary;
  }
}

const PATIENCE_MS = 15_000;
/** In a frame of another site no cookie is kept: the page holds its session itself, as long as its window. */
const SESSION = 'dong-hanh-phiên';
let ownSession = pageData.framed ? readSession() : null;

function readSession() {
  try {
    return sessionStorage.getItem(SESSION);
  } catch {
    return null;
  }
}

/** @param {string} session */
function keepSession(session) {
  ownSession = session;
  try {
    sessionStorage.setItem(SESSION, session);
  } catch {
    // Forbidden: it lives as long as the page.
  }
}

/** @returns {Record<string, string>} */
export function sessionHeaders() {
  return ownSession === null ? {} : { 'X-Chat-Session': ownSession };
}

/**
 * Makes sure there is a session; `fresh` leaves the old one. Resolves to whether it is new.
 * @param {{fresh?: boolean}} [wish]
 * @returns {Promise<boolean>}
 */
export async function openSession({ fresh = false } = {}) {
  /** @type {{created: boolean, session?: string}} */
  const { created, session } = await request('/chat/session', { fresh, framed: pageData.framed });
  if (session) keepSession(session);
  return created;
}

/**
 * The same client id is taken in once. Resolves to the text as it was kept, and whether personal data in it was covered.
 * @param {{clientId: string, text: string} | {clientId: string, payload: string, title: string}} message
 * @returns {Promise<{text: string, masked: boolean}>}
 */
export async function sendMessage(message) {
  try {
    return await request('/chat/messages', message);
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.status !== 401) throw error;
    await openSession();
    return request('/chat/messages', message);
  }
}

/**
 * What is kept of the conversation, the newest or what is older than that.
 * @param {number} [before] milliseconds since 1970
 * @returns {Promise<import('./types.js').History>}
 */
export function fetchHistory(before) {
  return request(before === undefined ? '/chat/history' : `/chat/history?before=${before}`);
}

/**
 * @param {string} procedure
 * @returns {Promise<import('./types.js').Guide>}
 */
export function fetchGuide(procedure) {
  return request(`/chat/guides/${encodeURIComponent(procedure)}`);
}

/**
 * @template Answer
 * @param {string} address
 * @param {unknown} [body]
 * @returns {Promise<Answer>}
 */
async function request(address, body) {
  const headers = sessionHeaders();
  const options =
    body === undefined
      ? { headers }
      : {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        };
  let response;
  try {
    response = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new RequestFailed('Chưa gửi được vì mất kết nối.', { temporary: true });
  }
  /** @type {unknown} */
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return /** @type {Answer} */ (answer);
  const refused = /** @type {{error?: {message?: string, remedy?: string}}} */ (answer);
  const { message = 'Hệ thống gặp trục trặc.', remedy = '' } = refused.error ?? {};
  throw new RequestFailed(`${message} ${remedy}`.trim(), {
    status: response.status,
    temporary: response.status >= 500,
  });
}
