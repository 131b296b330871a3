import { writtenValue } from '../../content/decisions/engine/written.js';
import type { Content, Paper, Procedure } from '../../content/types.js';
import type { ToldFacts } from '../state/told-facts.js';

/** The papers of an entry for the case that was told; `facts`: what of it they were chosen by ("con"). */
export interface PapersOfCase {
  papers: readonly Paper[];
  facts: readonly string[];
}

interface Known {
  content: Content;
  state: { facts?: ToldFacts };
}

/** An entry that lists papers for many cases is asked within one: only what that case needs is told. */
export function papersOfCase({ papers }: Procedure, known: Known): PapersOfCase {
  const further = papers.map(({ papersOf }) => known.content.procedures.get(papersOf ?? '')?.papers ?? []);
  const facts = chosenBy([...papers, ...further.flat()], known);
  const shown = papers.flatMap((paper, at) =>
    isMeant(paper, known) ? [paper, ...(facts.length > 0 ? ofCase(further[at] ?? [], known) : [])] : [],
  );
  return { papers: shown, facts };
}

function ofCase(papers: readonly Paper[], known: Known): Paper[] {
  return papers.filter((paper) => paper.only !== undefined && isMeant(paper, known));
}

/** A fact not told yet excludes nothing. */
function isMeant({ only }: Paper, { state: { facts = {} } }: Known): boolean {
  return [...(only ?? [])].every(([fact, options]) => {
    const value = facts[fact]?.value;
    return value?.kind !== 'choice' || options.includes(value.value);
  });
}

function chosenBy(papers: readonly Paper[], { content, state: { facts = {} } }: Known): string[] {
  const named = new Set(papers.flatMap(({ only }) => [...(only?.keys() ?? [])]));
  return [...named].flatMap((id) => {
    const [fact, told] = [content.facts.get(id), facts[id]];
    return fact === undefined || told === undefined ? [] : [writtenValue(fact, told.value)];
  });
}
