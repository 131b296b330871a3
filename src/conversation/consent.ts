import { body, type Line } from './lines.js';
import { button, buttons, choice, text } from './replies.js';
import type { Turn } from './turn.js';
import { isAnsweredInEnglish } from './wording/in-english.js';
import { say, type LabelKey, type Speaker } from './wording/say.js';
import type { Button, Channel, Reply } from './types.js';

type Notifier = Speaker & Pick<Turn, 'settings'>;

/**
 * Which notice is shown: staff change it in the content whenever the notice's meaning changes, and a consent given to
 * another version is asked for anew.
 */
export function noticeVersion({ content }: Pick<Speaker, 'content'>): string {
  return say({ content }, 'label_notice_version');
}

export function needsNotice(turn: Pick<Turn, 'content' | 'state'>): boolean {
  const { consent } = turn.state;
  return consent.choice === 'unasked' || consent.noticeVersion !== noticeVersion(turn);
}

/** The short notice that comes with the first answer: who, what, how long, rights, automatic (privacy facts, section 4). */
export function notice(turn: Turn): Reply {
  const { authority, retentionDays, consentMode, channels } = turn.settings;
  const prefix = isAnsweredInEnglish(turn) ? ('english_' as const) : '';
  const through = channels[turn.event.channel].thirdParty ? ` ${say(turn, `${prefix}notice_through`)}` : '';
  const key = consentMode === 'ask' ? ('notice_ask' as const) : 'notice_keep';
  return buttons(say(turn, `${prefix}${key}`, { authority, through, days: String(retentionDays) }), [
    ...consentButtons(turn),
    button(say(turn, 'button_details'), { kind: 'privacy' }),
  ]);
}

function consentButtons(speaker: Speaker): Button[] {
  return [
    button(say(speaker, 'button_agree'), { kind: 'consent', choice: 'yes' }),
    button(say(speaker, 'button_disagree'), { kind: 'consent', choice: 'no' }),
  ];
}

/** The whole notice, for whoever asks. */
export function fullNotice(speaker: Notifier, channel: Channel): Reply[] {
  const { authority, channels } = speaker.settings;
  const collected = say(
    speaker,
    channels[channel].thirdParty ? 'notice_collected_messenger' : 'notice_collected_web',
  );
  const fact = (label: LabelKey, words: string): Line => ({
    as: 'fact',
    label: say(speaker, label),
    text: words,
  });
  return [
    text(
      body([
        fact('label_notice_who', say(speaker, 'notice_who', { authority })),
        fact('label_notice_received', say(speaker, 'notice_received', { collected })),
        fact('label_notice_purpose', say(speaker, 'notice_purpose')),
      ]),
    ),
    buttons(
      body([
        fact('label_notice_readers', say(speaker, 'notice_readers')),
        fact('label_notice_kept', howLong(speaker)),
        fact('label_notice_rights', say(speaker, 'notice_rights')),
        say(speaker, 'notice_basis', { version: noticeVersion(speaker) }),
        ...moreAt(speaker),
      ]),
      consentButtons(speaker),
      [choice(say(speaker, 'button_delete'), { kind: 'delete_data', confirmed: false })],
    ),
  ];
}

function moreAt(speaker: Notifier): Line[] {
  const { publicUrl } = speaker.settings;
  return publicUrl === undefined ? [] : [say(speaker, 'notice_more', { url: `${publicUrl}/quyen-rieng-tu` })];
}

function howLong(speaker: Notifier): string {
  const { consentMode, retentionDays } = speaker.settings;
  const days = String(retentionDays);
  return say(speaker, consentMode === 'ask' ? 'notice_kept_ask' : 'notice_kept_notice', { days });
}

/** Said when a citizen comes back after a day, and once at the first greeting. */
export function disclosure(turn: Notifier): string {
  return say(turn, 'disclosure', { authority: turn.settings.authority });
}
