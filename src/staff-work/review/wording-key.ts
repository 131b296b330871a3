import { createHash } from 'node:crypto';
import { foldedWords } from '../../shared/fold.js';
import { withoutMasks } from '../../privacy/mask-text.js';
import type { ReviewItem } from '../ports.js';

/** By what a wording is known again without being kept: a digest of its folded words, or of what was rated. */
export function wordingKey({ text, procedure }: Pick<ReviewItem, 'text' | 'procedure'>): string {
  const words = text === undefined ? `rated ${procedure ?? ''}` : foldedWords(withoutMasks(text)).join(' ');
  return createHash('sha256').update(words).digest('hex').slice(0, 32);
}
