import type { Turn } from './turn.js';

const BUTTONS: readonly string[] = ['get_started', 'menu', 'start', 'restart'];
const COMMANDS: readonly string[] = ['bắt đầu', 'bắt đầu lại', 'menu'];

/**
 * Whether the bot, which has kept out of a conversation for a person, speaks again: it is called, or the person's time is
 * over. `command`: the command that the message is, if it is one.
 */
export function isBack({ event, payload }: Turn, until: Date, command: string | undefined): boolean {
  const isCalled =
    (command !== undefined && COMMANDS.includes(command)) ||
    (payload !== null && BUTTONS.includes(payload.kind));
  return isCalled || event.sentAt.getTime() >= until.getTime();
}
