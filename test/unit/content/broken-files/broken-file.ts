/** One way to break a file of the valid fixture, and what staff must be told about it. */
export interface BrokenFile {
  /** What someone did wrong, as a sentence that goes on from "when". */
  when: string;
  file: string;
  /** Text of the valid file, and what stands there instead. */
  replace: readonly [right: string, wrong: string];
  /** The file that the message names, when the slip shows in another one. */
  toldIn?: string;
  /** Where the message must point. */
  line: number;
  /** In the message. */
  says: RegExp;
  /** In the remedy. */
  advises: RegExp;
  warning?: true;
}

export const REGISTRATION = 'procedures/dang-ky-thue-ca-nhan.yml';
export const SETTLEMENT = 'procedures/quyet-toan-tncn-tu-lam.yml';
export const REGISTRATION_INTENT = 'intents/dang-ky-thue-ca-nhan.yml';
export const SETTLEMENT_INTENT = 'intents/quyet-toan-tncn-tu-lam.yml';
