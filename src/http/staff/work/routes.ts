import type { Knowledge } from '../../../conversation/ports.js';
import type { BookingList, DataCopies, RequestQueue } from '../../../staff-work/ports.js';
import type { ReviewQueue, Reviews, Transcripts } from '../../../staff-work/ports.js';
import type { TalkService } from '../../../staff-work/requests/talk-service.js';
import type { ContentService } from '../../../staff-work/content/content-service.js';
import type { ReviewService } from '../../../staff-work/review/review-service.js';
import type { JudgingService } from '../../../staff-work/review/judging.js';
import type { Trial } from '../../../staff-work/trial/trial.js';
import type { EvaluationJobs } from '../../../staff-work/review/evaluation-jobs.js';
import type { StaffRoute } from '../route.js';
import type { ContentRouteDependencies } from '../content/content-pages.js';
import { contentPages } from '../content/routes.js';
import { bookingRoutes } from './booking-routes.js';
import { contentRoutes } from './content-routes.js';
import { decidedRoutes } from './decided-routes.js';
import { decisionRoutes } from './decision-routes.js';
import { judgingRoutes } from './judging-routes.js';
import { homeRoutes } from './home-routes.js';
import { requestRoutes } from './request-routes.js';
import { reviewRoutes } from './review-routes.js';
import { transcriptRoutes } from './transcript-routes.js';
import { switchRoutes, type SwitchRouteDependencies } from './switch-routes.js';
import { tryRoutes } from './try-routes.js';

/** What the pages on which staff work are made of. */
export interface WorkRouteDependencies extends SwitchRouteDependencies {
  knowledge: Knowledge;
  reviewService: ReviewService;
  judging: JudgingService;
  trial: Trial;
  queue: ReviewQueue;
  reviews: Reviews;
  jobs: EvaluationJobs;
  content: ContentService;
  pages: ContentRouteDependencies;
  transcripts: Transcripts;
  dataCopies: DataCopies;
  requests: RequestQueue;
  talks: TalkService;
  /** Texts that officers may put into an answer. */
  sentences: () => readonly string[];
  closing: AbortSignal;
  bookings: BookingList;
  deleteAll: (conversationId: string) => Promise<void>;
  authority: () => string;
}

export function workRoutes(parts: WorkRouteDependencies): StaffRoute[] {
  return [
    ...homeRoutes({ ...parts, drafts: parts.pages.drafts }),
    ...switchRoutes(parts),
    ...requestRoutes(parts),
    ...reviewRoutes(parts),
    ...decidedRoutes(parts),
    ...judgingRoutes(parts),
    ...tryRoutes(parts),
    ...decisionRoutes(parts),
    ...contentRoutes(parts.content),
    ...contentPages(parts.pages),
    ...transcriptRoutes(parts.transcripts, parts.knowledge),
    ...bookingRoutes(parts.bookings, parts.knowledge),
  ];
}
