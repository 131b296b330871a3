/** The kinds of personal data that are recognised in text and masked before anything is stored or logged. */
export type MaskedKind =
  | 'citizen_id'
  | 'old_citizen_id'
  | 'tax_code'
  | 'passport'
  | 'phone'
  | 'bank_card'
  | 'bank_account'
  | 'email'
  | 'one_time_code'
  | 'password'
  | 'vehicle_plate'
  | 'land_document'
  | 'person_name'
  | 'identity_card'
  | 'link';

/** Something that looks like personal data: where it stands in the text that was read, and of what kind. */
export interface Finding {
  start: number;
  end: number;
  kind: MaskedKind;
}

/** What is kept of a text: only what there is to say of it. */
export interface MaskedWords {
  text: string;
  masked?: MaskedKind[];
  maybeMoney?: true;
  truncated?: true;
}

export interface MaskedText {
  /** NFC text in which what was found is replaced; never holds the original. */
  text: string;
  found: MaskedKind[];
  /** A bare number was masked that may have been a sum of money: the bot asks for "1,5 tỷ" or "15.500.000". */
  maybeMoney: boolean;
  /** The text was longer than what is read of one message; the rest is gone. */
  truncated: boolean;
}
