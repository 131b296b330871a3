import type { Answer } from '../conversation/answer.js';
import type { Choice, CitizenEvent, ConversationState, TurnResult } from '../conversation/types.js';
import { maskedWords, maskText } from '../privacy/mask-text.js';

/** What every event of one citizen says of where it comes from. */
export type CitizenOrigin = Pick<CitizenEvent, 'channel' | 'conversationId' | 'pageId' | 'address'>;

/** A citizen who speaks with the conversation itself: no channel and no storage stand between. */
export class DirectCitizen {
  state: ConversationState | undefined;
  last: TurnResult | undefined;
  private events = 0;

  constructor(
    private readonly answer: Answer,
    private readonly origin: CitizenOrigin,
  ) {}

  /** What is typed, masked as every channel masks it. */
  say(written: string, at: Date): Promise<CitizenExchange> {
    return this.send({ kind: 'text', ...maskedWords(maskText(written)) }, at);
  }

  press({ title, payload }: Choice, at: Date): Promise<CitizenExchange> {
    return this.send({ kind: 'button', text: title, payload }, at);
  }

  async send(event: Partial<CitizenEvent> & Pick<CitizenEvent, 'kind'>, at: Date): Promise<CitizenExchange> {
    this.events += 1;
    const whole: CitizenEvent = {
      ...this.origin,
      key: `${this.origin.conversationId}-${this.events}`,
      sentAt: at,
      receivedAt: at,
      sequence: this.events,
      ...event,
    };
    const result = await this.answer(whole, this.state);
    // As the worker does once the last replies are out.
    this.state = result.deleteData === true ? undefined : result.state;
    this.last = result;
    return { event: whole, result };
  }

  /** The buttons and quick replies of the last answer. */
  choices(): Choice[] {
    return (this.last?.replies ?? []).flatMap((reply) => [
      ...(reply.kind === 'buttons'
        ? reply.buttons.flatMap((button) => (button.type === 'reply' ? [button] : []))
        : []),
      ...(reply.quickReplies ?? []),
    ]);
  }
}

export interface CitizenExchange {
  event: CitizenEvent;
  result: TurnResult;
}
