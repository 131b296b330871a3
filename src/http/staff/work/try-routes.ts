import { TEXT_LIMIT } from '../../../privacy/cut-text.js';
import { withoutMasks } from '../../../privacy/mask-text.js';
import type { MaskedText } from '../../../privacy/types.js';
import { AppError } from '../../../shared/errors.js';
import type { ReviewService } from '../../../staff-work/review/review-service.js';
import { intentChoices, judgeAnswer } from '../../../staff-work/review/judgement.js';
import type { Trial, TrialStep } from '../../../staff-work/trial/trial.js';
import { LONG_FORM } from '../content/content-pages.js';
import { complaintOf, page, redirect, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { draftOf, orderIn, type FileDraft } from './file-order.js';
import { REVIEW_STYLE, type ReviewRouteDependencies } from './review-routes.js';
import { MAX_STEPS, trialFormOf, type TrialForm } from './trial-form.js';
import { shownTrial } from './trial-view.js';
import { MATCH_WORDS } from './words.js';

export interface TryRouteDependencies {
  knowledge: ReviewRouteDependencies['knowledge'];
  reviewService: Pick<ReviewService, 'file'>;
  trial: Trial;
  mask: (text: string) => MaskedText;
}

const ROLES = ['reviewer', 'editor', 'approver'] as const;

/**
 * A conversation with the bot and what it made of each message. It is posted and carried by the page, so that it stands in
 * no address and no database; nothing is kept until a message is filed.
 */
export function tryRoutes(parts: TryRouteDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/thu-cau',
      roles: ROLES,
      nav: { label: 'Thử câu', order: 30 },
      handle: () => show(parts, { steps: [], unsent: '', full: false }),
    },
    {
      method: 'POST',
      path: '/thu-cau',
      roles: ROLES,
      formLimit: LONG_FORM,
      handle: ({ form }) => show(parts, trialFormOf(form, parts.mask), { taught: placeIn(form) }),
    },
    {
      method: 'POST',
      path: '/thu-cau/xep',
      roles: ['reviewer'],
      formLimit: LONG_FORM,
      handle: (context) => file(parts, context),
    },
  ];
}

/** Which message is to be taught, by its place; the newest that was typed unless told. */
function placeIn(form: URLSearchParams): number | undefined {
  const place = Number.parseInt(form.get('teach') ?? '', 10);
  return Number.isNaN(place) ? undefined : place;
}

interface Taught {
  taught?: number | undefined;
  complaint?: AppError;
  draft?: FileDraft;
  judgedAnew?: boolean;
}

async function show(
  parts: TryRouteDependencies,
  trial: TrialForm,
  filing: Taught = {},
): Promise<StaffAnswer> {
  const { steps, unsent, full } = trial;
  const shown = await shownTrial(parts, steps);
  const place = taughtPlace(steps, filing);
  const teaching = teachingOf(parts, steps, place, filing);
  const { complaint, judgedAnew = false } = filing;
  const data = {
    ...shown,
    ...{ unsent, full, mostSteps: MAX_STEPS, longest: TEXT_LIMIT, judgedAnew, place, teaching },
    complaint: complaintOf(complaint),
    choices: teaching === null ? [] : intentChoices(parts.knowledge.current().content),
    decisionWords: MATCH_WORDS,
  };
  const styles = [...REVIEW_STYLE.styles, '/style/staff-transcript.css', '/style/staff-trial.css'];
  return page('work/try', 'Thử câu', data, { styles, status: complaint?.status ?? 200 });
}

function taughtPlace(steps: readonly TrialStep[], { taught }: Taught): number {
  const wanted = steps[taught ?? -1];
  return wanted !== undefined && 'typed' in wanted
    ? (taught ?? 0)
    : steps.findLastIndex((step) => 'typed' in step);
}

/** The form with which a message is filed; `null` where nothing was typed yet. */
function teachingOf(
  { knowledge }: TryRouteDependencies,
  steps: readonly TrialStep[],
  place: number,
  { draft, judgedAnew = false }: Taught,
) {
  const step = steps[place];
  const text = step !== undefined && 'typed' in step ? step.typed.text : '';
  if (text === '' && draft === undefined) return null;
  // What is edited is judged as it stands in the form: that is what would be learnt.
  const judged = judgeAnswer(knowledge.current(), judgedAnew ? (draft?.text ?? text) : text);
  return {
    ...{ text, chosen: [], conversationId: '' },
    now: { ...judged, decisionWords: MATCH_WORDS[judged.decision] },
    draft: draft ?? { text: withoutMasks(text), intent: '', nobody: false },
  };
}

/** Files what was tried as an example, under the same rules as a message of a citizen. */
async function file(parts: TryRouteDependencies, context: StaffContext): Promise<StaffAnswer> {
  const { form, account, audit } = context;
  const draft = draftOf(form);
  const again = (more: Taught) => {
    const carried = new URLSearchParams(form.getAll('turn').map((one): [string, string] => ['turn', one]));
    return show(parts, trialFormOf(carried, parts.mask), { taught: placeIn(form), draft, ...more });
  };
  try {
    const { edited, ...wanted } = orderIn(parts.knowledge.current().content, form, '');
    if (edited) return await again({ judgedAnew: true });
    if (wanted.decision === 'dismissed') return redirect('/thu-cau');
    const review = await parts.reviewService.file({ ...wanted, by: account.id, text: draft.text });
    await audit({ action: `review.${review.decision}`, subject: review.intent ?? review.id });
    return redirect(`/duyet/da-xu-ly/${review.id}`, {
      tone: 'good',
      text: 'Đã ghi câu mẫu. Máy đang học lại.',
    });
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return again({ complaint: error });
    throw error;
  }
}
