import type { Exchange } from '../../records/documents/exchange.js';

/** One event of a hand-counted example. */
export interface ExampleExchange extends Partial<
  Pick<
    Exchange,
    | 'procedure'
    | 'rating'
    | 'thumb'
    | 'messageId'
    | 'entryPoint'
    | 'booking'
    | 'consentGiven'
    | 'request'
    | 'text'
    | 'channel'
    | 'intent'
    | 'alternatives'
    | 'toldPlace'
  >
> {
  /** Which citizen. */
  who: number;
  /** `YYYY-MM-DD HH:MM` in Vietnam; the 24th of November 2026 unless told. */
  at?: string;
  outcome: Exchange['outcome'];
  /** Milliseconds until it was answered. */
  took?: number;
}
