import { answerTime } from './answer-time.js';
import { busyHours } from './busy-hours.js';
import { citizens } from './citizens.js';
import { comments } from './comments.js';
import { consent } from './consent.js';
import { conversations } from './conversations.js';
import { entryPoints } from './entry-points.js';
import { guides } from './guides.js';
import { messages } from './messages.js';
import { nearMisses } from './near-misses.js';
import { notUnderstood } from './not-understood.js';
import { outcomes } from './outcomes.js';
import { questions } from './questions.js';
import { requests } from './requests.js';
import { resolved } from './resolved.js';
import { satisfaction } from './satisfaction.js';
import { saturday } from './saturday.js';
import { thumbs } from './thumbs.js';
import { toldPlaces } from './told-places.js';
import { topProcedures } from './top-procedures.js';

/** Every number that is counted and read, by the name it has in reports. */
export const METRICS = {
  conversations,
  citizens,
  messages,
  questions,
  outcomes,
  resolved,
  guides,
  satisfaction,
  thumbs,
  comments,
  topProcedures,
  notUnderstood,
  nearMisses,
  answerTime,
  busyHours,
  entryPoints,
  toldPlaces,
  saturday,
  consent,
  requests,
} as const;
