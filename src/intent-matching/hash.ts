/** FNV-1a over UTF-16 units, mixed as it goes; 32 bits. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 13;
  }
  return hash | 0;
}

/** One hash for two in their order. */
export function mix(left: number, right: number): number {
  let hash = Math.imul(left ^ right, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash + (right << 5), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
