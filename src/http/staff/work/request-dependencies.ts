import type { Knowledge } from '../../../conversation/ports.js';
import type { RequestKind } from '../../../conversation/types.js';
import { AppError } from '../../../shared/errors.js';
import type { DataCopies, RequestQueue, StaffRequest } from '../../../staff-work/ports.js';
import type { TalkService } from '../../../staff-work/requests/talk-service.js';

export interface RequestRouteDependencies {
  requests: RequestQueue;
  dataCopies: DataCopies;
  /** Deletes everything one citizen left. */
  deleteAll: (conversationId: string) => Promise<void>;
  authority: () => string;
  talks: TalkService;
  /** Texts that officers may put into an answer. */
  sentences: () => readonly string[];
  /** Ends what pages listen to. */
  closing: AbortSignal;
  knowledge: Knowledge;
}

/** More wait only where nobody works on them; the oldest are shown then. */
export const MAX_REQUESTS = 500;

/** Kinds whose wish is that data go. */
export const DELETABLE: readonly RequestKind[] = ['data_deletion', 'consent_withdrawal'];

export async function knownRequest(requests: RequestQueue, code: string): Promise<StaffRequest> {
  const request = await requests.get(code);
  if (request !== null) return request;
  throw new AppError('NOT_FOUND', 'Không có yêu cầu nào mang mã này.', {
    status: 404,
    remedy: 'Kiểm tra lại mã (dạng YC-7K3M9), hoặc mở mục Yêu cầu để tìm.',
  });
}
