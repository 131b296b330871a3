export type AttachmentKind =
  'image' | 'audio' | 'video' | 'file' | 'location' | 'sticker' | 'like' | 'link' | 'other';

/**
 * What a citizen did, as the inbox keeps it: text masked, addresses of attachments dropped.
 * `button` covers postbacks and quick replies: `payload` is ours, `text` its title.
 * `comment`: written under a post of the Page, where everybody reads it.
 * `officer`: not the citizen, but somebody of the office in their conversation.
 * Kinds that never get a reply: `unsend`, `edit`, `reaction`, `notice` (deliveries, reads, echoes, standby, unknown).
 */
export type EventKind =
  | 'text'
  | 'button'
  | 'attachment'
  | 'referral'
  | 'unsend'
  | 'edit'
  | 'reaction'
  | 'notice'
  | 'officer'
  | 'comment';
