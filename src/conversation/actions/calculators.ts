import { writtenDate } from '../../content/days.js';
import { daysLate, lateInterest } from '../calculators/late-interest.js';
import { houseTransferCost } from '../calculators/house-transfer.js';
import { RatesUsed } from '../calculators/rates.js';
import { dependantsIn, salaryTax } from '../calculators/salary.js';
import { moneyIn, writtenMoney } from '../reading/money.js';
import { choice, MENU_CHOICE, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Choice, Waiting } from '../types.js';

export type Calculator = 'late_interest' | 'house_transfer_cost' | 'salary_tax';
type Given = Readonly<Record<string, string>>;

/** A procedure that says more about what was calculated. */
const ABOUT: Record<Calculator, string> = {
  late_interest: 'tien-cham-nop',
  house_transfer_cost: 'tncn-chuyen-nhuong-nha-dat',
  salary_tax: 'giam-tru-gia-canh',
};

/** Takes the sums from the message where they are there, asks for the first that is not, then calculates. */
export function calculate(turn: Turn, calculator: Calculator, given: Given = {}): Answered {
  const known = { ...given, ...readFrom(turn, calculator, given) };
  const sum = known['sum'] === undefined ? undefined : Number(known['sum']);
  if (sum === undefined)
    return askFor(turn, calculator, known, SUM_QUESTIONS[calculator], sumChoices(calculator));
  switch (calculator) {
    case 'late_interest':
      if (known['days'] === undefined)
        return askFor(
          turn,
          calculator,
          known,
          'Dạ, trễ bao nhiêu ngày rồi ạ? Anh/chị gõ “45 ngày”, hoặc ngày hết hạn nộp như “31/3”.',
          [],
        );
      return shown(turn, calculator, lateInterestLines(turn, sum, Number(known['days'])));
    case 'house_transfer_cost':
      return shown(turn, calculator, houseLines(turn, sum));
    case 'salary_tax':
      if (known['dependants'] === undefined)
        return askFor(
          turn,
          calculator,
          known,
          'Dạ, anh/chị đã đăng ký mấy người phụ thuộc (con, cha mẹ…) ạ?',
          [0, 1, 2, 3].map((count) =>
            choice(`${count} người`, { kind: 'say', text: `${count} người phụ thuộc` }),
          ),
        );
      return shown(turn, calculator, salaryLines(turn, sum, Number(known['dependants'])));
  }
}

/** The answer to what a calculator asked; `null` when the message holds nothing it asked for. */
export function calculateWith(
  turn: Turn,
  { calculator, given }: Extract<Waiting, { for: 'amount' }>,
): Answered | null {
  const known = Object.keys(ABOUT).find((name): name is Calculator => name === calculator);
  if (known === undefined || Object.keys(readFrom(turn, known, given)).length === 0) return null;
  return calculate(turn, known, given);
}

const SUM_QUESTIONS: Record<Calculator, string> = {
  late_interest: 'Dạ, số tiền thuế nộp trễ là bao nhiêu ạ? Anh/chị gõ như “5 triệu” hoặc “12.500.000”.',
  house_transfer_cost: 'Dạ, giá bán ghi trong hợp đồng là bao nhiêu ạ? Anh/chị gõ như “1,5 tỷ”.',
  salary_tax: 'Dạ, lương mỗi tháng trước khi trừ bảo hiểm là bao nhiêu ạ? Anh/chị gõ như “22 triệu”.',
};

function sumChoices(calculator: Calculator): Choice[] {
  const sums: Record<Calculator, string[]> = {
    late_interest: ['1 triệu', '5 triệu', '10 triệu'],
    house_transfer_cost: ['500 triệu', '1 tỷ', '2 tỷ'],
    salary_tax: ['15 triệu', '20 triệu', '30 triệu'],
  };
  return sums[calculator].map((sum) => choice(sum, { kind: 'say', text: sum }));
}

function readFrom(turn: Turn, calculator: Calculator, given: Given): Record<string, string> {
  const found: [string, number | undefined][] = [
    ['sum', given['sum'] === undefined ? moneyIn(turn.said) : undefined],
    ['days', calculator === 'late_interest' ? daysLate(turn.said, turn.today) : undefined],
    [
      'dependants',
      calculator === 'salary_tax' ? (dependantsIn(turn.said) ?? bareCount(turn, given)) : undefined,
    ],
  ];
  return Object.fromEntries(
    found.flatMap(([key, value]) =>
      value === undefined || given[key] !== undefined ? [] : [[key, String(value)]],
    ),
  );
}

/** "2" alone answers the question for dependants once the salary is known. */
function bareCount(turn: Turn, given: Given): number | undefined {
  const count = given['sum'] === undefined ? undefined : /^\s*(\d)\s*$/.exec(turn.said)?.[1];
  return count === undefined ? undefined : Number(count);
}

