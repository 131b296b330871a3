import type { Content } from './types.js';

/**
 * Whose bot it is, as citizens know it: what the setting AUTHORITY says, else the office's own file
 * (`procedures/shared/offices.yml`), else no name at all, only that it is a tax office.
 */
export function authorityOf(
  { offices, sentences }: Pick<Content, 'offices' | 'sentences'>,
  setting: string | undefined,
): string {
  return setting ?? offices.authority ?? sentences.get('label_authority')?.[0] ?? '';
}
