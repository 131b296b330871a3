import { menuChoice, personChoice, text } from '../replies.js';
import type { Reply } from '../types.js';
import { say, type Speaker } from './say.js';

/** The apology for a fault of ours, with the ways on. */
export function sayFailed(speaker: Speaker): Reply {
  return text(say(speaker, 'failed'), [menuChoice(speaker), personChoice(speaker)]);
}
