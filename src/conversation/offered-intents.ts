import { entryOf } from '../content/entry-of-intent.js';
import type { Turn } from './turn.js';

/** An option of a question back is at least this likely beside the likeliest. */
const FAR_LESS = 0.25;

/** Of one matter once, and none that is far less likely than the likeliest. */
export function reallyNear({ reading, content }: Turn, ids: readonly string[]): string[] {
  const chances = ids.map((id) => reading.topics.get(id) ?? 0);
  const least = FAR_LESS * Math.max(0, ...chances);
  const matters = ids.map((id) => entryOf(content.intents.get(id)) ?? id);
  return ids.filter((_, at) => (chances[at] ?? 0) >= least && matters.indexOf(matters[at] ?? '') === at);
}

export function isUnoffered({ content }: Turn, intent = ''): boolean {
  return content.intents.get(intent)?.neverAskedBack === true;
}
