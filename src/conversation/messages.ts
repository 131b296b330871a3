import { body, plain, type Body, type Line } from './lines.js';

/** A message that a phone shows without much scrolling; Messenger itself takes up to 2000 characters. */
const COMFORTABLE = 900;

/**
 * Puts lines together into as few messages as stay comfortable; a line that is longer alone is parted between sentences.
 * An empty line stands between two lines of one message only.
 */
export function inMessages(lines: readonly Line[], separator = '\n', limit = COMFORTABLE): Body[] {
  const result: Line[][] = [];
  let length = 0;
  for (const line of lines.flatMap((long) => linesWithin(long, limit))) {
    const more = separator.length + plain(line).length;
    const last = result.at(-1);
    if (last !== undefined && length + more <= limit) {
      last.push(line);
      length += more;
    } else if (line !== '') {
      result.push([line]);
      length = more - separator.length;
    }
  }
  return result.map((message) => body(message.at(-1) === '' ? message.slice(0, -1) : message, separator));
}

/** The first part keeps the line's role. */
function linesWithin(line: Line, limit: number): Line[] {
  if (line === '') return [line];
  if (typeof line === 'string') return sentencesWithin(line, limit);
  const around = plain(line).length - line.text.length;
  const [first = '', ...others] = sentencesWithin(line.text, limit - around);
  return [{ ...line, text: first }, ...others];
}

function sentencesWithin(line: string, limit: number): string[] {
  if (line.length <= limit) return [line];
  const sentences = line.match(/[^.!?;\n]+(?:[.!?;\n]+\s*|$)/gu) ?? [line];
  const parts: string[] = [];
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length <= limit)
      parts[parts.length - 1] = last + sentence;
    else parts.push(sentence);
  }
  return parts.map((part) => part.trim());
}
