import type { Review, Reviews } from '../../staff-work/ports.js';
import type { Collections } from '../collections.js';
import { without } from '../engine/plain.js';
import type { ReviewDocument } from '../documents/review.js';

export function createReviews({ reviews }: Pick<Collections, 'reviews'>): Reviews {
  return {
    async add({ id, ...review }) {
      await reviews.insertOne({ _id: id, state: 'done', ...review });
    },

    async get(id) {
      const found = await reviews.findOne({ _id: id });
      return found === null ? null : asReview(found);
    },

    list: async (limit) => (await reviews.find({}, { sort: { at: -1 }, limit })).map(asReview),

    async dismissed(wordings) {
      if (wordings.length === 0) return new Set();
      const found = await reviews.find(
        { wordings: { $in: wordings }, decision: 'dismissed', state: 'done' },
        { only: ['wordings'] },
      );
      return new Set(found.flatMap((review) => review.wordings));
    },

    async undo(id, by, at) {
      const undone = { state: 'undone', undoneBy: by, undoneAt: at };
      return (await reviews.updateOne({ _id: id, state: 'done' }, { $set: undone })) === 1;
    },

    async redo(id) {
      await reviews.updateOne(
        { _id: id, state: 'undone' },
        { $set: { state: 'done' }, $unset: { undoneBy: true, undoneAt: true } },
      );
    },

    unmeasured: (since, limit) => unmeasured(reviews, since, limit),

    async setEvaluation(id, evaluation) {
      await reviews.updateOne({ _id: id }, { $set: { evaluation } });
    },
  };
}

async function unmeasured(reviews: Collections['reviews'], since: Date, limit: number): Promise<Review[]> {
  const filter = {
    state: 'done',
    at: { $gte: since },
    decision: { $in: ['filed', 'out_of_scope'] },
    text: { $exists: true },
    evaluation: { $exists: false },
  };
  return (await reviews.find(filter, { sort: { at: -1 }, limit })).map(asReview).reverse();
}

function asReview({ _id, ...document }: ReviewDocument): Review {
  return { id: _id, ...without(document, 'state') };
}
