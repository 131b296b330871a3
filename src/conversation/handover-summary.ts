import { writtenValue } from '../content/decisions/engine/written.js';
import { procedureOf, type Turn } from './turn.js';

/** Characters; `metadata` must stay under 1000 (messenger facts, section 3.5). */
const LIMIT = 900;
const MAX_CHARACTERS = 300;
/** "Cho em gặp cán bộ" says nothing that is not said already. */
const FEW_WORDS = 5;

/**
 * What the colleague in the Page's inbox is told, in a few lines: what was spoken of, what was told, what was said last.
 * Made of masked words alone.
 */
export function handoverSummary(turn: Turn): string {
  const { state, content, event } = turn;
  const topics = [...new Set([...(state.topics ?? []), ...(state.topic === undefined ? [] : [state.topic])])];
  const names = topics.toReversed().flatMap((id) => procedureOf(turn, id)?.name ?? []);
  const facts = Object.entries(state.facts ?? {}).flatMap(([id, { value }]) => {
    const fact = content.facts.get(id);
    return fact === undefined ? [] : [`${fact.label}: ${writtenValue(fact, value)}`];
  });
  const words =
    event.kind === 'text' && turn.reading.said.split(' ').length > FEW_WORDS ? event.text : undefined;
  const lines = [
    'Người dân xin gặp cán bộ (trợ lý tự động chuyển).',
    ...listed('Đang hỏi', names),
    ...listed('Nơi', state.place === undefined ? [] : [state.place.name]),
    ...listed('Đã kể', facts),
    ...listed('Vừa viết', words === undefined ? [] : [shortened(words, MAX_CHARACTERS)]),
  ];
  return shortened(lines.join('\n'), LIMIT);
}

function listed(label: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`${label}: ${parts.join('; ')}`];
}

/** Never ends inside a character. */
function shortened(words: string, limit: number): string {
  if (words.length <= limit) return words;
  return `${words.slice(0, limit - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}
