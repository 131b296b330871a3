import type { Collection } from './engine/collection.js';
import type { AccountDocument } from './documents/account.js';
import { accountSchema } from './documents/account.js';
import type { AlertDocument } from './documents/alert.js';
import { alertSchema } from './documents/alert.js';
import type { ApiTokenDocument } from './documents/api-token.js';
import { apiTokenSchema } from './documents/api-token.js';
import type { AuditEntryDocument } from './documents/audit-entry.js';
import { auditEntrySchema } from './documents/audit-entry.js';
import type { ConsentEntry } from './documents/consent-entry.js';
import { consentSchema } from './documents/consent-entry.js';
import type { ContentDraftDocument } from './documents/content-draft.js';
import { contentDraftSchema } from './documents/content-draft.js';
import type { ContentVersionDocument } from './documents/content-version.js';
import { contentVersionSchema } from './documents/content-version.js';
import type { ConversationDocument } from './documents/conversation.js';
import { conversationSchema } from './documents/conversation.js';
import type { Day } from './documents/day.js';
import { daySchema } from './documents/day.js';
import type { Exchange } from './documents/exchange.js';
import { exchangeSchema } from './documents/exchange.js';
import type { InboxEvent } from './documents/inbox-event.js';
import { inboxSchema } from './documents/inbox-event.js';
import type { InboxWaitDocument } from './documents/inbox-wait.js';
import { inboxWaitSchema } from './documents/inbox-wait.js';
import type { Marker } from './documents/marker.js';
import { markerSchema } from './documents/marker.js';
import type { RequestDocument } from './documents/request.js';
import { requestSchema } from './documents/request.js';
import type { SignInAttemptsDocument } from './documents/sign-in-attempts.js';
import { signInAttemptsSchema } from './documents/sign-in-attempts.js';
import type { ReviewDocument } from './documents/review.js';
import { reviewSchema } from './documents/review.js';
import type { SentMessageDocument } from './documents/sent-message.js';
import { sentMessageSchema } from './documents/sent-message.js';
import type { ServiceSwitchDocument } from './documents/service-switch.js';
import { serviceSwitchSchema } from './documents/service-switch.js';
import type { Slot } from './documents/slot.js';
import { slotSchema } from './documents/slot.js';
import type { Visit } from './documents/visit.js';
import { visitSchema } from './documents/visit.js';
import type { TalkLineDocument } from './documents/talk-line.js';
import { talkLineSchema } from './documents/talk-line.js';
import type { StaffSessionDocument } from './documents/staff-session.js';
import { staffSessionSchema } from './documents/staff-session.js';
import type { WebReply } from './documents/web-reply.js';
import { webReplySchema } from './documents/web-reply.js';

/** All that is stored, by name. A file in the data directory, or a collection of the database, has the same name. */
export interface Collections {
  inbox: Collection<InboxEvent>;
  conversations: Collection<ConversationDocument>;
  exchanges: Collection<Exchange>;
  days: Collection<Day>;
  visits: Collection<Visit>;
  markers: Collection<Marker>;
  sentMessages: Collection<SentMessageDocument>;
  serviceSwitches: Collection<ServiceSwitchDocument>;
  requests: Collection<RequestDocument>;
  inboxWaits: Collection<InboxWaitDocument>;
  reviews: Collection<ReviewDocument>;
  slots: Collection<Slot>;
  webReplies: Collection<WebReply>;
  talkLines: Collection<TalkLineDocument>;
  consents: Collection<ConsentEntry>;
  contentVersions: Collection<ContentVersionDocument>;
  contentDrafts: Collection<ContentDraftDocument>;
  accounts: Collection<AccountDocument>;
  staffSessions: Collection<StaffSessionDocument>;
  signInAttempts: Collection<SignInAttemptsDocument>;
  apiTokens: Collection<ApiTokenDocument>;
  auditEntries: Collection<AuditEntryDocument>;
  alerts: Collection<AlertDocument>;
}

export const SCHEMAS = {
  inbox: inboxSchema,
  conversations: conversationSchema,
  exchanges: exchangeSchema,
  days: daySchema,
  visits: visitSchema,
  markers: markerSchema,
  sentMessages: sentMessageSchema,
  serviceSwitches: serviceSwitchSchema,
  requests: requestSchema,
  inboxWaits: inboxWaitSchema,
  reviews: reviewSchema,
  slots: slotSchema,
  webReplies: webReplySchema,
  talkLines: talkLineSchema,
  consents: consentSchema,
  contentVersions: contentVersionSchema,
  contentDrafts: contentDraftSchema,
  accounts: accountSchema,
  staffSessions: staffSessionSchema,
  signInAttempts: signInAttemptsSchema,
  apiTokens: apiTokenSchema,
  auditEntries: auditEntrySchema,
  alerts: alertSchema,
} as const;
