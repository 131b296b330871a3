import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ContentVersion, ContentVersions } from '../../content/versions.js';
import type { Collections } from '../collections.js';
import type { ContentVersionDocument } from '../documents/content-version.js';

const NEWEST_FIRST = { savedAt: -1 } as const;
const LISTED = ['savedAt', 'by'] as const;
/** A version stored whole takes half a megabyte; one stored as changes a few kilobytes, but reading it reads all it stands on. */
const MAX_BASES = 50;

type Files = ContentVersion['files'];
/** Path → text; `null`: the file is gone. */
type Changes = Record<string, string | null>;
type Versions = Pick<Collections, 'contentVersions'>;

export function createContentVersions({ contentVersions }: Versions): ContentVersions {
  const newestOf = async (filter: Record<string, unknown>): Promise<ContentVersion | null> => {
    const [found] = await contentVersions.find(filter, { sort: NEWEST_FIRST, limit: 1 });
    return found === undefined ? null : versionOf(contentVersions, found);
  };
  const listed = async (filter: Record<string, unknown>, limit: number) => {
    const found = await contentVersions.find(filter, { sort: NEWEST_FIRST, limit, only: LISTED });
    return found.map(({ _id, savedAt, by }) => ({ version: _id, savedAt, by }));
  };
  return {
    save: (version) => save(contentVersions, version),
    list: (limit) => listed({}, limit),
    async get(version) {
      const found = await contentVersions.findOne({ _id: version });
      return found === null ? null : versionOf(contentVersions, found);
    },
    historyOf: (path, limit) => listed({ changed: path }, limit),
    before: (savedAt) => newestOf({ savedAt: { $lt: savedAt } }),
    newest: () => newestOf({}),
  };
}

async function save(
  versions: Collections['contentVersions'],
  { version, savedAt, by, files }: ContentVersion,
): Promise<void> {
  const [last] = await versions.find({}, { sort: NEWEST_FIRST, limit: 1 });
  const changes = last === undefined ? undefined : changesOf(await filesOf(versions, last), files);
  const changed = Object.keys(changes ?? {}).sort();
  const bases = last === undefined ? [] : [...(last.bases ?? []), last._id];
  const stored =
    changes === undefined || bases.length > MAX_BASES
      ? { packedFiles: await packed(files) }
      : { packedChanges: await packed(changes), bases };
  if (await versions.insertOne({ _id: version, savedAt, by, changed, ...stored })) return;
  await versions.updateOne({ _id: version, savedAt: { $lt: savedAt } }, { $set: { savedAt, by, changed } });
}

function changesOf(before: Files, after: Files): Changes {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = paths.filter((path) => before[path] !== after[path]);
  return Object.fromEntries(changed.map((path) => [path, after[path] ?? null]));
}

async function versionOf(
  versions: Collections['contentVersions'],
  document: ContentVersionDocument,
): Promise<ContentVersion> {
  const { _id, savedAt, by } = document;
  return { version: _id, savedAt, by, files: await filesOf(versions, document) };
}

/** Of the version that is stored whole, with the changes of each that stands on it, in their order. */
async function filesOf(
  versions: Collections['contentVersions'],
  document: ContentVersionDocument,
): Promise<Files> {
  const bases = document.bases ?? [];
  const found = bases.length === 0 ? [] : await versions.find({ _id: { $in: bases } });
  const byId = new Map(found.map((one) => [one._id, one]));
  const files = new Map<string, string>();
  const steps = await Promise.all(
    [...bases.map((id) => byId.get(id)), document].map((step) => {
      const written = step?.packedFiles ?? step?.packedChanges;
      if (written === undefined)
        throw new Error(`content version ${document._id} stands on one that is gone`);
      return unpacked(written);
    }),
  );
  for (const [path, text] of steps.flatMap(Object.entries<string | null>))
    if (text === null) files.delete(path);
    else files.set(path, text);
  return Object.fromEntries(files);
}

const packed = async (changes: Changes): Promise<string> =>
  (await promisify(gzip)(JSON.stringify(changes))).toString('base64');

async function unpacked(written: string): Promise<Changes> {
  const text = await promisify(gunzip)(Buffer.from(written, 'base64'));
  return JSON.parse(text.toString('utf8')) as Changes;
}
