import type { StaffAnswer } from '../../../../src/http/staff/answers.js';
import { render } from '../../../../src/http/staff/render.js';

/** A page as a viewer sees it. */
export function renderPage(answer: StaffAnswer): string {
  if (answer.kind !== 'page') throw new Error('not a page');
  const account = { id: 'thu', fullName: 'Tài khoản thử', roles: ['viewer' as const] };
  return render(answer, { navigation: [], authority: '', csrf: '', demo: false, flash: null, account });
}
