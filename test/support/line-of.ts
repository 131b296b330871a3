/** The line (from 1) on which these words begin in a text; spaces and line ends are not compared. */
export function lineOf(text: string, words: string): number | undefined {
  const escaped = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(escaped.join('\\s+'), 'u').exec(text);
  return found === null ? undefined : text.slice(0, found.index).split('\n').length;
}
