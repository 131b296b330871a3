import { TurnContext, type ConversationReference } from 'botbuilder';
import { Botkit, type BotkitMessage, type BotWorker } from 'botkit';
import type { TurnRunner } from '../../turns/ports.js';
import { CITIZEN_EVENT, carriedBy, CollectingAdapter, type CarriedTurn } from './collecting-adapter.js';

/** Botkit keeps dialog state by itself; ours is in the conversation's document, so it is given nothing to keep. */
const NO_STORAGE = {
  read: () => Promise.resolve({}),
  write: () => Promise.resolve(),
  delete: () => Promise.resolve(),
};

/**
 * Runs each event as one Botkit turn and comes back with its result. Turns of different conversations may run side by
 * side: each has its own context. Rejects when `answer` does; Botkit by itself would let such a turn hang for ever.
 */
export function createTurnRunner(answer: TurnRunner['run']): TurnRunner {
  const adapter = new CollectingAdapter();
  const controller = new Botkit({
    adapter,
    disable_webserver: true,
    disable_console: true,
    storage: NO_STORAGE,
  });
  controller.on(CITIZEN_EVENT, async (bot, message) => {
    const turn = carriedBy(message.incoming_message.channelData);
    if (turn !== undefined) await speak(answer, turn, bot, message);
  });
  return {
    async run(event, state) {
      const turn: CarriedTurn = { event, state, replies: [] };
      await fire(controller, adapter.contextOf(turn));
      if (turn.error !== undefined) throw turn.error;
      if (turn.result === undefined) throw new Error('the turn ended without an answer');
      return { ...turn.result, replies: turn.replies };
    },
  };
}

/**
 * Botkit's turn without its dialogs, whose stack and state it would set up and tear down each time for nothing: the guide
 * is in the conversation's document.
 */
async function fire(controller: Botkit, context: TurnContext): Promise<void> {
  const { activity } = context;
  const reference = TurnContext.getConversationReference(activity) as ConversationReference;
  const bot = await controller.spawn({ context, activity, reference });
  await controller.trigger(CITIZEN_EVENT, bot, {
    type: CITIZEN_EVENT,
    user: activity.from.id,
    channel: activity.conversation.id,
    text: activity.text,
    reference,
    context,
    incoming_message: activity,
  });
}

/** Never throws: an exception in a handler would leave Botkit's turn unfinished. */
async function speak(
  answer: TurnRunner['run'],
  turn: CarriedTurn,
  bot: BotWorker,
  message: BotkitMessage,
): Promise<void> {
  try {
    const result = await answer(turn.event, turn.state);
    for (const reply of result.replies)
      await bot.reply(message, { text: reply.text, channelData: { reply } });
    turn.result = result;
  } catch (error) {
    turn.error = error instanceof Error ? error : new Error('a turn failed without saying why');
  }
}
