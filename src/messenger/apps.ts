/** Facebook's own inbox, where the Page's staff write: an app like others (messenger facts, section 6). */
export const PAGE_INBOX_APP = '263902037430900';
