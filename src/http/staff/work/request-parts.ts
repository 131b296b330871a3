import type { Content } from '../../../content/types.js';
import type { RequestKind } from '../../../conversation/types.js';
import { AppError } from '../../../shared/errors.js';
import type { DataCopies, RequestQueue, StaffRequest } from '../../../staff-work/ports.js';

export interface RequestRouteParts {
  requests: RequestQueue;
  dataCopies: DataCopies;
  /** Deletes everything one citizen left. */
  deleteAll: (conversationId: string) => Promise<void>;
  authority: string;
  knowledge: { current(): { content: Content } };
}

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
