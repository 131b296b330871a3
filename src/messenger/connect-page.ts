import type { Delivery, DeliveryTarget, Inbox, OutgoingReply, SentMessages } from '../turns/ports.js';
import { citizenKey } from '../privacy/citizen-key.js';
import { maskText } from '../privacy/mask-text.js';
import type { MaskedText } from '../privacy/types.js';
import type { Clock } from '../shared/clock.js';
import type { Metrics } from '../shared/metrics.js';
import type { Logger } from '../shared/logger.js';
import { ownMessages } from './own-messages.js';
import { createPageWatch, type PageWatch } from './page-watch.js';
import { createGraphClient } from './send/client.js';
import { messengerDelivery } from './send/delivery.js';
import { PageState, type SendingState } from './send/page-state.js';
import { createWebhook, type Webhook } from './webhook/routes.js';

export interface PageSettings {
  id: string;
  token: string;
  appSecrets: readonly string[];
  verifyToken: string;
  graphUrl: string;
  graphVersion: string;
  tokenInQuery: boolean;
}

export interface PageDependencies {
  inbox: Pick<Inbox, 'store'>;
  /** Where it knows more than the text: the office's own numbers. */
  mask?: (text: string) => MaskedText;
  /** Key of the citizens' hashes. */
  citizenSecret: string;
  /** Called after an acknowledgement with the conversations that have something waiting. */
  stored: (conversationIds: string[]) => void;
  /** Whether the Page has the human-agent permission. */
  humanAgent?: boolean;
  /** Where it is kept which answer a message belongs to; thumbs find none without it. */
  sentMessages?: SentMessages;
  /** Where citizens who want a person are answered; in the staff pages unless told. */
  answerIn?: 'staff_pages' | 'page_inbox';
  /** Whether comments under posts get a private reply; not unless told. */
  commentReplies?: boolean;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
}

/** One Facebook Page, both ways. */
export interface PageConnection {
  webhook: Webhook;
  delivery: Delivery;
  watch: PageWatch;
  sending(): SendingState;
}

export function connectPage(settings: PageSettings, parts: PageDependencies): PageConnection {
  const { clock, logger, metrics, citizenSecret } = parts;
  const client = graphClientOf(settings);
  const page = new PageState(clock, logger);
  const own = ownMessages();
  let lastReached: string | undefined;
  return {
    webhook: createWebhook({
      verifyToken: settings.verifyToken,
      appSecrets: settings.appSecrets,
      pageId: settings.id,
      mask: parts.mask ?? maskText,
      conversationOf: (pageId, address) => citizenKey(citizenSecret, 'messenger', pageId, address),
      comments: parts.commentReplies ?? false,
      ...{ isOwn: own.isOwn, isOwnApp: own.isOwnApp },
      store: (events) => parts.inbox.store(events),
      stored: parts.stored,
      ...{ clock, logger, metrics },
    }),
    delivery: messengerDelivery({
      client,
      page,
      clock,
      sent(messageId, reply, target) {
        own.sent(messageId);
        // The address of a private reply is the comment's: whose conversation it came into is not told.
        if (reply.comment === true) return;
        note(parts, messageId, reply, target);
        lastReached = target.address;
      },
      humanAgent: parts.humanAgent ?? false,
    }),
    watch: createPageWatch(client, settings.id, page, logger, {
      named: own.named,
      hearsComments: parts.commentReplies ?? false,
      passesToInbox: parts.answerIn === 'page_inbox',
      lastReached: () => lastReached,
    }),
    sending: () => page.describe(),
  };
}

/** The message is out: that a thumb under it may find nothing is no reason to hold up the next. */
function note(
  { sentMessages, clock, logger }: PageDependencies,
  messageId: string,
  { id: replyId }: OutgoingReply,
  { conversationId }: DeliveryTarget,
): void {
  sentMessages
    ?.note({ messageId, replyId, conversationId, at: clock.now() })
    .catch((error: unknown) => logger.warn({ err: error }, 'it was not kept what a message answered'));
}

/** The first secret signs our own calls. */
export function graphClientOf(settings: PageSettings) {
  return createGraphClient({
    url: settings.graphUrl,
    version: settings.graphVersion,
    token: settings.token,
    appSecret: settings.appSecrets[0] ?? '',
    tokenInQuery: settings.tokenInQuery,
  });
}
