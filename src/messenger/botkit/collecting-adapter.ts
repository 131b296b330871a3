import { FacebookAdapter } from 'botbuilder-adapter-facebook';
import { ActivityTypes, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import type { CitizenEvent, ConversationState, Reply, TurnResult } from '../../conversation/types.js';

/** One turn on its way through Botkit: what goes in, and what is collected. */
export interface CarriedTurn {
  event: CitizenEvent;
  state: ConversationState;
  replies: Reply[];
  result?: TurnResult;
  error?: Error;
}

/** Botkit's name for our one kind of event; it is never a "message", so that no `hears` pattern can see it. */
export const CITIZEN_EVENT = 'citizen_event';

/**
 * Botkit's Facebook adapter, used only to turn an event into an activity and to collect what the turn says. What it
 * would do over the network (webhook, signature, sending) is done by this module's own files, see docs/decisions/0030.
 */
export class CollectingAdapter extends FacebookAdapter {
  constructor() {
    // It insists on credentials that it is never asked to use: nothing here calls Facebook.
    super({ verify_token: 'unused', app_secret: 'unused', access_token: 'unused' });
    // Its own way to make a worker asks for an API client and leaves a turn hanging when that fails.
    this.middlewares = { spawn: [(_bot: unknown, next: () => void) => next()] };
  }

  override init(): Promise<void> {
    return Promise.resolve();
  }

  /** One event as the activity of a context of its own. */
  contextOf(turn: CarriedTurn): TurnContext {
    return new TurnContext(this, activityOf(turn));
  }

  /** Collects instead of sending; one answer per activity, as botbuilder expects. */
  override sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const turn = carriedBy(context.activity.channelData);
    const said = activities.map((activity) => (activity.channelData as { reply?: Reply } | undefined)?.reply);
    turn?.replies.push(...said.filter((reply) => reply !== undefined));
    return Promise.resolve(activities.map((_, index) => ({ id: String(index) })));
  }
}

export function carriedBy(channelData: unknown): CarriedTurn | undefined {
  return (channelData as { turn?: CarriedTurn } | undefined)?.turn;
}

function activityOf(turn: CarriedTurn): Partial<Activity> {
  const { event } = turn;
  return {
    type: ActivityTypes.Event,
    id: event.key,
    channelId: 'facebook',
    timestamp: event.sentAt,
    conversation: {
      id: event.conversationId,
      isGroup: false,
      conversationType: 'personal',
      name: event.conversationId,
    },
    from: { id: event.conversationId, name: event.conversationId },
    recipient: { id: event.pageId, name: event.pageId },
    channelData: { botkitEventType: CITIZEN_EVENT, turn },
    ...(event.kind === 'text' && event.text !== undefined ? { text: event.text } : {}),
  };
}
