import type { Procedure, Sentences } from '../content/types.js';
import { worded } from '../content/worded.js';

export interface PosterFact {
  label: string;
  value: string;
}

type FactLabel =
  | 'label_poster_papers'
  | 'label_how_long'
  | 'label_cost'
  | 'label_poster_deadline'
  | 'label_where_to_file'
  | 'label_where_done'
  | 'label_who'
  | 'label_poster_in_short';

/** What fits in two lines on the page. */
const LONGEST = 120;
const MAX_FACTS = 3;

/**
 * The three facts that help most before one asks: papers, time, fee; then who and where. A fact whose first sentence is
 * too long for a poster gives way to the next: nothing is cut in the middle.
 */
export function posterFacts(procedure: Procedure, sentences: Sentences): PosterFact[] {
  const candidates: [FactLabel, string | undefined][] = [
    ['label_poster_papers', papers(procedure, sentences)],
    ['label_how_long', procedure.timeLimit],
    ['label_cost', procedure.fee],
    ['label_poster_deadline', procedure.when],
    [isFiled(procedure) ? 'label_where_to_file' : 'label_where_done', procedure.where],
    ['label_who', procedure.who],
    ['label_poster_in_short', procedure.summary.replace(/^Dạ,? ?/u, '')],
  ];
  return candidates
    .flatMap(([label, text]) => {
      const value = text === undefined ? undefined : firstSentence(text);
      return value === undefined || value === '' || value.length > LONGEST
        ? []
        : [{ label: worded(sentences, label), value: capital(value) }];
    })
    .slice(0, MAX_FACTS);
}

/** Information, and what is done without a paper, is nothing that one files. */
function isFiled({ kind, papers: all }: Procedure): boolean {
  return kind !== 'information' && all.length > 0;
}

function papers({ papers: all }: Procedure, sentences: Sentences): string | undefined {
  const always = all.filter((paper) => paper.case === undefined);
  const named = always.length > 0 ? always : all;
  const names = named.map(({ name, form }) => (form === undefined ? name : `${name} (${form})`));
  const shown = names.slice(0, 2).join('; ');
  if (shown === '') return undefined;
  return all.length > 2 ? worded(sentences, 'poster_more_papers', { papers: shown }) : shown;
}

/** Up to the first full stop that ends a sentence; dates and decimals hold points too. */
function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text.trim())?.[0].trim() ?? text.trim();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
