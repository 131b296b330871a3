import type { CitizenEvent } from '../../conversation/types.js';
import { maskedWords } from '../../privacy/mask-text.js';
import { sentAt, type Arrival, type ClassifyTools } from './classify.js';
import { webhookFieldsOf, listOf, textOf, type Fields } from './values.js';

/** One change of the Page's feed, as it came. */
export interface RawChange {
  pageId: string;
  field: string;
  value: Fields;
}

/** Every change of every entry, whatever else the entry holds. */
export function commentChangesOf(body: unknown): RawChange[] {
  return listOf(webhookFieldsOf(body)['entry']).flatMap((entry) => {
    const { id, changes } = webhookFieldsOf(entry);
    const pageId = textOf(id) ?? '';
    return listOf(changes).map((change) => {
      const { field, value } = webhookFieldsOf(change);
      return { pageId, field: textOf(field) ?? '', value: webhookFieldsOf(value) };
    });
  });
}

const COMMENT_ID = /^[\w-]{1,100}$/u;

/**
 * A comment that somebody else than the Page has just written under a post, as an event of a conversation of its own;
 * `null` for likes, edits, removals, and comments without words or whose writer is not named. Of one with personal data
 * the words are not kept, only what kinds they were.
 */
export function commentIn(
  { pageId, field, value }: RawChange,
  { receivedAt, sequence }: Arrival,
  { mask, conversationOf }: ClassifyTools,
): CitizenEvent | null {
  if (field !== 'feed' || value['item'] !== 'comment' || value['verb'] !== 'add') return null;
  const id = textOf(value['comment_id']) ?? '';
  const writer = textOf(webhookFieldsOf(value['from'])['id']) ?? textOf(value['sender_id']);
  const words = textOf(value['message']) ?? '';
  const isOwn = writer === undefined || writer === pageId;
  if (isOwn || !COMMENT_ID.test(id) || words.trim() === '') return null;
  const post = textOf(value['post_id']);
  const masked = mask(words);
  return {
    key: `messenger|${pageId}|comment|${id}`,
    ...{ channel: 'messenger', conversationId: conversationOf(pageId, `comment:${id}`), pageId },
    ...{ address: id, kind: 'comment', receivedAt, sequence },
    sentAt: sentAt(writtenTime(value['created_time']), receivedAt),
    ...(post !== undefined && COMMENT_ID.test(post) ? { post } : {}),
    ...(masked.found.some((kind) => kind !== 'link') ? { masked: masked.found } : maskedWords(masked)),
  };
}

/** Seconds in most bodies, a date in some. */
function writtenTime(written: unknown): unknown {
  const read = typeof written === 'string' && written.includes('-') ? Date.parse(written) : written;
  return Number.isNaN(read) ? undefined : read;
}
