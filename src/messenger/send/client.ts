import { createHmac } from 'node:crypto';
import {
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { keptConnections } from './connections.js';
import type { GraphError } from './errors.js';
import { webhookFieldsOf, listOf, textOf } from '../webhook/values.js';

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
  | NoAnswer;

/** `reused`: on a connection that had been kept open, which may have been dead. */
interface NoAnswer {
  ok: false;
  sent: boolean;
  reason: string;
  status: 0;
  reused: boolean;
}

export interface CallOptions {
  /** Milliseconds for this call alone, the client's otherwise. */
  timeoutMs?: number;
  /** On a new connection: a try after one that got no answer. */
  fresh?: boolean;
}

export interface GraphClient {
  call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    options?: CallOptions,
  ): Promise<GraphAnswer>;
}

const TIMEOUT_MS = 10_000;

/** Calls the Graph API over kept-alive connections. Never rejects; no answer of its ever holds the token or the proof. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { url, version, token, appSecret, tokenInQuery = false, timeoutMs = TIMEOUT_MS } = options;
  const secure = url.startsWith('https:');
  const connections = keptConnections(secure);
  const proof = createHmac('sha256', appSecret).update(token).digest('hex');
  return {
    async call(method, path, body, { timeoutMs: timeout = timeoutMs, fresh = false } = {}) {
      const address = new URL(`${url}/${version}/${path}`);
      const payload =
        body === undefined
          ? undefined
          : JSON.stringify(tokenInQuery ? body : { ...webhookFieldsOf(body), appsecret_proof: proof });
      if (tokenInQuery) address.searchParams.set('access_token', token);
      if (tokenInQuery || payload === undefined) address.searchParams.set('appsecret_proof', proof);
      const headers = {
        ...(tokenInQuery ? {} : { Authorization: `Bearer ${token}` }),
        ...(payload === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) }),
      };
      const agent = connections.agent(fresh);
      const answer = await exchange(secure, address, { method, headers, agent, timeout }, payload).catch(
        notMade,
      );
      if ('sent' in answer && answer.reused) connections.dropIdle();
      return answer;
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
      resolve({ ok: false, sent, reason, status: 0, reused: request.reusedSocket });
      request.destroy();
    };
    const request: ClientRequest = (secure ? httpsRequest : httpRequest)(address, options, (response) => {
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

/** What Node refuses to send at all, a header with a line break in it; the settings are checked for that. */
function notMade(): GraphAnswer {
  return { ok: false, sent: false, reason: 'the call could not be made', status: 0, reused: false };
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Taken is only what is answered with success and an object that holds no error: a portal's page says 200 as well. */
function answerOf(response: IncomingMessage, text: string): GraphAnswer {
  const status = response.statusCode ?? 0;
  const body = parsed(text);
  const error = webhookFieldsOf(body)['error'];
  if (status >= 200 && status < 300 && isObject(body) && error === undefined) return { ok: true, body };
  const {
    code: writtenCode,
    error_subcode: writtenSubcode,
    is_transient: isTransient,
  } = webhookFieldsOf(error);
  const [code, subcode] = [wholeNumber(writtenCode), wholeNumber(writtenSubcode) || undefined];
  const waitMinutes = namedWait(response);
  const known =
    code === undefined ? `HTTP ${status}` : `code ${code}${subcode === undefined ? '' : `/${subcode}`}`;
  return {
    ok: false,
    status,
    reason: known,
    ...(code === undefined ? {} : { code }),
    ...(subcode === undefined ? {} : { subcode }),
    ...(isTransient === true ? { isTransient } : {}),
    ...(waitMinutes > 0 ? { waitMinutes } : {}),
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wholeNumber(value: unknown): number | undefined {
  const number = Number(textOf(value) ?? NaN);
  return Number.isInteger(number) ? number : undefined;
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
  const usage = webhookFieldsOf(typeof header === 'string' ? parsed(header) : undefined);
  const waits = Object.values(usage).flatMap((list) =>
    listOf(list).map((use) => Number(webhookFieldsOf(use)['estimated_time_to_regain_access'] ?? 0)),
  );
  return Math.max(0, ...waits.filter((minutes) => Number.isFinite(minutes)));
}
