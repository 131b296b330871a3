import { maskedNames } from '../../privacy/mask-text.js';
import type { MaskedKind } from '../../privacy/types.js';

/** What is no secret, or is named in nearly every message. */
const UNSPOKEN: readonly MaskedKind[] = ['link', 'person_name'];
/** Numbers that only the words beside them tell apart. */
const ALIKE: readonly MaskedKind[] = [
  'citizen_id',
  'old_citizen_id',
  'tax_code',
  'bank_account',
  'bank_card',
  'one_time_code',
];
const NAMED =
  /\b(?:mst|ma so thue|ma thue|cccd|cmnd|can cuoc|chung minh|dinh danh|stk|tk|tai khoan|the|otp|ma xac)\b/u;

/**
 * What was masked of a message, as it is spoken of: what it is where that is plain, otherwise `aNumber`. `undefined`
 * where nothing needs a word. `folded`: the message without what was masked.
 */
export function maskedAs(found: readonly MaskedKind[], folded: string, aNumber: string): string | undefined {
  const spoken = found.filter((kind) => !UNSPOKEN.includes(kind));
  const isPlain = (kind: MaskedKind) => !ALIKE.includes(kind) || NAMED.test(folded);
  const names = spoken.map((kind) => (isPlain(kind) ? (maskedNames([kind])[0] ?? aNumber) : aNumber));
  return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}
