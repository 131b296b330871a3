import type { Entity } from '../reading/entities/types.js';

/** "chứ ko phải 20": what stands behind it is what is not meant. */
const NOT =
  /\b(?:khong|ko|k|kg|kh|hong|hong|hok|hem|dau)\s{0,3}(?:phai|fai)(?:\s(?:la|den|toi|chi|co))?\s{0,3}$/u;
/** Words that take back what was told before. */
const CORRECTING =
  /\b(?:nham|go lon|viet lon|noi lon|lon roi|lon|lan|noi lai|sua lai|tinh lai|chinh lai|y la|quen|chet quen|a (?:khong|ko|k|hong)|khong phai|chu (?:khong|ko|k|hong) phai)\b/u;
/** Of those, the words that put a new value in the place of the old: "600tr lận" may still be a further sum. */
const REPLACING =
  /\b(?:nham|go lon|viet lon|noi lon|lon roi|noi lai|sua lai|tinh lai|chinh lai|khong phai|chu (?:khong|ko|k|hong) phai|tong cong|ca thay|tat ca|gop lai|cong lai|het thay)\b/u;
const FURTHER = /\b(?:them|nua|ngoai ra|cong them|cong voi|con (?:cai|can|nha|ban|mot|co)|vua|kem)\b/u;

export function isNegated({ start }: { start: number }, folded: string): boolean {
  return NOT.test(folded.slice(Math.max(0, start - 24), start));
}

export function isCorrecting(folded: string): boolean {
  return CORRECTING.test(folded);
}

/** Whether the value told stands for all that was told before it. */
export function isReplacing(folded: string): boolean {
  return REPLACING.test(folded);
}

/** Whether the message tells of something that comes on top of what was told: "thêm", "còn … nữa". */
export function tellsMore(folded: string): boolean {
  return FURTHER.test(folded);
}

const MORE_BEFORE = /\bthem\s(?:(?:khoang|chung|tam|co|no|tre|cham|gan|hon|duoc|dc|tien|nua)\s){0,2}$/u;
const MORE_BEHIND = /^\s(?:(?:thue|no|tre|cham|tien)\s)?nua\b/u;

/** "Thêm 50 triệu", "60 ngày nữa": the value comes on top of the one told before. */
export function isOnTop({ start, end }: { start: number; end: number }, folded: string): boolean {
  return (
    !isReplacing(folded) && (MORE_BEFORE.test(folded.slice(0, start)) || MORE_BEHIND.test(folded.slice(end)))
  );
}

/** Places where one of the words stands as whole words, with the word's length; the longest first. */
export function placesOf(words: readonly string[], folded: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (isBoundary(folded[at - 1]) && isBoundary(folded[end])) found.push({ start: at, end });
    }
  return found.sort((a, b) => b.end - b.start - (a.end - a.start));
}

function isBoundary(letter: string | undefined): boolean {
  return letter === undefined || !/[\p{L}\d]/u.test(letter);
}

/** Characters between an entity and the nearest of its cues without another entity between; `undefined`: none is near. */
export function cueDistance(
  entity: Entity,
  cues: readonly string[],
  folded: string,
  others: readonly Entity[],
): number | undefined {
  const distances = placesOf(cues, folded).flatMap(({ start, end }) => {
    const [from, to] = end <= entity.start ? [end, entity.start] : [entity.end, start];
    // The cue may be part of the entity itself: the "con" of "2 con".
    if (start < entity.end && end > entity.start) return [0];
    // The "trừ" of "4tr mà trừ 10%" is said of the percentage.
    const isOfPercent = others.some(
      (other) => other.kind === 'percent' && other !== entity && other.start >= end && other.start - end <= 1,
    );
    if (isOfPercent) return [];
    const between = others.some((other) => other !== entity && other.start >= from && other.end <= to);
    return to - from > REACH || between ? [] : [end <= entity.start ? to - from : to - from + AFTER];
  });
  return distances.length === 0 ? undefined : Math.min(...distances);
}

/** A cue further away than this says nothing (characters). */
const REACH = 45;
/** A cue behind a value counts as this much further away: "nợ 30tr, doanh thu 2 tỷ". */
const AFTER = 8;
