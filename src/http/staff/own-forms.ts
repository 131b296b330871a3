import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { AppError } from '../../shared/errors.js';

/** A form's token follows from the session's secret id, so that it need not be kept and ends with the session. */
export function csrfToken(sessionId: string): string {
  return createHmac('sha256', sessionId).update('form').digest('base64url');
}

/**
 * Refuses what another site makes a browser send: by where the browser says that it comes from, and by the token that
 * only our own pages know.
 */
export function requireOwnForm(request: Request, sessionId: string, sent: string, publicUrl?: string): void {
  if (!fromHere(request, publicUrl)) throw foreign();
  const [expected, given] = [Buffer.from(csrfToken(sessionId)), Buffer.from(sent)];
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new AppError('FORM_OUTDATED', 'Biểu mẫu này đã cũ hoặc phiên làm việc đã đổi.', {
      status: 403,
      remedy: 'Anh/chị tải lại trang rồi gửi lại. Nội dung đã nhập nên được chép lại trước.',
    });
  }
}

/** Older browsers send neither header: for them the token alone decides. */
function fromHere(request: Request, publicUrl: string | undefined): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('Origin');
  if (origin === undefined) return true;
  const here = [request.host, publicUrl === undefined ? undefined : new URL(publicUrl).host];
  return URL.canParse(origin) && here.includes(new URL(origin).host);
}

function foreign(): AppError {
  return new AppError('FOREIGN_PAGE', 'Yêu cầu này đến từ một trang khác.', {
    status: 403,
    remedy:
      'Anh/chị mở lại trang quản trị rồi làm lại. Nếu vẫn gặp, nhờ người vận hành kiểm tra PUBLIC_URL và TRUST_PROXY.',
  });
}