function askFor(
  turn: Turn,
  calculator: Calculator,
  given: Given,
  question: string,
  choices: Choice[],
): Answered {
  turn.state.waiting = { for: 'amount', calculator, given };
  return answered('asked_back_detail', [text(question, [...choices, MENU_CHOICE])]);
}

type Lines = { lines: string[]; rates: RatesUsed } | undefined;

function lateInterestLines(turn: Turn, sum: number, days: number): Lines {
  const rates = new RatesUsed(turn.content, turn.today);
  const result = lateInterest(rates, sum, days);
  if (result === undefined) return undefined;
  const percent = written(result.percentPerDay);
  return {
    rates,
    lines: [
      `Tiền chậm nộp ước tính: ${writtenMoney(result.interest)}.`,
      `Cách tính: ${writtenMoney(sum)} × ${percent}%/ngày × ${days} ngày.`,
      'Chưa gồm tiền phạt nếu có. Số chính thức theo thông báo của cơ quan thuế ạ.',
    ],
  };
}

function houseLines(turn: Turn, price: number): Lines {
  const rates = new RatesUsed(turn.content, turn.today);
  const cost = houseTransferCost(rates, price);
  if (cost === undefined) return undefined;
  return {
    rates,
    lines: [
      `Bán nhà đất giá ${writtenMoney(price)}, ước tính:`,
      `• Thuế TNCN (bên bán, ${written(cost.incomeTaxPercent)}%): ${writtenMoney(cost.incomeTax)}`,
      `• Lệ phí trước bạ (bên mua, ${written(cost.feePercent)}%): ${writtenMoney(cost.fee)}${cost.feeCapped ? ' (mức tối đa mỗi lần, cần xác nhận với cơ quan thuế)' : ''}`,
      'Giá hợp đồng thấp hơn bảng giá đất thì tính theo bảng giá.',
      'Có thể được miễn thuế TNCN: bán cho vợ chồng, cha mẹ, con, ông bà, cháu, anh chị em ruột; hoặc chỉ có một nhà, đất ở, đã đứng tên từ 183 ngày. Lệ phí trước bạ thì mua bán giữa người thân vẫn nộp.',
      'Chưa gồm phí công chứng, phí làm sổ.',
    ],
  };
}

function salaryLines(turn: Turn, salary: number, dependants: number): Lines {
  const rates = new RatesUsed(turn.content, turn.today);
  const result = salaryTax(rates, salary, dependants);
  if (result === undefined) return undefined;
  const steps = result.steps.map(
    ({ from, to, percent, tax }) =>
      `  phần trên ${written(from / 1e6)}${to === Infinity ? '' : ` đến ${written(to / 1e6)}`} triệu × ${percent}% = ${writtenMoney(tax)}`,
  );
  return {
    rates,
    lines: [
      `Thuế TNCN ước tính: ${writtenMoney(result.tax)}/tháng.`,
      `Cách tính: lương ${writtenMoney(salary)}`,
      `− bảo hiểm ${written(result.insurancePercent)}% (giả sử đóng trên toàn lương): ${writtenMoney(result.insurance)}`,
      `− bản thân: ${writtenMoney(result.self)}`,
      ...(dependants > 0 ? [`− ${dependants} người phụ thuộc: ${writtenMoney(result.dependants)}`] : []),
      `= thu nhập tính thuế: ${writtenMoney(result.taxable)}`,
      ...steps,
    ],
  };
}

function shown(turn: Turn, calculator: Calculator, result: Lines): Answered {
  const about = turn.content.procedures.get(ABOUT[calculator]);
  const more = about === undefined ? [] : [choice(about.button, { kind: 'open', procedure: about.id })];
  const again = choice('Tính lại', { kind: 'intent', intent: intentOf(turn, calculator) });
  if (result === undefined)
    return answered('declined_unknown', [
      text('Dạ, em chưa có mức thu chắc chắn để tính. Anh/chị hỏi cơ quan thuế giúp em ạ.', [
        ...more,
        MENU_CHOICE,
      ]),
    ]);
  const { documents, since, checkedOn } = result.rates.basis();
  const basis = `(Căn cứ: ${documents.join('; ')} – mức áp dụng từ ${writtenDate(since)}, kiểm tra ngày ${writtenDate(checkedOn)}. Chỉ là ước tính.)`;
  return answered('answered_calculation', [
    text([...result.lines, basis].join('\n'), [...more, again, MENU_CHOICE]),
  ]);
}

function intentOf(turn: Turn, calculator: Calculator): string {
  const found = [...turn.content.intents.values()].find(
    ({ target }) => 'action' in target && target.action === calculator,
  );
  return found?.id ?? '';
}

/** 0.03 → "0,03". */
function written(value: number): string {
  return String(value).replace('.', ',');
}
