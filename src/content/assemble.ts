import type { Draft } from './files/draft.js';
import { isDated, procedureOn } from './dated.js';
import type { Dated, DatedProcedure } from './dated-types.js';
import type { Use, WrittenProcedure } from './files/procedure-file.js';
import type { WrittenIntent } from './files/intent-file.js';
import { byId } from './rates.js';
import type { Content, Intent, Procedure, Step } from './types.js';

/** Joins files that were found free of errors into what the product answers from. `today`: YYYY-MM-DD. */
export function assemble(draft: Draft, version: string, today: string): Content {
  const shared = draft.steps.value.steps;
  const whole = draft.procedures.map(({ value }) => withSharedSteps(value, shared));
  const procedures = new Map(whole.map((one) => [one.id, procedureOn(one, today)] as const));
  return {
    version,
    groups: draft.groups.value.groups.map((group) => ({
      ...group,
      procedures: group.procedures.filter((id) => procedures.has(id)),
    })),
    procedures,
    dated: new Map(whole.filter(isDated).map((one) => [one.id, one] as const)),
    intents: new Map(draft.intents.map(({ value }) => [value.id, intent(value, procedures)] as const)),
    outOfScope: draft.outOfScope.value.examples,
    tests: [
      ...draft.intents.flatMap(({ value }) => value.tests.map((text) => ({ text, intent: value.id }))),
      ...draft.outOfScope.value.tests.map((text) => ({ text, intent: null })),
    ],
    dialogueActs: draft.dialogueActs.value.acts,
    sentences: draft.sentences.value.sentences,
    quietPosts: draft.sentences.value.quietPosts,
    vocabulary: draft.abbreviations.value,
    offices: draft.offices.value,
    calendar: draft.calendar.value,
    holidays: draft.holidays.value,
    rates: byId(draft.rates.value.rates),
    deadlines: draft.deadlines.value.deadlines,
    promises: draft.promises.value.promises,
    contacts: draft.contacts.value.contacts,
    facts: new Map(draft.facts.value.facts.map((fact) => [fact.id, fact])),
    sumKinds: draft.facts.value.sumKinds,
    decisions: new Map(draft.decisions.map(({ value }) => [value.id, value])),
    season: draft.season.value.season,
    forms: draft.forms.value.forms,
  };
}

function withSharedSteps(
  written: WrittenProcedure,
  shared: ReadonlyMap<string, Dated<Step>[]>,
): DatedProcedure {
  const steps = written.steps.flatMap((step) => (isUse(step) ? (shared.get(step.use) ?? []) : [step]));
  return { ...written, steps };
}

export function isUse(step: Dated<Step> | Use): step is Use {
  return 'use' in step;
}

function intent(written: WrittenIntent, procedures: ReadonlyMap<string, Procedure>): Intent {
  const { id, procedure, action, decision, button, replies, examples, askBack } = written;
  const target = action === undefined ? { procedure: procedure ?? id } : { action };
  const own = button ?? (procedure === undefined ? undefined : procedures.get(procedure)?.button);
  return {
    id,
    target,
    ...(decision === undefined ? {} : { decision }),
    ...(askBack === 'never' ? { neverAskedBack: true as const } : {}),
    button: own ?? id,
    replies,
    examples,
  };
}
