import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webhookFieldsOf, listOf, textOf, type Fields } from '../../messenger/webhook/values.js';
import { Comments } from './comments.js';
import { readRequestBody } from './read-body.js';
import { refusalOf, type Refusal } from './limits.js';
import { answer, fail, sendResponse, type Failure } from './responses.js';
import { shownMessage, type ShownMessage } from './screen.js';
import { OWN_APP, Threads } from './threads.js';

export interface FakeGraphApi {
  url: string;
  /** In the order in which they were taken. */
  messages: ShownMessage[];
  /** Everything that was asked for: method and path. */
  calls: string[];
  /** What it refused for a reason of its own, with why. */
  refusals: string[];
  /** The next calls that send fail so, one each. */
  failNext(...failures: Failure[]): void;
  /** The same of calls that change who has a conversation. */
  failNextHandover(...failures: Failure[]): void;
  /** What was still to fail does not. */
  clearFailures(): void;
  /** While set, every call that sends fails so, typing dots too; nothing is taken. */
  failing: Failure | undefined;
  /** The fields that the Page is subscribed to. */
  subscribedFields: string[];
  profile: Fields;
  /** Who has which conversation. */
  threads: Threads;
  /** Written under the Page's posts. */
  comments: Comments;
  close(): Promise<void>;
}

export interface FakeGraphApiOptions {
  token: string;
  appSecret: string;
  pageId: string;
  port?: number;
  onMessage?: (message: ShownMessage) => void;
  /** Milliseconds since 1970: windows and holds on conversations run out by it; none does without. */
  now?: () => number;
}

/**
 * Stands in for the Graph API: checks token, proof and every documented limit, refuses what Facebook would refuse, and
 * fails on demand. For tests and for trying without a Page; it is never part of a running bot.
 */
