/** Words between a label and its sum: "cty 1 là 18tr", "phòng 2 thì cho thuê 4tr". */
const BETWEEN =
  '[\\s:=,-]*(?:(?:la|thi|tra|duoc|dc|cho thue|thue|thu|luong|thu nhap|khoang|chung|tam|co|em|e)[\\s:]+){0,3}';
/** Who pays or what is let, told apart by a number or a pointing word: "cty 1", "phòng 2", "nơi này", "chỗ thứ hai". */
const LABEL = new RegExp(
  `\\b(?:cty|cong ty|noi|cho|cho lam|ben|phong|can|nha|quan|shop|tiem|truong|trung tam)\\s(?:thu\\s)?(?:\\d|mot|hai|ba|nhat|nhi|a|b|nay|kia|no|con lai|khac|chinh|phu)\\b(?=(${BETWEEN})\\d)`,
  'gu',
);

export interface NumberedSource {
  start: number;
  end: number;
  words: string;
  /** Where the value that it names begins. */
  valueAt: number;
}

/** The labels of values in a message, folded: the digits in them count nothing. */
export function numberedSourcesIn(folded: string): NumberedSource[] {
  return [...folded.matchAll(LABEL)].map(({ 0: words, 1: between = '', index }) => {
    const end = index + words.length;
    return { start: index, end, words, valueAt: end + between.length };
  });
}
