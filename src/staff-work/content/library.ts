import { parse } from 'yaml';
import { readContentFiles } from '../../content/content-files.js';
import { isObject, type Plain, type PlainObject } from '../../content/forms/plain.js';
import { foldedWords } from '../../shared/fold.js';

/** What staff look for: one thing that can be read and corrected by itself. */
export interface LibraryItem {
  kind: LibraryKind;
  /** Its file, and where in the file; '' is the whole file. */
  path: string;
  part: string;
  title: string;
  /** YYYY-MM-DD; absent where none is written. */
  checkedOn?: string;
  reviewBy?: string;
  source?: string;
  /** All its words, folded: what a search looks through. */
  words: string;
}

export const LIBRARY_KINDS = [
  'entry',
  'intent',
  'sentence',
  'rate',
  'deadline',
  'office',
  'calendar',
  'contact',
  'decision',
  'other',
] as const;
export type LibraryKind = (typeof LIBRARY_KINDS)[number];

export interface Library {
  items: LibraryItem[];
  texts: Record<string, string>;
  version: string;
}

/** Files whose items are read and corrected one by one: by path, the list and what its items are. */
const BY_ITEM: Readonly<Record<string, readonly [list: string, kind: LibraryKind]>> = {
  'procedures/shared/sentences.yml': ['sentences', 'sentence'],
  'procedures/shared/rates.yml': ['rates', 'rate'],
  'procedures/shared/deadlines.yml': ['deadlines', 'deadline'],
  'procedures/shared/contacts.yml': ['contacts', 'contact'],
  'procedures/shared/forms.yml': ['forms', 'other'],
  'procedures/shared/promises.yml': ['promises', 'other'],
};

/** Reads the files as they are now; made anew only when they have changed. */
export function createLibrary(root: string): () => Promise<Library> {
  let last: Library | undefined;
  return async () => {
    const { files, version } = await readContentFiles(root);
    if (last?.version === version) return last;
    const texts = Object.fromEntries(files.map(({ path, text }) => [path, text]));
    last = { version, texts, items: files.flatMap(({ path, text }) => itemsOf(path, readLeniently(text))) };
    return last;
  };
}

function readLeniently(text: string): Plain {
  try {
    return parse(text) as Plain;
  } catch {
    return null;
  }
}

function itemsOf(path: string, value: Plain): LibraryItem[] {
  const listed = BY_ITEM[path];
  if (listed !== undefined && isObject(value)) return partsOf(path, value, listed[0], listed[1]);
  if (path === 'procedures/shared/offices.yml' && isObject(value))
    return [
      ...partsOf(path, value, 'offices', 'office'),
      ...partsOf(path, value, 'places', 'office'),
      itemOf(
        { kind: 'office', path, part: 'poster_places' },
        { name: 'Nơi dán mã QR', list: value['poster_places'] ?? [] },
      ),
    ];
  if (path === 'procedures/shared/calendar.yml' && isObject(value))
    return ['office_hours', 'saturdays', 'no_appointment_days'].map((part) =>
      itemOf(
        { kind: 'calendar', path, part },
        { name: CALENDAR_NAMES[part] ?? part, list: value[part] ?? [] },
      ),
    );
  return [itemOf({ kind: kindOf(path), path, part: '' }, value)];
}

const CALENDAR_NAMES: Readonly<Record<string, string>> = {
  office_hours: 'Giờ làm việc',
  saturdays: 'Thứ Bảy làm việc',
  no_appointment_days: 'Ngày không hẹn',
};

function partsOf(path: string, value: PlainObject, list: string, kind: LibraryKind): LibraryItem[] {
  const all = value[list];
  const entries: [string, Plain][] = Array.isArray(all)
    ? all.map((one, index) => [String(index), one])
    : Object.entries(isObject(all) ? all : {});
  return entries.map(([key, one]) =>
    itemOf({ kind, path, part: `${list}.${key}` }, one, /^\d+$/.test(key) ? undefined : key),
  );
}

type Place = Pick<LibraryItem, 'kind' | 'path' | 'part'>;

function itemOf(place: Place, value: Plain, named?: string): LibraryItem {
  const one = isObject(value) ? value : {};
  const word = (key: string): string | undefined => {
    const found = one[key];
    return typeof found === 'string' ? found : undefined;
  };
  const first = Array.isArray(value) ? value[0] : value;
  const text = typeof first === 'string' ? first : undefined;
  const name = word('name') ?? word('promise') ?? text ?? word('title') ?? word('id');
  const [checkedOn, reviewBy] = [word('checked_on'), word('review_by')];
  const source = word('source') ?? word('basis') ?? word('law');
  return {
    ...place,
    title: (named ?? place.part) !== '' && text !== undefined ? text : titleOf(place, name, one),
    words: foldedWords([place.path, place.part, ...textsIn(value)].join(' ')).join(' '),
    ...(checkedOn === undefined ? {} : { checkedOn }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
    ...(source === undefined ? {} : { source }),
  };
}

function titleOf({ kind, path }: Place, name: string | undefined, one: PlainObject): string {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.yml$/, '');
  if (kind === 'rate') return textsIn([one['id'] ?? '', one['value'] ?? '', one['unit'] ?? '']).join(' ');
  if (kind === 'other') return name ?? FILE_NAMES[stem] ?? stem;
  return name ?? stem;
}

const FILE_NAMES: Readonly<Record<string, string>> = {
  groups: 'Nhóm trong menu',
  steps: 'Các bước dùng chung',
  holidays: 'Ngày nghỉ lễ',
  season: 'Việc theo mùa',
  facts: 'Điều người dân cho biết',
  abbreviations: 'Viết tắt',
  'out-of-scope': 'Câu ngoài phạm vi',
  'dialogue-acts': 'Lời nói ngoài câu hỏi',
};

function kindOf(path: string): LibraryKind {
  if (/^procedures\/[^/]+$/.test(path)) return 'entry';
  if (/^intents\/[^/]+$/.test(path)) return 'intent';
  return path.startsWith('procedures/decisions/') && !path.endsWith('/facts.yml') ? 'decision' : 'other';
}

function textsIn(value: Plain): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (isObject(value)) return Object.values(value).flatMap(textsIn);
  return value === null ? [] : [String(value)];
}

/** Those that have all the words, in the order of the files; `kind` undefined: of every kind. */
export function searched(items: readonly LibraryItem[], text: string, kind?: LibraryKind): LibraryItem[] {
  const wanted = foldedWords(text);
  return items.filter(
    (item) => (kind === undefined || item.kind === kind) && wanted.every((word) => item.words.includes(word)),
  );
}

/** `rates.3` as a path: list positions are numbers. */
export function partPath(part: string): (string | number)[] {
  return part === '' ? [] : part.split('.').map((one) => (/^\d+$/.test(one) ? Number(one) : one));
}
