import { createHmac } from 'node:crypto';
import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { GraphError } from './errors.js';
import { fieldsOf, listOf } from '../webhook/values.js';

export interface GraphClientOptions {
  url: string;
  version: string;
  token: string;
  /** Signs our calls (`appsecret_proof`). */
  appSecret: string;
  /** Meta's pages show the token in the query; in a header it reaches no proxy's log. */
  tokenInQuery?: boolean;
  /** Milliseconds for a whole call. */
  timeoutMs?: number;
}

export type GraphAnswer =
  | { ok: true; body: unknown }
  | ({
      ok: false;
      reason: string;
      /** Minutes until the Page may call again, where Facebook names them. */ waitMinutes?: number;
    } & GraphError)
  /** No answer: the connection failed before (`sent: false`) or after the request was out. */
  | { ok: false; sent: boolean; reason: string; status: 0 };

export interface GraphClient {
  /** `timeoutMs`: for this call alone, the client's otherwise. */
  call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    timeoutMs?: number,
  ): Promise<GraphAnswer>;
}

const TIMEOUT_MS = 10_000;

/** Calls the Graph API over kept-alive connections. Never rejects; no answer of its ever holds the token or the proof. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { url, version, token, appSecret, tokenInQuery = false, timeoutMs = TIMEOUT_MS } = options;
  const secure = url.startsWith('https:');
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const proof = createHmac('sha256', appSecret).update(token).digest('hex');
  return {
    call(method, path, body, timeout = timeoutMs) {
      const address = new URL(`${url}/${version}/${path}`);
      const payload =
        body === undefined
          ? undefined
          : JSON.stringify(tokenInQuery ? body : { ...fieldsOf(body), appsecret_proof: proof });
      if (tokenInQuery) address.searchParams.set('access_token', token);
      if (tokenInQuery || payload === undefined) address.searchParams.set('appsecret_proof', proof);
      const headers = {
        ...(tokenInQuery ? {} : { Authorization: `Bearer ${token}` }),
        ...(payload === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) }),
      };
      return exchange(secure, address, { method, headers, agent, timeout }, payload);
    },
  };
}

function exchange(
  secure: boolean,
  address: URL,
  options: RequestOptions,
  payload: string | undefined,
): Promise<GraphAnswer> {
  return new Promise((resolve) => {
    let sent = false;
    const failed = (reason: string): void => {
      clearTimeout(deadline);
      resolve({ ok: false, sent, reason, status: 0 });
      request.destroy();
    };
    const request = (secure ? httpsRequest : httpRequest)(address, options, (response) => {
      read(response).then(
        (text) => {
          clearTimeout(deadline);
          resolve(answerOf(response, text));
        },
        () => failed('connection torn'),
      );
    });
    const deadline = setTimeout(() => failed('time-out'), options.timeout);
    // A refused connection carried nothing; once bytes may be out, the message may have arrived.
    request.once('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => (sent = true));
      else sent = true;
    });
    // Every one: an error event that nobody listens to would end the process.
    request.on('error', () => failed(sent ? 'connection torn' : 'not reached'));
    request.end(payload);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function answerOf(response: IncomingMessage, text: string): GraphAnswer {
  const status = response.statusCode ?? 0;
  const body = parsed(text);
  const error = fieldsOf(fieldsOf(body)['error']);
  const { code, error_subcode: subcode, is_transient: isTransient } = error;
  if (status >= 200 && status < 300 && typeof code !== 'number') return { ok: true, body };
  const waitMinutes = namedWait(response);
  const known =
    typeof code === 'number'
      ? `code ${code}${typeof subcode === 'number' ? `/${subcode}` : ''}`
      : `HTTP ${status}`;
  return {
    ok: false,
    status,
    reason: known,
    ...(typeof code === 'number' ? { code } : {}),
    ...(typeof subcode === 'number' ? { subcode } : {}),
    ...(isTransient === true ? { isTransient } : {}),
    ...(waitMinutes > 0 ? { waitMinutes } : {}),
  };
}

/** A gateway's HTML page is no JSON and says nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `X-Business-Use-Case-Usage` names minutes per use case; the longest counts. */
function namedWait(response: IncomingMessage): number {
  const header = response.headers['x-business-use-case-usage'];
  const usage = fieldsOf(typeof header === 'string' ? parsed(header) : undefined);
  const waits = Object.values(usage).flatMap((list) =>
    listOf(list).map((use) => Number(fieldsOf(use)['estimated_time_to_regain_access'] ?? 0)),
  );
  return Math.max(0, ...waits.filter((minutes) => Number.isFinite(minutes)));
}
