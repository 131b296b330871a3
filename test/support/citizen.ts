import { createAnswer, type Answer } from '../../src/conversation/answer.js';
import { NOTICE_VERSION } from '../../src/conversation/consent.js';
import type { ServiceSwitch } from '../../src/conversation/service-switch.js';
import type { SaturdaySlot, Understanding } from '../../src/conversation/ports.js';
import type { ConversationSettings } from '../../src/conversation/turn.js';
import type { CitizenEvent, ConversationState, Reply, TurnResult } from '../../src/conversation/types.js';
import type { Content } from '../../src/content/types.js';
import { maskedWords, maskText } from '../../src/privacy/mask-text.js';
import { FakeBookings } from '../fakes/bookings.js';
import { FakeRequests } from '../fakes/requests.js';

const SETTINGS: ConversationSettings = {
  authority: 'Thuế thành phố Đà Nẵng',
  consentMode: 'ask',
  retentionDays: 30,
};

export interface CitizenOptions {
  settings?: Partial<ConversationSettings>;
  slots?: Omit<SaturdaySlot, 'free'>[];
  /** Starts as one who has made their choice about data, so that no notice comes with the first answer. */
  known?: boolean;
  now?: Date;
  /** As an administrator has set the bot. */
  service?: ServiceSwitch;
}

/** A citizen who writes and presses buttons, and sees what a citizen would see. Time stands still unless moved. */
export class Citizen {
  readonly requests = new FakeRequests();
  now: Date;
  /** As an administrator has set the bot; it may be set anew. */
  service: ServiceSwitch | null;
  state: ConversationState | undefined;
  last: TurnResult | undefined;
  private readonly answer: Answer;
  /** Every button seen so far: unlike quick replies they stay on the screen. */
  private readonly buttons: { title: string; payload: string }[] = [];
  private events = 0;

  constructor(knowledge: { content: Content } & Understanding, options: CitizenOptions = {}) {
    this.now = options.now ?? new Date('2026-11-23T03:00:00Z');
    this.service = options.service ?? null;
    this.answer = createAnswer({
      service: { read: () => Promise.resolve(this.service) },
      knowledge: { current: () => knowledge },
      requests: this.requests,
      bookings: new FakeBookings(options.slots),
      clock: { now: () => this.now },
      settings: { ...SETTINGS, ...options.settings },
    });
    if (options.known !== false) {
      this.state = {
        consent: { choice: 'yes', noticeVersion: NOTICE_VERSION },
        stopped: false,
        suspended: [],
        lastEventAt: this.now,
      };
    }
  }

  async say(written: string): Promise<string> {
    return this.send({ kind: 'text', ...maskedWords(maskText(written)) });
  }

  /** Presses the button or quick reply under this title: of the last answer, or a button further up. */
  async press(title: string): Promise<string> {
    const shown =
      this.choices().find((choice) => choice.title === title || choice.title.startsWith(title)) ??
      this.buttons.findLast((choice) => choice.title === title);
    if (shown === undefined) throw new Error(`no button “${title}” among: ${this.titles().join(', ')}`);
    return this.send({ kind: 'button', text: shown.title, payload: shown.payload });
  }

  async send(event: Partial<CitizenEvent> & Pick<CitizenEvent, 'kind'>): Promise<string> {
    this.events += 1;
    const result = await this.answer(
      {
        key: `event-${this.events}`,
        channel: 'messenger',
        conversationId: 'citizen',
        pageId: '1',
        address: '2',
        sentAt: this.now,
        receivedAt: this.now,
        sequence: this.events,
        ...event,
      },
      this.state,
    );
    // As the worker does once the last replies are out.
    this.state = result.deleteData === true ? undefined : result.state;
    this.last = result;
    const shown = result.replies.flatMap((reply) => (reply.kind === 'buttons' ? reply.buttons : []));
    this.buttons.push(...shown.flatMap((button) => (button.type === 'reply' ? [button] : [])));
    return this.screen();
  }

  wait(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds);
  }

  get replies(): Reply[] {
    return this.last?.replies ?? [];
  }

  /** Every bubble of the last answer, one after the other. */
  screen(): string {
    return this.replies.map(({ text }) => text).join('\n---\n');
  }

  titles(): string[] {
    return this.choices().map(({ title }) => title);
  }

  choices(): { title: string; payload: string }[] {
    return this.replies.flatMap((reply) => [
      ...(reply.kind === 'buttons'
        ? reply.buttons.flatMap((button) => (button.type === 'reply' ? [button] : []))
        : []),
      ...(reply.quickReplies ?? []),
    ]);
  }
}
