/**
 * Longest and most that Messenger takes, in UTF-16 code units and numbers; every channel keeps to them, so that a reply looks the
 * same everywhere. From the Send API's and the profile's documentation.
 */
export const MESSENGER_LIMITS = {
  text: 2000,
  /** Text above buttons. */
  buttonText: 640,
  /** Of a button or quick reply. */
  title: 20,
  payload: 1000,
  buttons: 3,
  quickReplies: 13,
  /** The greeting of a Page. */
  greeting: 160,
} as const;
