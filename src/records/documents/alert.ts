import { ALERT_CHANNELS, TOLD_KINDS, type AlertChannel, type AlertKind } from '../../alerts/types.js';
import { documentSchema } from './schema.js';

/** One thing told through one channel; it stays, so that it is not told again. */
export interface AlertDocument {
  _id: string;
  channel: AlertChannel;
  kind: AlertKind;
  about: string;
  line: string;
  path: string;
  at: Date;
  /** When a state that lasts was last found. */
  seenAt: Date;
  state: 'waiting' | 'sending' | 'sent' | 'given_up';
  dueAt: Date;
  attempts: number;
  sentAt?: Date;
}

export const alertSchema = documentSchema({
  channel: { type: String, required: true, enum: ALERT_CHANNELS },
  kind: { type: String, required: true, enum: TOLD_KINDS },
  about: { type: String, required: true },
  line: { type: String, required: true },
  path: { type: String, required: true },
  at: { type: Date, required: true },
  seenAt: { type: Date, required: true },
  state: { type: String, required: true, enum: ['waiting', 'sending', 'sent', 'given_up'] },
  dueAt: { type: Date, required: true },
  attempts: { type: Number, required: true },
  sentAt: Date,
})
  .index({ state: 1, channel: 1, dueAt: 1 })
  .index({ seenAt: 1 });
