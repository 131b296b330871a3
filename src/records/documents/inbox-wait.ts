import { documentSchema } from './schema.js';

/** How long a citizen waited for a person in the Page's inbox: times alone, no words, nobody's name. */
export interface InboxWaitDocument {
  _id: string;
  passedAt: Date;
  /** As a request filed at that time would be due. */
  confirmBy: Date;
  firstAnswerAt?: Date;
  /** Absent while the inbox has the conversation. */
  returnedAt?: Date;
}

export const inboxWaitSchema = documentSchema({
  passedAt: { type: Date, required: true },
  confirmBy: { type: Date, required: true },
  firstAnswerAt: Date,
  returnedAt: Date,
}).index({ passedAt: 1 });
