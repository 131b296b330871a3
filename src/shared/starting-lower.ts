/** With a small first letter, as in the middle of a sentence. */
export function startingLower(words: string): string {
  return `${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}`;
}
