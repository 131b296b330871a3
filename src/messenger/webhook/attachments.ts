import type { AttachmentKind } from '../../conversation/types.js';
import { webhookFieldsOf, listOf, textOf, type Fields } from './values.js';

/** The thumbs in their three sizes. */
const LIKES = new Set(['369239263222822', '369239343222814', '369239383222810']);
const KINDS: Readonly<Record<string, AttachmentKind>> = {
  image: 'image',
  audio: 'audio',
  video: 'video',
  file: 'file',
  location: 'location',
  sticker: 'sticker',
  fallback: 'link',
  share: 'link',
  template: 'link',
  post: 'link',
  ig_post: 'link',
  reel: 'video',
  ig_reel: 'video',
};

/** What kinds of things came along; their addresses and contents are dropped here. */
export function attachmentKinds(message: Fields): AttachmentKind[] {
  const atMessage = textOf(message['sticker_id']);
  const kinds = listOf(message['attachments']).map((attachment) => {
    const fields = webhookFieldsOf(attachment);
    const sticker =
      atMessage ?? textOf(fields['sticker_id']) ?? textOf(webhookFieldsOf(fields['payload'])['sticker_id']);
    if (sticker !== undefined) return LIKES.has(sticker) ? 'like' : 'sticker';
    return KINDS[textOf(fields['type']) ?? ''] ?? 'other';
  });
  if (kinds.length === 0 && atMessage !== undefined) return [LIKES.has(atMessage) ? 'like' : 'sticker'];
  return [...new Set(kinds)];
}
