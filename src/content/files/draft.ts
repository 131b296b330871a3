import type { Abbreviation, GlossaryPhrase } from '../../intent-matching/types.js';
import type { Dated, OfficialForm, SeasonalEntry } from '../dated-types.js';
import { hasConflict, mended, textFaults } from '../checks/text-faults.js';
import { yamlErrors } from '../checks/yaml-errors.js';
import { decisionFile } from '../decisions/decision-file.js';
import { factsFile } from '../decisions/facts-file.js';
import type { SumKind } from '../decisions/sum-kind.js';
import type { Decision, Fact } from '../decisions/types.js';
import { nearest } from '../nearest.js';
import type { Problem } from '../problem.js';
import type { Reader } from '../shapes/reader.js';
import { SourceFile, stemOf, type ContentFile } from '../source-file.js';
import type {
  Calendar,
  Contact,
  Deadline,
  Group,
  Holidays,
  Offices,
  Rate,
  ServicePromise,
  Step,
} from '../types.js';
import type { DialogueActExamples } from '../dialogue-acts.js';
import type { Sentences } from '../sentences.js';
import {
  abbreviationsFile,
  dialogueActsFile,
  intentFile,
  outOfScopeFile,
  type WrittenIntent,
} from './intent-file.js';
import { procedureFile, type WrittenProcedure } from './procedure-file.js';
import * as shared from './shared-files.js';
import { withoutUnfinished } from './unfinished.js';

/** One file and what was read from it. */
export interface DraftEntry<T> {
  source: SourceFile;
  value: T;
}

/** The files that exist once. */
const SHARED_FILES = [
  'procedures/shared/groups.yml',
  'procedures/shared/steps.yml',
  'procedures/shared/contacts.yml',
  'procedures/shared/offices.yml',
  'procedures/shared/calendar.yml',
  'procedures/shared/holidays.yml',
  'procedures/shared/rates.yml',
  'procedures/shared/deadlines.yml',
  'procedures/shared/promises.yml',
  'procedures/shared/sentences.yml',
  'intents/shared/abbreviations.yml',
  'intents/shared/out-of-scope.yml',
  'intents/shared/dialogue-acts.yml',
] as const;

/** Those that an office may do without; states stored before they were known lack them too. */
const FACTS = 'procedures/decisions/facts.yml';
const OPTIONAL_FILES = ['procedures/shared/season.yml', 'procedures/shared/forms.yml', FACTS] as const;

type SharedFile = (typeof SHARED_FILES)[number];
type OptionalFile = (typeof OPTIONAL_FILES)[number];

/** Everything the files say, each thing still with its file and line, before the files are checked against each other. */
export interface Draft {
  procedures: DraftEntry<WrittenProcedure>[];
  intents: DraftEntry<WrittenIntent>[];
  groups: DraftEntry<{ groups: Group[] }>;
  steps: DraftEntry<{ steps: Map<string, Dated<Step>[]> }>;
  contacts: DraftEntry<{ contacts: Contact[] }>;
  offices: DraftEntry<Offices>;
  calendar: DraftEntry<Calendar>;
  holidays: DraftEntry<Holidays>;
  rates: DraftEntry<{ rates: Rate[] }>;
  deadlines: DraftEntry<{ deadlines: Deadline[] }>;
  promises: DraftEntry<{ promises: ServicePromise[] }>;
  season: DraftEntry<{ season: SeasonalEntry[] }>;
  forms: DraftEntry<{ forms: OfficialForm[] }>;
  abbreviations: DraftEntry<{ abbreviations: Abbreviation[]; english: GlossaryPhrase[] }>;
  outOfScope: DraftEntry<{ examples: string[]; tests: string[] }>;
  facts: DraftEntry<{ facts: Fact[]; sumKinds: SumKind[] }>;
  decisions: DraftEntry<Decision>[];
  dialogueActs: DraftEntry<{ acts: DialogueActExamples[] }>;
  sentences: DraftEntry<{ sentences: Sentences; quietPosts: string[] }>;
  /** Ids of files that are there but could not be read: links to them are no further news. */
  unreadable: ReadonlySet<string>;
}

