import type { Collection } from './engine/collection.js';
import type { ConsentEntry } from './documents/consent-entry.js';
import { consentSchema } from './documents/consent-entry.js';
import type { ContentVersionDocument } from './documents/content-version.js';
import { contentVersionSchema } from './documents/content-version.js';
import type { ConversationDocument } from './documents/conversation.js';
import { conversationSchema } from './documents/conversation.js';
import type { Day, Exchange } from './documents/exchange.js';
import { daySchema, exchangeSchema } from './documents/exchange.js';
import type { InboxEvent } from './documents/inbox-event.js';
import { inboxSchema } from './documents/inbox-event.js';
import type { RequestDocument } from './documents/request.js';
import { requestSchema } from './documents/request.js';
import type { Slot } from './documents/slot.js';
import { slotSchema } from './documents/slot.js';
import type { WebReply } from './documents/web-reply.js';
import { webReplySchema } from './documents/web-reply.js';

/** All that is stored, by name. A file in the data directory, or a collection of the database, has the same name. */
export interface Collections {
  inbox: Collection<InboxEvent>;
  conversations: Collection<ConversationDocument>;
  exchanges: Collection<Exchange>;
  days: Collection<Day>;
  requests: Collection<RequestDocument>;
  slots: Collection<Slot>;
  webReplies: Collection<WebReply>;
  consents: Collection<ConsentEntry>;
  contentVersions: Collection<ContentVersionDocument>;
}

export const SCHEMAS = {
  inbox: inboxSchema,
  conversations: conversationSchema,
  exchanges: exchangeSchema,
  days: daySchema,
  requests: requestSchema,
  slots: slotSchema,
  webReplies: webReplySchema,
  consents: consentSchema,
  contentVersions: contentVersionSchema,
} as const;
