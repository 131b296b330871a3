/**
 * What a citizen does with a message besides asking about a matter (after ISO 24617-2 and Rasa's repair patterns). Acts
 * are learned from examples as intents are, but are never options of an ask-back and take no probability from topics.
 */
export const DIALOGUE_ACTS = [
  'danger', // a fraud is under way: an app is installed, a caller wants the OTP, money is sent
  'danger_goes_on', // said within such a fraud; alone it may be about anything: "gọi ngân hàng không ai bắt máy"
  'delete_data',
  'stop', // switch the bot off
  'start_again',
  'person', // wants a human
  'request_status', // how does my request stand
  'cancel_request',
  'cancel_booking',
  'how_long_wait', // when will a person answer
  'greet',
  'thanks',
  'bye',
  'ok', // takes note, nothing more
  'agree',
  'refuse',
  'never_mind', // drops the matter: "thôi khỏi", "không có gì, lộn"
  'doubt', // "chắc không", "trên mạng nói khác mà"
  'explain', // "là sao", "nói rõ hơn"
  'example', // "ví dụ đi"
  'repeat', // "nói lại coi", "quên rồi"
  'shorter',
  'correct', // takes back what was said: "à nhầm"
  'complain', // about the bot
  'angry', // about the matter or the office
  'insult',
  'bot_or_human',
  'small_talk',
  'evasion', // asks how to pay less than is due, or to bribe
  'no_smartphone', // cannot use the app: old, no phone
  'next', // in a guide
  'back',
  'first_step',
  'all_steps',
  'how_many_left', // "hết chưa", "còn mấy bước"
  'how_many_steps',
  'menu',
  'help',
  'about_bot', // asks about the bot itself: who reads along, how long it is kept, whether it takes appointments
  'sad_news', // tells of a loss or trouble
  'elsewhere', // asks about a matter of another office
  'capabilities', // asks the bot to do what it cannot: look a file up, book, register
] as const;

export type DialogueAct = (typeof DIALOGUE_ACTS)[number];

/** Whether what is said of a fraud under way leads to this entry. */
export function warnsOfFraud(acts: readonly DialogueActExamples[], entry: string | undefined): boolean {
  return entry !== undefined && acts.some((one) => one.act === 'danger' && one.entry === entry);
}

/** One kind of message: several may stand for the same act and answer differently. */
export interface DialogueActExamples {
  id: string;
  act: DialogueAct;
  /** The entry that says more, where there is one. */
  entry?: string;
  /** Folded words that make the act sure in a message that asks nothing: "cảm ơn". */
  cues: string[];
  /** What the bot says; taken in turn. Empty where the answer is the product's own. */
  replies: string[];
  /** The same for whoever writes in English. */
  repliesEn: string[];
  examples: string[];
}
