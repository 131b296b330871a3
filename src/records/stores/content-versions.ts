import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ContentVersion, ContentVersions } from '../../content/versions.js';
import type { Collections } from '../collections.js';
import type { ContentVersionDocument } from '../documents/content-version.js';

const NEWEST_FIRST = { savedAt: -1 } as const;

export function createContentVersions({ contentVersions }: Collections): ContentVersions {
  return {
    async save({ version, savedAt, by, files }) {
      const packedFiles = (await promisify(gzip)(JSON.stringify(files))).toString('base64');
      const [last] = await contentVersions.find({}, { sort: NEWEST_FIRST, limit: 1 });
      const changed = last === undefined ? [] : changedPaths((await unpacked(last)).files, files);
      if (await contentVersions.insertOne({ _id: version, savedAt, by, packedFiles, changed })) return;
      const again = { _id: version, savedAt: { $lt: savedAt } };
      await contentVersions.updateOne(again, { $set: { savedAt, by, changed } });
    },

    async list(limit) {
      const found = await contentVersions.find({}, { sort: NEWEST_FIRST, limit, omit: 'packedFiles' });
      return found.map(({ _id, savedAt, by }) => ({ version: _id, savedAt, by }));
    },

    async get(version) {
      const found = await contentVersions.findOne({ _id: version });
      return found === null ? null : unpacked(found);
    },

    async historyOf(path, limit) {
      const found = await contentVersions.find(
        { changed: path },
        { sort: NEWEST_FIRST, limit, omit: 'packedFiles' },
      );
      return found.map(({ _id, savedAt, by }) => ({ version: _id, savedAt, by }));
    },

    async before(savedAt) {
      const earlier = { savedAt: { $lt: savedAt } };
      const [found] = await contentVersions.find(earlier, { sort: NEWEST_FIRST, limit: 1 });
      return found === undefined ? null : unpacked(found);
    },

    async newest() {
      const [found] = await contentVersions.find({}, { sort: NEWEST_FIRST, limit: 1 });
      return found === undefined ? null : unpacked(found);
    },
  };
}

type Files = ContentVersion['files'];

function changedPaths(before: Files, after: Files): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]).sort();
}

async function unpacked({ _id, savedAt, by, packedFiles }: ContentVersionDocument): Promise<ContentVersion> {
  const text = await promisify(gunzip)(Buffer.from(packedFiles, 'base64'));
  return { version: _id, savedAt, by, files: JSON.parse(text.toString('utf8')) as Record<string, string> };
}
