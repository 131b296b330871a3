import { find } from './dom.js';

/** What the server put into the page. */
export const pageData = /** @type {import('./types.js').PageData} */ (
  JSON.parse(find('page-data').textContent || '{}')
);
