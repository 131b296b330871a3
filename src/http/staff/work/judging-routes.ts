import { withoutMasks } from '../../../privacy/mask-text.js';
import { AppError } from '../../../shared/errors.js';
import type { SampledAnswer } from '../../../staff-work/ports.js';
import { answeredIntent, intentChoices, intentName } from '../../../staff-work/review/judgement.js';
import type { JudgingService } from '../../../staff-work/review/judging.js';
import { complaintOf, page, redirect, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { lookedFor, unconfirmed } from './file-order.js';
import { REVIEW_STYLE, type ReviewRouteDependencies } from './review-routes.js';

export interface JudgingRouteDependencies {
  judging: JudgingService;
  knowledge: ReviewRouteDependencies['knowledge'];
}

/** One answer after another of a random sample: was it right? */
export function judgingRoutes(parts: JudgingRouteDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/duyet/cham',
      roles: ['reviewer'],
      handle: async ({ form }) => {
        const found = await parts.judging.next();
        return show(parts, found?.answer ?? null, { left: found?.left ?? 0, form });
      },
    },
    {
      method: 'POST',
      path: '/duyet/cham/:id',
      roles: ['reviewer'],
      handle: (context) => judge(parts, context),
    },
  ];
}

function show(
  { knowledge }: JudgingRouteDependencies,
  answer: SampledAnswer | null,
  { left = 0, form, complaint }: { left?: number; form: URLSearchParams; complaint?: AppError },
): StaffAnswer {
  const { content } = knowledge.current();
  const intent = answer === null ? null : answeredIntent(content, answer);
  const data = {
    answer,
    left,
    taken: intent === null ? null : intentName(content, intent),
    text: form.get('text') ?? withoutMasks(answer?.text ?? ''),
    other: form.get('other') ?? '',
    nobody: form.get('nobody') === 'yes',
    choices: intentChoices(content),
    complaint: complaintOf(complaint),
  };
  return page('work/judging', 'Chấm câu trả lời', data, {
    ...REVIEW_STYLE,
    status: complaint?.status ?? 200,
  });
}

async function judge(parts: JudgingRouteDependencies, context: StaffContext): Promise<StaffAnswer> {
  const { params, form, account, audit } = context;
  const id = params['id'] ?? '';
  const answer = await parts.judging.get(id);
  try {
    const verdict = form.get('verdict');
    if (verdict === 'skip') {
      await parts.judging.skip(id);
      return redirect('/duyet/cham');
    }
    if (verdict !== 'right' && verdict !== 'wrong') throw noVerdict();
    const right = verdict === 'right';
    const keep = answer === null ? undefined : keptOf(parts, form, { answer, right });
    const review = await parts.judging.judge(id, {
      ...{ by: account.id, right },
      ...(keep === undefined ? {} : { keep }),
    });
    await audit({ action: `review.${review.decision}`, subject: review.intent ?? review.id });
    const kept = review.text === undefined ? '' : ' Câu được giữ làm câu kiểm tra.';
    return redirect('/duyet/cham', { tone: 'good', text: `Đã chấm.${kept} Sửa lại được ở mục “Đã xử lý”.` });
  } catch (error) {
    if (answer !== null && error instanceof AppError && error.status === 422)
      return show(parts, answer, { form, complaint: error });
    throw error;
  }
}

/** What is kept to measure with: only where somebody asked for it, and it is known what would have been right. */
function keptOf(
  { knowledge }: JudgingRouteDependencies,
  form: URLSearchParams,
  { answer, right }: { answer: SampledAnswer; right: boolean },
): { text: string; intent: string | null } | undefined {
  if (form.get('keep') !== 'yes') return undefined;
  if (form.get('nobody') !== 'yes') throw unconfirmed();
  const { content } = knowledge.current();
  const typed = (form.get('other') ?? '').trim();
  if (!right && typed === '') return { text: form.get('text') ?? '', intent: null };
  // An office's hours or a day told are nobody's procedure: then whoever keeps the message says whose it is.
  const intent = (right ? answeredIntent(content, answer) : null) ?? lookedFor(content, typed);
  return { text: form.get('text') ?? '', intent };
}

function noVerdict(): AppError {
  return new AppError('NO_VERDICT', 'Chưa chọn đúng hay sai.', {
    status: 422,
    remedy: 'Bấm một trong các nút Đúng, Sai, Không rõ.',
  });
}
