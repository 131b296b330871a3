/** A bubble that a phone shows without much scrolling; Messenger itself takes up to 2000 characters. */
const COMFORTABLE = 900;

/** Puts lines together into as few bubbles as stay comfortable; a line that is longer alone is parted between sentences. */
export function bubbles(lines: readonly string[], separator = '\n', limit = COMFORTABLE): string[] {
  const result: string[] = [];
  for (const line of lines.flatMap((long) => sentencesWithin(long, limit))) {
    const last = result.at(-1);
    if (last !== undefined && last.length + separator.length + line.length <= limit)
      result[result.length - 1] = last + separator + line;
    else result.push(line);
  }
  return result;
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
