import type { Example } from '../intent-matching/types.js';
import type { Content, Procedure } from './types.js';

/**
 * What the matcher learns from: the intents' own examples; the names and common questions of a procedure, where one
 * intent alone leads to it; and what is out of scope.
 */
export function trainingExamples(content: Content): Example[] {
  const inScope = [...content.intents.values()].flatMap(({ id, examples, target }) => {
    const procedure = 'procedure' in target ? content.procedures.get(target.procedure) : undefined;
    const isOnly = procedure !== undefined && intentsOf(content, procedure.id) === 1;
    const texts = isOnly ? [...examples, ...wordingsOf(procedure)] : examples;
    return [...new Set(texts)].map((text) => ({ text, intent: id }));
  });
  return [...inScope, ...content.outOfScope.map((text) => ({ text, intent: null }))];
}

function wordingsOf({ name, button, officialName, questions }: Procedure): string[] {
  const names = officialName === undefined ? [name, button] : [name, button, officialName];
  return [...names, ...questions.flatMap(({ ask }) => ask)];
}

function intentsOf(content: Content, procedure: string): number {
  const targets = [...content.intents.values()].map(({ target }) => target);
  return targets.filter((target) => 'procedure' in target && target.procedure === procedure).length;
}
