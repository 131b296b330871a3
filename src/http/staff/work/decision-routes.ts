import { describeDecision } from '../../../content/decisions/describe.js';
import { decide, type Decided } from '../../../content/decisions/engine/decide.js';
import type { Decision, Fact, FactValue } from '../../../content/decisions/types.js';
import { dateFrom, valueFrom } from '../../../content/decisions/values.js';
import { vietnameseDay } from '../../../shared/days.js';
import type { Content } from '../../../content/types.js';
import { plainNumbers } from '../../../conversation/reading/entities/entities.js';
import { moneyEntities } from '../../../conversation/reading/entities/money.js';
import { AppError } from '../../../shared/errors.js';
import { fold } from '../../../shared/fold.js';
import { page, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { REVIEW_STYLE, type ReviewRouteDependencies } from './review-routes.js';

const ROLES = ['reviewer', 'editor', 'approver'] as const;

/** The decisions as tables, and a form to try facts. Nothing that is typed here is kept. */
export function decisionRoutes({ knowledge }: Pick<ReviewRouteDependencies, 'knowledge'>): StaffRoute[] {
  const show = (context: StaffContext): StaffAnswer => showDecision(knowledge.current().content, context);
  return [
    {
      method: 'GET',
      path: '/bang-quyet-dinh',
      roles: ROLES,
      nav: { label: 'Bảng quyết định', order: 35 },
      handle: ({ now }) => {
        const { content } = knowledge.current();
        const context = { content, today: vietnameseDay(now) };
        const decisions = [...content.decisions.values()].map((one) => describeDecision(one, context));
        return page('work/decisions', 'Bảng quyết định', { decisions }, REVIEW_STYLE);
      },
    },
    { method: 'GET', path: '/bang-quyet-dinh/:id', roles: ROLES, handle: show },
    { method: 'POST', path: '/bang-quyet-dinh/:id', roles: ROLES, handle: show },
  ];
}

function showDecision(content: Content, { params, form, now }: StaffContext): StaffAnswer {
  const decision = content.decisions.get(params['id'] ?? '');
  if (decision === undefined)
    throw new AppError('NOT_FOUND', 'Không có bảng quyết định này.', {
      status: 404,
      remedy: 'Mở mục Bảng quyết định để chọn một bảng trong danh sách.',
    });
  const today = vietnameseDay(now);
  const fields = fieldsOf(decision, content, form);
  const values = Object.fromEntries(fields.flatMap(({ id, value }) => (value ? [[id, value]] : [])));
  const decided = form.size === 0 ? null : decide(decision, values, { content, today });
  return page(
    'work/decision-table',
    decision.title,
    {
      decision: describeDecision(decision, { content, today }),
      fields,
      tried: decided === null ? null : { ...shown(decided, decision, content), day: today },
    },
    REVIEW_STYLE,
  );
}

interface Field {
  id: string;
  label: string;
  hint: string;
  options: { id: string; title: string }[];
  /** As it was typed. */
  typed: string;
  value: FactValue | undefined;
  /** Typed, but no value of this fact. */
  wrong: boolean;
}

const HINTS: Readonly<Record<Fact['kind'], string>> = {
  money: 'như “1,2 tỷ” hoặc “1200000000”',
  number: 'một con số',
  days: 'số ngày',
  date: 'như “15/07/2026” hoặc “07/2026”',
  choice: '',
};

const PERIODS = { day: 'một ngày', month: 'một tháng', quarter: 'một quý', year: 'một năm' } as const;

function fieldsOf({ facts }: Decision, content: Content, form: URLSearchParams): Field[] {
  return facts.flatMap(({ fact: id }) => {
    const fact = content.facts.get(id);
    if (fact === undefined) return [];
    const typed = (form.get(id) ?? '').trim().slice(0, 60);
    const value = typed === '' ? undefined : typedValue(fact, typed);
    const over = fact.period === undefined ? '' : `, ${PERIODS[fact.period]}`;
    return [
      {
        id,
        label: fact.label,
        hint: `${HINTS[fact.kind]}${over}`,
        options: fact.options.map((option) => ({ id: option.id, title: option.title })),
        typed,
        value,
        wrong: typed !== '' && value === undefined,
      },
    ];
  });
}

function typedValue(fact: Fact, typed: string): FactValue | undefined {
  if (fact.kind === 'choice') return valueFrom(fact, typed);
  if (fact.kind === 'date') {
    const [, day, month = '', year = ''] = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
    const parts = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])];
    return dateFrom(year === '' ? typed : parts.join('-'));
  }
  const plain = /^\d+$/.test(typed) ? Number(typed) : undefined;
  if (fact.kind !== 'money') return valueFrom(fact, plain);
  return valueFrom(fact, plain ?? moneyEntities(plainNumbers(fold(typed)))[0]?.amount);
}

/** What the form came to, in words. */
function shown(decided: Decided, decision: Decision, content: Content) {
  if (decided.kind === 'ask')
    return {
      heading: 'Bot sẽ hỏi tiếp',
      text: decided.question,
      lines: decided.lead === undefined ? [] : [decided.lead],
    };
  if (decided.kind === 'unavailable')
    return {
      heading: 'Không tính được',
      text: `Mức “${decided.what}” không có hiệu lực hôm nay, nên bot không tính.`,
      lines: [],
    };
  const assumed = decided.assumed.map(
    ({ fact, say }) => say ?? `Tạm tính ${content.facts.get(fact)?.label ?? fact} như thường gặp.`,
  );
  const rule = decision.rules.findIndex(({ result }) => result === decided.id);
  return {
    heading: `Kết quả: ${decided.id}`,
    text: decided.text,
    lines: [
      ...assumed,
      ...decided.details,
      ...decided.next,
      ...(decided.unsure === undefined ? [] : [`⚠ ${decided.unsure.text}`]),
      `Luật: ${decided.because}`,
      `Căn cứ: ${decided.basis.join('; ')}.`,
    ],
    rule,
  };
}
