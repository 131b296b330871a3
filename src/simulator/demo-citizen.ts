import type { Answer } from '../conversation/answer.js';
import type { ExchangeRecord } from '../turns/ports.js';
import { decodePayload, encodePayload, type Payload } from '../conversation/payloads.js';
import { keepsText } from '../conversation/state/conversation-state.js';
import type { Channel, CitizenEvent, ConversationState, TurnResult } from '../conversation/types.js';
import { recordOf } from '../turns/turn-record.js';
import { maskedWords, maskText } from '../privacy/mask-text.js';
import type { Random } from '../intent-matching/random.js';

export interface DemoStage {
  answer: Answer;
  random: Random;
  consentMode: 'ask' | 'notice';
  /** Sets the time that `answer` goes by. */
  setNow: (now: Date) => void;
  write: (record: ExchangeRecord) => Promise<void>;
}

/** A made-up citizen: says things, presses what is on the screen, and leaves records as a real one would. */
export class DemoCitizen {
  private state: ConversationState | undefined;
  private last: TurnResult | undefined;
  private now = new Date(0);
  private events = 0;

  constructor(
    private readonly stage: DemoStage,
    private readonly id: string,
    private readonly channel: Channel,
  ) {}

  /** Comes (back) at this moment. */
  arrive(at: Date): void {
    this.now = at;
  }

  async say(written: string): Promise<void> {
    await this.send({ kind: 'text', ...maskedWords(maskText(written)) });
  }

  async follow(ref: string): Promise<void> {
    await this.send({ kind: 'referral', ref });
  }

  async tap(payload: Payload): Promise<void> {
    await this.send({ kind: 'button', text: '', payload: encodePayload(payload) });
  }

  /** Presses the first button on the screen that fits; `false` when there is none. */
  async press(fits: (payload: Payload) => boolean): Promise<boolean> {
    const found = this.choices().find(({ payload }) => {
      const decoded = decodePayload(payload);
      return decoded !== null && fits(decoded);
    });
    if (found === undefined) return false;
    await this.send({ kind: 'button', text: found.title, payload: found.payload });
    return true;
  }

  private choices(): { title: string; payload: string }[] {
    return (this.last?.replies ?? []).flatMap((reply) => [
      ...(reply.kind === 'buttons'
        ? reply.buttons.flatMap((one) => (one.type === 'reply' ? [one] : []))
        : []),
      ...(reply.quickReplies ?? []),
    ]);
  }

  private async send(event: Partial<CitizenEvent> & Pick<CitizenEvent, 'kind'>): Promise<void> {
    const { random, answer, setNow, write, consentMode } = this.stage;
    this.events += 1;
    this.now = new Date(this.now.getTime() + 8000 + random() * 70_000);
    setNow(this.now);
    const whole: CitizenEvent = {
      key: `demo-${this.id}-${this.events}`,
      channel: this.channel,
      conversationId: `demo-${this.id}`,
      pageId: 'demo',
      address: '',
      sentAt: this.now,
      receivedAt: this.now,
      sequence: this.events,
      ...event,
    };
    const result = await answer(whole, this.state);
    this.state = result.state;
    this.last = result;
    const took = 90 + 160 * random() + (random() < 0.06 ? 2500 * random() : 0);
    const keepText = keepsText(result.state, consentMode);
    await write(recordOf(whole, result, { keepText, answeredAt: new Date(this.now.getTime() + took) }));
  }
}
