import type { OfficeConfig } from './config-types.js';
import type { ConversationSettings } from './conversation/turn.js';

const HOUR_MS = 3_600_000;

/** What the channels that this program serves are like. */
export const CHANNELS: ConversationSettings['channels'] = {
  messenger: { thirdParty: true, inbox: true },
  web: { thirdParty: false, inbox: false },
};

export type TalkConfig = Pick<
  OfficeConfig,
  'authority' | 'consentMode' | 'retentionDays' | 'officers' | 'colleagueSilenceHours'
> & { publicUrl?: string | undefined };

/** What the settings of the process say of how the bot talks. */
export function conversationSettings(config: TalkConfig): ConversationSettings {
  return {
    // What the content says of it may change.
    get authority() {
      return config.authority;
    },
    consentMode: config.consentMode,
    retentionDays: config.retentionDays,
    channels: CHANNELS,
    answersIn: config.officers.answerIn,
    silence: {
      inboxMs: config.officers.silenceHours * HOUR_MS,
      echoMs: config.colleagueSilenceHours * HOUR_MS,
    },
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
  };
}
