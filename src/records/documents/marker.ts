import { documentSchema } from './schema.js';

/** A fact about the whole store: that it holds made-up data, up to when exchanges were deleted. */
export interface Marker {
  _id: 'demo' | 'exchanges-swept';
  at: Date;
}

export const markerSchema = documentSchema({ at: { type: Date, required: true } });