/** Reads every file on its own. Problems go to `report`; nothing is thrown. */
export function readDraft(all: readonly ContentFile[], report: (problem: Problem) => void): Draft {
  const { finished: files, ids } = withoutUnfinished(all, report);
  const unreadable = new Set(ids);
  const open = (file: ContentFile) => openFile(file, unreadable, report);
  const each = <T>(folder: string, reader: Reader<T>) =>
    files.filter(({ path }) => inFolder(path, folder)).flatMap((file) => read(open(file), reader, report));
  const one = <T>(path: SharedFile, reader: Reader<T>): DraftEntry<T> => {
    const file = files.find((candidate) => candidate.path === path);
    const source = file === undefined ? absent(path, unreadable, report) : open(file);
    return source === undefined ? unread(path, reader) : { source, value: valueOf(source, reader, report) };
  };
  const maybe = <T>(path: OptionalFile, reader: Reader<T>, empty: T): DraftEntry<T> =>
    files.filter((file) => file.path === path).flatMap((file) => read(open(file), reader, report))[0] ??
    nothing(path, empty);
  reportUnknownShared(files, report);
  const facts = maybe(FACTS, factsFile, { facts: [], sumKinds: [] });
  return {
    procedures: each('procedures', procedureFile),
    intents: each('intents', intentFile),
    groups: one('procedures/shared/groups.yml', shared.groupsFile),
    steps: one('procedures/shared/steps.yml', shared.stepsFile),
    contacts: one('procedures/shared/contacts.yml', shared.contactsFile),
    offices: one('procedures/shared/offices.yml', shared.officesFile),
    calendar: one('procedures/shared/calendar.yml', shared.calendarFile),
    holidays: one('procedures/shared/holidays.yml', shared.holidaysFile),
    rates: one('procedures/shared/rates.yml', shared.ratesFile),
    deadlines: one('procedures/shared/deadlines.yml', shared.deadlinesFile),
    promises: one('procedures/shared/promises.yml', shared.promisesFile),
    season: maybe('procedures/shared/season.yml', shared.seasonFile, { season: [] }),
    forms: maybe('procedures/shared/forms.yml', shared.formsFile, { forms: [] }),
    abbreviations: one('intents/shared/abbreviations.yml', abbreviationsFile),
    outOfScope: one('intents/shared/out-of-scope.yml', outOfScopeFile),
    facts,
    decisions: decisionEntries(files, facts.value.facts, open, report),
    dialogueActs: one('intents/shared/dialogue-acts.yml', dialogueActsFile),
    sentences: one('procedures/shared/sentences.yml', shared.sentencesFile),
    unreadable,
  };
}

function decisionEntries(
  files: readonly ContentFile[],
  facts: readonly Fact[],
  open: (file: ContentFile) => SourceFile | undefined,
  report: (problem: Problem) => void,
): DraftEntry<Decision>[] {
  const reader = decisionFile(new Map(facts.map((fact) => [fact.id, fact])));
  return files
    .filter(({ path }) => inFolder(path, 'procedures/decisions') && path !== FACTS)
    .flatMap((file) => read(open(file), reader, report));
}

function nothing<T>(path: string, value: T): DraftEntry<T> {
  return { source: new SourceFile({ path, text: '' }), value };
}

/** Read all the same, silently, so that the rest can be checked against an empty file. */
function unread<T>(path: string, reader: Reader<T>): DraftEntry<T> {
  const source = new SourceFile({ path, text: '' });
  return { source, value: valueOf(source, reader, () => undefined) };
}

function inFolder(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/');
}

/** `undefined`: YAML could not make sense of the file, which has been reported. */
function openFile(
  file: ContentFile,
  unreadable: Set<string>,
  report: (problem: Problem) => void,
): SourceFile | undefined {
  const faults = textFaults(file);
  faults.forEach(report);
  // Read as if mended, so that one run also shows what is wrong behind a tab or a decomposed letter.
  const source = new SourceFile(faults.length === 0 ? file : { ...file, text: mended(file.text) });
  // Two versions in one file make no YAML: what the parser says of it is no further news.
  const errors = hasConflict(file) ? [] : yamlErrors(source);
  errors.forEach(report);
  if (errors.length === 0 && !hasConflict(file)) return source;
  unreadable.add(source.stem);
  return undefined;
}

function read<T>(
  source: SourceFile | undefined,
  reader: Reader<T>,
  report: (problem: Problem) => void,
): DraftEntry<T>[] {
  return source === undefined ? [] : [{ source, value: valueOf(source, reader, report) }];
}

function valueOf<T>(source: SourceFile, reader: Reader<T>, report: (problem: Problem) => void): T {
  return reader(source.document.contents, { source, path: [], report });
}

function absent(path: SharedFile, unreadable: Set<string>, report: (problem: Problem) => void): undefined {
  unreadable.add(stemOf(path));
  report({
    file: path,
    line: 1,
    field: '',
    severity: 'error',
    message: 'Không thấy tệp này.',
    remedy: 'Lấy lại tệp từ bản trước (npm run content:rollback), hoặc chép từ bản cài đặt gốc.',
  });
  return undefined;
}

function reportUnknownShared(files: readonly ContentFile[], report: (problem: Problem) => void): void {
  const known: readonly string[] = [...SHARED_FILES, ...OPTIONAL_FILES];
  for (const { path } of files) {
    if (!path.includes('/shared/') || known.includes(path)) continue;
    const near = nearest(path, known);
    report({
      file: path,
      line: 1,
      field: '',
      severity: 'error',
      message: 'Máy không biết tệp dùng chung này.',
      remedy:
        near === undefined
          ? `Tệp dùng chung chỉ gồm: ${known.join(', ')}. Tệp thủ tục để thẳng trong procedures/, tệp câu mẫu trong intents/.`
          : `Có lẽ là "${near}": đổi tên tệp như thế.`,
    });
  }
}
