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
  | 'link';

export interface MaskedText {
  /** NFC text in which what was found is replaced; never longer than needed, never holds the original. */
  text: string;
  found: MaskedKind[];
  /** A bare number was masked that may have been a sum of money: the bot asks for "1,5 tỷ" or "15.500.000". */
  maybeMoney: boolean;
}
