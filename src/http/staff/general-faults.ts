import { AppError } from '../../shared/errors.js';
import { CitizenError } from '../citizen-error.js';

/** Faults that are no page's own, as staff are told of them; citizens read those of the content. By code. */
const SAID: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  BODY_TOO_LARGE: ['Nội dung gửi lên dài quá.', 'Anh/chị chia thành nhiều lần gửi ngắn hơn nhé.'],
  BAD_REQUEST: ['Yêu cầu gửi lên chưa đúng dạng.', 'Anh/chị tải lại trang rồi thử lại nhé.'],
};
const OTHERS = ['Hệ thống gặp trục trặc.', 'Anh/chị thử lại sau ít phút nhé.'] as const;

export function forStaff(error: AppError): AppError {
  if (!(error instanceof CitizenError)) return error;
  const [message, remedy] = SAID[error.code] ?? OTHERS;
  return new AppError(error.code, message, { ...error.options, remedy });
}
