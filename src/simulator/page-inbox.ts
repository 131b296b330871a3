import { randomBytes } from 'node:crypto';
import { PAGE_INBOX_APP } from '../messenger/apps.js';
import { OWN_APP, type Threads } from './fake-graph-api/threads.js';
import { postEntry, type WebhookTarget } from './webhook-post.js';

/** A colleague at the Page's inbox (messenger facts, section 6): what they do there, as the bot's webhook hears of it. */
export class PageInbox {
  private written = 0;
  private readonly run = randomBytes(6).toString('hex');

  constructor(
    private readonly target: WebhookTarget,
    private readonly threads: Threads,
  ) {}

  /** Whoever answers there has the conversation from then on. */
  async answer(citizen: string, words: string): Promise<void> {
    const before = this.threads.ownerOf(citizen);
    if (this.threads.defaultApp !== undefined) this.threads.give(citizen, PAGE_INBOX_APP);
    const taken =
      this.threads.defaultApp !== undefined && before !== PAGE_INBOX_APP ? [this.taking(before)] : [];
    this.written += 1;
    const mid = `m_inbox_${this.run}_${this.written}`;
    const echo = {
      sender: { id: this.target.pageId },
      recipient: { id: citizen },
      message: { is_echo: true, mid, app_id: Number(PAGE_INBOX_APP), text: words },
    };
    await this.post(citizen, [...taken, echo]);
  }

  /** "Move to main": the conversation is the inbox's, without a word. */
  async take(citizen: string): Promise<void> {
    const before = this.threads.ownerOf(citizen);
    this.threads.give(citizen, PAGE_INBOX_APP);
    await this.post(citizen, [this.taking(before)]);
  }

  /** Back to the bot, with an event. */
  async giveBack(citizen: string): Promise<void> {
    this.threads.give(citizen, OWN_APP);
    const app = { previous_owner_app_id: Number(PAGE_INBOX_APP), new_owner_app_id: Number(OWN_APP) };
    await this.post(citizen, [{ pass_thread_control: { ...app, metadata: '' } }]);
  }

  /** "Done": nobody has it any more, and no app is told. */
  release(citizen: string): void {
    this.threads.give(citizen, undefined);
  }

  private taking(before: string | undefined): Record<string, unknown> {
    const previous = before === undefined ? {} : { previous_owner_app_id: Number(before) };
    return { take_thread_control: { ...previous, new_owner_app_id: Number(PAGE_INBOX_APP), metadata: '' } };
  }

  private async post(citizen: string, events: Record<string, unknown>[]): Promise<void> {
    const { pageId, now = Date.now } = this.target;
    const who = { sender: { id: citizen }, recipient: { id: pageId }, timestamp: now() };
    await postEntry(this.target, { messaging: events.map((event) => ({ ...who, ...event })) });
  }
}