export async function startFakeGraphApi(options: FakeGraphApiOptions): Promise<FakeGraphApi> {
  const failures: Failures = { sending: [], handover: [] };
  const fake: Omit<FakeGraphApi, 'url' | 'close'> = {
    messages: [],
    calls: [],
    refusals: [],
    failNext: (...next) => failures.sending.push(...next),
    failNextHandover: (...next) => failures.handover.push(...next),
    clearFailures: () => {
      failures.sending.splice(0);
      failures.handover.splice(0);
    },
    failing: undefined,
    subscribedFields: ['messages', 'messaging_postbacks', 'messaging_referrals'],
    profile: {},
    threads: new Threads(options.now),
    comments: new Comments(),
  };
  const server = createServer((request, response) => {
    readRequestBody(request).then(
      (body) => serve(fake, options, failures, { request, response, body }),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(fake, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** What fails next, in order. */
interface Failures {
  sending: Failure[];
  handover: Failure[];
}

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  body: Fields;
}

function serve(
  fake: Omit<FakeGraphApi, 'url' | 'close'>,
  options: FakeGraphApiOptions,
  failures: Failures,
  call: Call,
): void {
  const { request, response, body } = call;
  const address = new URL(request.url ?? '/', 'http://fake');
  const path = address.pathname.replace(/^\/v\d+\.\d+\//, '');
  fake.calls.push(`${request.method ?? ''} ${path}`);
  const unauthorised = authorisation(options, request, address, body);
  if (unauthorised !== null) return refuse(fake, response, unauthorised);
  if (path === `${options.pageId}/messages`) return takeMessage(fake, options, failures.sending, call);
  if (path === `${options.pageId}/subscribed_apps`) {
    if (request.method === 'POST')
      fake.subscribedFields = (textOf(body['subscribed_fields']) ?? '').split(',');
    return answer(
      response,
      request.method === 'GET'
        ? { data: [{ id: OWN_APP, subscribed_fields: fake.subscribedFields }] }
        : { success: true },
    );
  }
  const [, control = ''] = CONTROL.exec(path) ?? [];
  if (control !== '' && path.startsWith(`${options.pageId}/`))
    return changeOwner(fake, control, call, failures.handover);
  if (path === `${options.pageId}/thread_owner`) {
    const owner = fake.threads.ownerOf(address.searchParams.get('recipient') ?? '');
    return answer(response, { data: owner === undefined ? [] : [{ thread_owner: { app_id: owner } }] });
  }
  if (path === 'app') return answer(response, { id: OWN_APP });
  if (path === `${options.pageId}/messenger_profile` || path === 'me/messenger_profile') {
    if (request.method === 'POST') fake.profile = { ...fake.profile, ...body };
    if (request.method === 'DELETE') fake.profile = without(fake.profile, listOf(body['fields']).map(String));
    fake.profile = without(fake.profile, ['appsecret_proof']);
    return answer(response, request.method === 'GET' ? { data: [fake.profile] } : { result: 'success' });
  }
  refuse(fake, response, { status: 400, code: 2500, message: 'Unknown path components' });
}

const CONTROL = /\/((?:pass|take|release)_thread_control)$/;

function changeOwner(
  fake: Omit<FakeGraphApi, 'url' | 'close'>,
  control: string,
  { response, body }: Call,
  failures: Failure[],
): void {
  if (fake.failing !== undefined) return fail(response, fake.failing);
  const failure = failures.shift();
  if (failure !== undefined && !isTaken(failure)) return fail(response, failure);
  const refused = fake.threads.change(control, body);
  if (refused !== null) return refuse(fake, response, refused);
  return failure === undefined ? answer(response, { success: true }) : fail(response, failure);
}

/** It is carried out all the same. */
function isTaken(failure: Failure): boolean {
  return failure.kind === 'silence' || (failure.kind === 'torn' && failure.taken);
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

function authorisation(
  { token, appSecret }: FakeGraphApiOptions,
  request: IncomingMessage,
  address: URL,
  body: Fields,
): Refusal | null {
  const given =
    address.searchParams.get('access_token') ?? request.headers.authorization?.replace(/^Bearer /, '');
  if (given !== token) return { status: 400, code: 190, message: 'Invalid OAuth access token' };
  const proof = address.searchParams.get('appsecret_proof') ?? textOf(body['appsecret_proof']);
  const expected = createHmac('sha256', appSecret).update(token).digest('hex');
  return proof === expected ? null : { status: 400, code: 104, message: 'Invalid appsecret_proof' };
}

function takeMessage(
  fake: Omit<FakeGraphApi, 'url' | 'close'>,
  { onMessage }: FakeGraphApiOptions,
  failures: Failure[],
  { response, body }: Call,
): void {
  const refused = refusalOf(body);
  if (refused !== null) return refuse(fake, response, refused);
  const recipient = webhookFieldsOf(body['recipient']);
  const comment = textOf(recipient['comment_id']);
  const to = comment === undefined ? (textOf(recipient['id']) ?? '') : fake.comments.writerOf(comment);
  if (fake.failing !== undefined) return fail(response, fake.failing);
  if ('sender_action' in body) return answer(response, { recipient_id: to });
  const elsewhere =
    comment === undefined ? fake.threads.refusalOfMessage(to) : fake.comments.refusalOf(comment);
  if (elsewhere !== null) return refuse(fake, response, elsewhere);
  const failure = failures.shift();
  if (failure === undefined || isTaken(failure)) {
    const message = shownMessage(to, webhookFieldsOf(body['message']));
    fake.messages.push(message);
    onMessage?.(message);
    if (comment !== undefined) fake.comments.repliedTo(comment);
  }
  if (failure === undefined)
    return answer(response, { recipient_id: to, message_id: `m_${fake.messages.length}` });
  fail(response, failure);
}

function refuse(
  fake: Omit<FakeGraphApi, 'url' | 'close'>,
  response: ServerResponse,
  { status, code, subcode, message }: Refusal,
): void {
  fake.refusals.push(message);
  sendResponse(response, status, {
    error: { message, type: 'OAuthException', code, error_subcode: subcode, fbtrace_id: 'fake' },
  });
}
