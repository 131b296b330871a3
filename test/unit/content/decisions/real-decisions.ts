import { fileURLToPath } from 'node:url';
import { loadContent } from '../../../../src/content/load.js';
import type { Content } from '../../../../src/content/types.js';

/** A day on which every rate of the shipped content is in force. */
export const DAY = '2026-11-27';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
let loading: Promise<Content> | undefined;

/** The content as shipped; read once for all tests. */
export function shippedContent(): Promise<Content> {
  loading ??= loadContent(ROOT, DAY).then(({ content, problems }) => {
    const error = problems.find(({ severity }) => severity === 'error');
    if (content === null) throw new Error(`the shipped content is broken: ${error?.file} ${error?.message}`);
    return content;
  });
  return loading;
}
