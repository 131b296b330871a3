/** What went wrong with a request, in words for the citizen. `temporary`: the same may be sent again by itself. */
class RequestFailed extends Error {
  constructor(message, { status = 0, temporary = false } = {}) {
    super(message);
    this.status = status;
    this.temporary = temporary;
  }
}

const PATIENCE_MS = 15_000;

/** Makes sure there is a session; `fresh` leaves the old one. Resolves to whether it is new. */
export async function openSession({ fresh = false } = {}) {
  const { created } = await request('/chat/session', { fresh });
  return created;
}

/**
 * `message`: {clientId, text} or {clientId, payload, title}. The same client id is taken in once. Resolves to
 * {text, masked}: the text as it was kept, and whether personal data in it was covered.
 */
export async function sendMessage(message) {
  try {
    return await request('/chat/messages', message);
  } catch (error) {
    if (error.status !== 401) throw error;
    await openSession();
    return request('/chat/messages', message);
  }
}

export async function pageStatus() {
  return request('/chat/status');
}

async function request(address, body) {
  const options = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  let response;
  try {
    response = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new RequestFailed('Chưa gửi được vì mất kết nối.', { temporary: true });
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  const { message = 'Hệ thống gặp trục trặc.', remedy = '' } = answer.error ?? {};
  throw new RequestFailed(`${message} ${remedy}`.trim(), {
    status: response.status,
    temporary: response.status >= 500,
  });
}
