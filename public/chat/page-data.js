import { find } from './dom.js';

/** @type {unknown} */
const written = JSON.parse(find('page-data').textContent || '{}');

/** What the server put into the page. */
export const pageData = /** @type {import('./types.js').PageData} */ (written);
