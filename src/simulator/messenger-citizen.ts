import { randomBytes } from 'node:crypto';
import type { ShownMessage } from './fake-graph-api/screen.js';
import type { Threads } from './fake-graph-api/threads.js';
import { webhookFieldsOf } from '../messenger/webhook/values.js';
import { postEntry, type WebhookTarget } from './webhook-post.js';
import { AppError } from '../shared/errors.js';

export interface SimulatedCitizenOptions extends WebhookTarget {
  citizenId?: string;
  /** Messages that reached this citizen so far. */
  messages: readonly ShownMessage[];
  /** Who has the conversation; the bot unless told. */
  threads?: Threads;
}

const STICKERS = { sticker: '144885035685763', like: '369239263222822' } as const;

/** Writes to the bot as Facebook does: signed, with escaped unicode, a new message id each time. */
export class SimulatedCitizen {
  readonly id: string;
  private seen = 0;
  private sent = 0;
  private readonly run = randomBytes(6).toString('hex');

  constructor(private readonly options: SimulatedCitizenOptions) {
    this.id = options.citizenId ?? '7000000000000001';
  }

  async say(text: string): Promise<void> {
    await this.post({ message: { mid: this.nextMid(), text } });
  }

  /** Presses what the citizen sees under this title: a button or a quick reply, the newest. Throws when there is none. */
  async press(title: string): Promise<void> {
    const own = this.options.messages.filter(({ to }) => to === this.id);
    const found = own.flatMap(({ choices }) => choices).findLast((choice) => choice.title === title);
    if (found === undefined) throw new AppError('NO_SUCH_BUTTON', `Trên màn hình không có nút “${title}”.`);
    await this.post(
      found.quick
        ? { message: { mid: this.nextMid(), text: found.title, quick_reply: { payload: found.payload } } }
        : { postback: { mid: this.nextMid(), title: found.title, payload: found.payload } },
    );
  }

  /** `kind` as Messenger names it; `sticker` and `like` go out as stickers do. */
  async attach(kind: string): Promise<void> {
    const id = kind === 'sticker' || kind === 'like' ? STICKERS[kind] : undefined;
    const attachment =
      id === undefined
        ? { type: kind, payload: { url: 'https://example.org/attachment' } }
        : { type: 'sticker', payload: { url: 'https://example.org/sticker', sticker_id: id } };
    await this.post({ message: { mid: this.nextMid(), attachments: [attachment] } });
  }

  /** Opens an m.me link or scans a QR code, in a thread that is there already. */
  async follow(ref: string): Promise<void> {
    await this.post({ referral: { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' } });
  }

  /** Presses a thumb under the bot's message of this id. */
  async thumb(messageId: string, given: 'up' | 'down'): Promise<void> {
    const feedback = given === 'up' ? 'Good response' : 'Bad response';
    await this.post({ response_feedback: { feedback, mid: messageId } });
  }

  async post(event: Record<string, unknown>, signed = true): Promise<Response> {
    const timestamp = (this.options.now ?? Date.now)();
    const events = [{ sender: { id: this.id }, recipient: { id: this.options.pageId }, timestamp, ...event }];
    const isOwn = !('sender' in event);
    const under = (isOwn ? this.options.threads?.heard(this.id) : undefined) ?? 'messaging';
    const heard = under === 'standby' ? events.map(withoutPayload) : events;
    return postEntry(this.options, { [under]: heard }, signed);
  }

  /** What came since the last look. */
  look(): ShownMessage[] {
    const own = this.options.messages.filter(({ to }) => to === this.id);
    const fresh = own.slice(this.seen);
    this.seen = own.length;
    return fresh;
  }

  private nextMid(): string {
    this.sent += 1;
    return `m_${this.run}_${this.sent}`;
  }
}

/** A button pressed while another app has the conversation comes without its payload. */
function withoutPayload(event: Record<string, unknown>): Record<string, unknown> {
  if (!('postback' in event)) return event;
  const postback = webhookFieldsOf(event['postback']);
  return { ...event, postback: { mid: postback['mid'], title: postback['title'] } };
}
