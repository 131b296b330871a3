import type { Answer } from '../conversation/answer.js';
import { decodePayload, encodePayload, type Payload } from '../conversation/payloads.js';
import { keepsText } from '../conversation/state/conversation-state.js';
import type { Channel } from '../conversation/types.js';
import type { Random } from '../intent-matching/random.js';
import type { ExchangeRecord } from '../turns/ports.js';
import { recordOf } from '../turns/turn-record.js';
import { DirectCitizen, type CitizenExchange } from './direct-citizen.js';

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
  private readonly citizen: DirectCitizen;
  private now = new Date(0);

  constructor(
    private readonly stage: DemoStage,
    id: string,
    channel: Channel,
  ) {
    const origin = { channel, conversationId: `demo-${id}`, pageId: 'demo', address: '' };
    this.citizen = new DirectCitizen(stage.answer, origin);
  }

  /** Comes (back) at this moment. */
  arrive(at: Date): void {
    this.now = at;
  }

  async say(written: string): Promise<void> {
    await this.record(await this.citizen.say(written, this.later()));
  }

  async follow(ref: string): Promise<void> {
    await this.record(await this.citizen.send({ kind: 'referral', ref }, this.later()));
  }

  async tap(payload: Payload): Promise<void> {
    await this.pressed({ title: '', payload: encodePayload(payload) });
  }

  /** Presses the first button on the screen that fits; `false` when there is none. */
  async press(fits: (payload: Payload) => boolean): Promise<boolean> {
    const found = this.citizen.choices().find(({ payload }) => {
      const decoded = decodePayload(payload);
      return decoded !== null && fits(decoded);
    });
    if (found === undefined) return false;
    await this.pressed(found);
    return true;
  }

  private async pressed(choice: { title: string; payload: string }): Promise<void> {
    await this.record(await this.citizen.press(choice, this.later()));
  }

  /** Some seconds to read, think and type. */
  private later(): Date {
    this.now = new Date(this.now.getTime() + 8000 + this.stage.random() * 70_000);
    this.stage.setNow(this.now);
    return this.now;
  }

  private async record({ event, result }: CitizenExchange): Promise<void> {
    const { random, write, consentMode } = this.stage;
    const took = 90 + 160 * random() + (random() < 0.06 ? 2500 * random() : 0);
    const keepText = keepsText(result.state, consentMode);
    await write(recordOf(event, result, { keepText, answeredAt: new Date(this.now.getTime() + took) }));
  }
}
