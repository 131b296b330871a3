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
      if (await contentVersions.insertOne({ _id: version, savedAt, by, packedFiles })) return;
      await contentVersions.updateOne({ _id: version, savedAt: { $lt: savedAt } }, { $set: { savedAt, by } });
    },

    async list(limit) {
      const found = await contentVersions.find({}, { sort: NEWEST_FIRST, limit, omit: 'packedFiles' });
      return found.map(({ _id, savedAt, by }) => ({ version: _id, savedAt, by }));
    },

    async get(version) {
      const found = await contentVersions.findOne({ _id: version });
      return found === null ? null : unpacked(found);
    },

    async newest() {
      const [found] = await contentVersions.find({}, { sort: NEWEST_FIRST, limit: 1 });
      return found === undefined ? null : unpacked(found);
    },
  };
}

async function unpacked({ _id, savedAt, by, packedFiles }: ContentVersionDocument): Promise<ContentVersion> {
  const text = await promisify(gunzip)(Buffer.from(packedFiles, 'base64'));
  return { version: _id, savedAt, by, files: JSON.parse(text.toString('utf8')) as Record<string, string> };
}
