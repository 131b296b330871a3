import * as shared from '../files/shared-files.js';
import { abbreviationsFile, dialogueActsFile, intentFile, outOfScopeFile } from '../files/intent-file.js';
import { procedureFile } from '../files/procedure-file.js';
import type { FormShape } from '../shapes/form-shape.js';

const SHARED: Readonly<Record<string, FormShape | undefined>> = {
  'procedures/shared/groups.yml': shared.groupsFile.form,
  'procedures/shared/steps.yml': shared.stepsFile.form,
  'procedures/shared/contacts.yml': shared.contactsFile.form,
  'procedures/shared/offices.yml': shared.officesFile.form,
  'procedures/shared/calendar.yml': shared.calendarFile.form,
  'procedures/shared/holidays.yml': shared.holidaysFile.form,
  'procedures/shared/rates.yml': shared.ratesFile.form,
  'procedures/shared/deadlines.yml': shared.deadlinesFile.form,
  'procedures/shared/promises.yml': shared.promisesFile.form,
  'procedures/shared/season.yml': shared.seasonFile.form,
  'procedures/shared/forms.yml': shared.formsFile.form,
  'procedures/shared/sentences.yml': shared.sentencesFile.form,
  'intents/shared/abbreviations.yml': abbreviationsFile.form,
  'intents/shared/out-of-scope.yml': outOfScopeFile.form,
  'intents/shared/dialogue-acts.yml': dialogueActsFile.form,
};

/** What a file's form is made of: the reader that checks the file. `undefined`: it is edited as text. */
export function formOfFile(path: string): FormShape | undefined {
  if (Object.hasOwn(SHARED, path)) return SHARED[path];
  if (/^procedures\/[^/]+\.yml$/.test(path)) return procedureFile.form;
  if (/^intents\/[^/]+\.yml$/.test(path)) return intentFile.form;
  return undefined;
}

/** The form of the part at `path` within the file's. */
export function formAt(
  shape: FormShape | undefined,
  [part, ...rest]: readonly (string | number)[],
): FormShape | undefined {
  if (part === undefined || shape === undefined) return shape;
  if (shape.kind === 'list') return formAt(shape.item, rest);
  if (shape.kind === 'record') return formAt(shape.value, rest);
  if (shape.kind !== 'object') return undefined;
  return formAt(shape.fields.find(({ key }) => key === part)?.shape, rest);
}
