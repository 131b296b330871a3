import { CHANNELS } from '../../src/conversation-settings.js';
import { createAnswer } from '../../src/conversation/answer.js';
import { noticeVersion } from '../../src/conversation/consent.js';
import type { ServiceSwitch } from '../../src/conversation/service-switch.js';
import type { ContentSnapshot, SaturdaySlot } from '../../src/conversation/ports.js';
import type { ConversationSettings } from '../../src/conversation/turn.js';
import type { CitizenEvent, ConversationState, Reply, TurnResult } from '../../src/conversation/types.js';
import { DirectCitizen, type CitizenExchange } from '../../src/simulator/direct-citizen.js';
import { FakeBookings } from '../fakes/bookings.js';
import { FakeRequests } from '../fakes/requests.js';

const SETTINGS: ConversationSettings = {
  authority: 'Thuế thành phố Đà Nẵng',
  consentMode: 'ask',
  retentionDays: 30,
  channels: CHANNELS,
};

const ORIGIN = { channel: 'messenger', conversationId: 'citizen', pageId: '1', address: '2' } as const;

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
  private readonly citizen: DirectCitizen;
  /** Every button seen so far: unlike quick replies they stay on the screen. */
  private readonly buttons: { title: string; payload: string }[] = [];

  constructor(knowledge: ContentSnapshot, options: CitizenOptions = {}) {
    this.now = options.now ?? new Date('2026-11-23T03:00:00Z');
    this.service = options.service ?? null;
    const answer = createAnswer({
      service: { read: () => Promise.resolve(this.service) },
      knowledge: { current: () => knowledge },
      requests: this.requests,
      bookings: new FakeBookings(options.slots),
      clock: { now: () => this.now },
      settings: { ...SETTINGS, ...options.settings },
    });
    this.citizen = new DirectCitizen(answer, ORIGIN);
    if (options.known !== false) {
      this.state = {
        consent: { choice: 'yes', noticeVersion: noticeVersion(knowledge) },
        stopped: false,
        suspended: [],
        lastEventAt: this.now,
      };
    }
  }

  get state(): ConversationState | undefined {
    return this.citizen.state;
  }

  set state(state: ConversationState | undefined) {
    this.citizen.state = state;
  }

  get last(): TurnResult | undefined {
    return this.citizen.last;
  }

  async say(written: string): Promise<string> {
    return this.seen(await this.citizen.say(written, this.now));
  }

  /** Presses the button or quick reply under this title: of the last answer, or a button further up. */
  async press(title: string): Promise<string> {
    const shown =
      this.choices().find((choice) => choice.title === title || choice.title.startsWith(title)) ??
      this.buttons.findLast((choice) => choice.title === title);
    if (shown === undefined) throw new Error(`no button “${title}” among: ${this.titles().join(', ')}`);
    return this.seen(await this.citizen.press(shown, this.now));
  }

  async send(event: Partial<CitizenEvent> & Pick<CitizenEvent, 'kind'>): Promise<string> {
    return this.seen(await this.citizen.send(event, this.now));
  }

  private seen({ result }: CitizenExchange): string {
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

  /** Every message of the last answer, one after the other. */
  screen(): string {
    return this.replies.map(({ text }) => text).join('\n---\n');
  }

  titles(): string[] {
    return this.choices().map(({ title }) => title);
  }

  choices(): { title: string; payload: string }[] {
    return this.citizen.choices();
  }
}
