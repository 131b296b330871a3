import type { ContentDraft, ContentDrafts } from '../../staff-work/ports.js';
import type { Collections } from '../collections.js';
import type { ContentDraftDocument } from '../documents/content-draft.js';

export function createContentDrafts({ contentDrafts }: Pick<Collections, 'contentDrafts'>): ContentDrafts {
  return {
    async add({ id, ...draft }) {
      await contentDrafts.insertOne({ _id: id, ...draft });
    },
    async get(id) {
      const found = await contentDrafts.findOne({ _id: id });
      return found === null ? null : asDraft(found);
    },
    async list(states, limit) {
      const found = await contentDrafts.find({ state: { $in: [...states] } }, { sort: { at: -1 }, limit });
      return found.map(asDraft);
    },
    async change(id, from, changes) {
      const now = { _id: id, state: { $in: [...from] } };
      return (await contentDrafts.updateOne(now, { $set: { ...changes } })) === 1;
    },
  };
}

function asDraft({ _id, ...draft }: ContentDraftDocument): ContentDraft {
  return { id: _id, ...draft };
}
