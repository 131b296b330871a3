import { SERVICE_MODES, type ServiceSwitch } from '../../conversation/service-switch.js';
import { documentSchema } from './schema.js';

/** There is one, for the whole bot. */
export interface ServiceSwitchDocument extends ServiceSwitch {
  _id: 'bot';
}

export const serviceSwitchSchema = documentSchema({
  mode: { type: String, required: true, enum: SERVICE_MODES },
  since: { type: Date, required: true },
  until: Date,
  notice: String,
  reason: String,
  by: { type: String, required: true },
});
