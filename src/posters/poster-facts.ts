import type { Procedure } from '../content/types.js';

export interface PosterFact {
  label: string;
  value: string;
}

/** What fits in two lines on the page. */
const LONGEST = 120;
const MAX_FACTS = 3;

/**
 * The three facts that help most before one asks: papers, time, fee; then who and where. A fact whose first sentence is
 * too long for a poster gives way to the next: nothing is cut in the middle.
 */
export function posterFacts(procedure: Procedure): PosterFact[] {
  const candidates: [string, string | undefined][] = [
    ['Giấy tờ chính', papers(procedure)],
    ['Bao lâu có kết quả', procedure.timeLimit],
    ['Phí, lệ phí', procedure.fee],
    ['Hạn làm', procedure.when],
    [isFiled(procedure) ? 'Nộp ở đâu' : 'Làm ở đâu', procedure.where],
    ['Ai làm', procedure.who],
    ['Nói ngắn gọn', procedure.summary.replace(/^Dạ,? ?/u, '')],
  ];
  return candidates
    .flatMap(([label, text]) => {
      const value = text === undefined ? undefined : firstSentence(text);
      return value === undefined || value === '' || value.length > LONGEST
        ? []
        : [{ label, value: capital(value) }];
    })
    .slice(0, MAX_FACTS);
}

/** Information, and what is done without a paper, is nothing that one files. */
function isFiled({ kind, papers: all }: Procedure): boolean {
  return kind !== 'information' && all.length > 0;
}

function papers({ papers: all }: Procedure): string | undefined {
  const always = all.filter((paper) => paper.case === undefined);
  const named = always.length > 0 ? always : all;
  const names = named.map(({ name, form }) => (form === undefined ? name : `${name} (${form})`));
  const shown = names.slice(0, 2).join('; ');
  if (shown === '') return undefined;
  return all.length > 2 ? `${shown}; giấy khác tuỳ trường hợp` : shown;
}

/** Up to the first full stop that ends a sentence; dates and decimals hold points too. */
function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text.trim())?.[0].trim() ?? text.trim();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
