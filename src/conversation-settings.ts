import type { OfficeConfig } from './config-types.js';
import type { ConversationSettings } from './conversation/turn.js';

const HOUR_MS = 3_600_000;

export type TalkConfig = Pick<
  OfficeConfig,
  'authority' | 'consentMode' | 'retentionDays' | 'officers' | 'colleagueSilenceHours'
> & { publicUrl?: string | undefined };

/** What the settings of the process say of how the bot talks. */
export function conversationSettings(config: TalkConfig): ConversationSettings {
  return {
    authority: config.authority,
    consentMode: config.consentMode,
    retentionDays: config.retentionDays,
    answersIn: config.officers.answerIn,
    silence: {
      inboxMs: config.officers.silenceHours * HOUR_MS,
      echoMs: config.colleagueSilenceHours * HOUR_MS,
    },
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
  };
}
