import { addDays, dateIn, weekdayOf, yearOf } from '../../shared/days.js';
import type { Draft, DraftEntry } from '../files/draft.js';
import type { WrittenProcedure } from '../files/procedure-file.js';
import { NO_DATE } from '../shapes/values.js';
import type { Path, SourceFile } from '../source-file.js';
import type { ReportProblem } from '../problem.js';

/** Laws change: an entry that nobody looked at for longer than this must not stay unseen. */
const MAX_REVIEW_MONTHS = 6;

/** Dates that are real but make no sense together, or are over. `today` is YYYY-MM-DD. */
export function checkDates(draft: Draft, today: string, report: ReportProblem): void {
  for (const entry of draft.procedures) checkProcedure(entry, today, report);
  checkChecked(draft, today, report);
  checkRates(draft.rates, today, report);
  checkPromises(draft.promises, today, report);
  checkCalendar(draft.calendar, today, report);
  checkHolidays(draft.holidays, report);
  const { source, value } = draft.deadlines;
  value.deadlines.forEach(({ rule }, index) => {
    if (rule.every === 'once')
      notOver(source, ['deadlines', index, 'rule', 'date'], rule.date, today, report);
  });
}

function checkProcedure(
  { source, value }: DraftEntry<WrittenProcedure>,
  today: string,
  report: ReportProblem,
): void {
  const { checkedOn, reviewBy } = value;
  notInFuture(source, ['checked_on'], checkedOn, today, report);
  value.legalBasis.forEach(({ inForce }, index) => {
    if (inForce !== undefined && inForce > today)
      report(
        source.problem(
          ['legal_basis', index, 'in_force'],
          'warning',
          `Văn bản này đến ${inForce} mới có hiệu lực.`,
          'Nếu đúng, ghi rõ trong câu trả lời là "từ ngày …"; nếu nhầm, sửa lại ngày.',
        ),
      );
  });
  if (reviewBy !== NO_DATE && checkedOn !== NO_DATE) checkReview({ source, value }, today, report);
}

function checkReview(
  { source, value }: DraftEntry<WrittenProcedure>,
  today: string,
  report: ReportProblem,
): void {
  const { checkedOn, reviewBy } = value;
  const latest = dateIn(
    yearOf(checkedOn),
    Number(checkedOn.slice(5, 7)) + MAX_REVIEW_MONTHS,
    Number(checkedOn.slice(8)),
  );
  if (reviewBy <= checkedOn)
    report(
      source.problem(
        ['review_by'],
        'error',
        `Hạn xem lại ${reviewBy} không sau ngày kiểm tra ${checkedOn}.`,
        `Viết một ngày sau ${checkedOn}, muộn nhất ${latest}.`,
      ),
    );
  else if (reviewBy < today)
    report(
      source.problem(
        ['review_by'],
        'warning',
        `Đã quá hạn xem lại (${reviewBy}); bot đang nói với người dân rằng thông tin này cần kiểm tra lại.`,
        'Đối chiếu với văn bản hiện hành, sửa nội dung, rồi ghi lại checked_on và review_by.',
      ),
    );
  else if (reviewBy > latest)
    report(
      source.problem(
        ['review_by'],
        'warning',
        `Hạn xem lại ${reviewBy} cách ngày kiểm tra quá ${MAX_REVIEW_MONTHS} tháng.`,
        `Viết muộn nhất ${latest}.`,
      ),
    );
}

function checkChecked(draft: Draft, today: string, report: ReportProblem): void {
  const lists = [
    [draft.rates.source, 'rates', draft.rates.value.rates],
    [draft.deadlines.source, 'deadlines', draft.deadlines.value.deadlines],
    [draft.contacts.source, 'contacts', draft.contacts.value.contacts],
  ] as const;
  for (const [source, list, items] of lists) {
    items.forEach(({ checkedOn }, index) => {
      notInFuture(source, [list, index, 'checked_on'], checkedOn, today, report);
    });
  }
  notInFuture(draft.offices.source, ['checked_on'], draft.offices.value.checkedOn, today, report);
}

function checkRates({ source, value }: Draft['rates'], today: string, report: ReportProblem): void {
  value.rates.forEach((rate, index) => {
    inOrder(source, ['rates', index, 'to'], rate, report);
    const clash = value.rates
      .slice(0, index)
      .find(
        (other) =>
          other.id === rate.id && other.from <= (rate.to ?? '9999') && rate.from <= (other.to ?? '9999'),
      );
    if (clash !== undefined)
      report(
        source.problem(
          ['rates', index, 'from'],
          'error',
          `Hai mức cùng mã "${rate.id}" trùng thời gian áp dụng (mức kia từ ${clash.from}).`,
          `Ghi "to: ${addDays(rate.from, -1)}" cho mức cũ, hoặc đặt mã khác.`,
        ),
      );
  });
  const current = value.rates.filter(({ from, to }) => from <= today && today <= (to ?? '9999'));
  value.rates.forEach(({ id, to }, index) => {
    if (to !== undefined && to < today && current.every((rate) => rate.id !== id))
      notOver(source, ['rates', index, 'to'], to, today, report);
  });
}

function checkPromises({ source, value }: Draft['promises'], today: string, report: ReportProblem): void {
  value.promises.forEach((promise, index) => {
    inOrder(source, ['promises', index, 'to'], promise, report);
    if (promise.to !== undefined) notOver(source, ['promises', index, 'to'], promise.to, today, report);
  });
}

function checkCalendar({ source, value }: Draft['calendar'], today: string, report: ReportProblem): void {
  value.officeHours.forEach(({ from, to }, index) => {
    if (from >= to)
      report(
        source.problem(
          ['office_hours', index, 'to'],
          'error',
          `Giờ đóng cửa ${to} không sau giờ mở cửa ${from}.`,
          'Sửa lại giờ; nghỉ trưa thì viết thành hai mục, sáng và chiều.',
        ),
      );
  });
  value.saturdays.forEach(({ date, slots }, index) => {
    const path: Path = ['saturdays', index, 'date'];
    if (date !== NO_DATE && weekdayOf(date) !== 6)
      report(
        source.problem(
          path,
          'error',
          `${date} không phải thứ Bảy.`,
          `Thứ Bảy gần nhất là ${addDays(date, 6 - (weekdayOf(date) % 7))}.`,
        ),
      );
    else notOver(source, path, date, today, report);
    slots.forEach(({ start, end }, slot) => {
      if (start >= end)
        report(
          source.problem(
            ['saturdays', index, 'slots', slot, 'end'],
            'error',
            `Khung giờ kết thúc ${end} không sau lúc bắt đầu ${start}.`,
            'Sửa lại giờ bắt đầu hoặc kết thúc.',
          ),
        );
    });
  });
  value.noAppointmentDays.forEach(({ date }, index) => {
    notOver(source, ['no_appointment_days', index, 'date'], date, today, report);
  });
}

function checkHolidays({ source, value }: Draft['holidays'], report: ReportProblem): void {
  value.years.forEach(({ year, days }, index) => {
    days.forEach(({ date }, day) => {
      if (date !== NO_DATE && yearOf(date) !== year)
        report(
          source.problem(
            ['years', index, 'days', day, 'date'],
            'error',
            `Ngày ${date} không thuộc năm ${year}.`,
            'Sửa lại ngày, hoặc chuyển sang mục của năm ấy.',
          ),
        );
    });
  });
}

function notInFuture(
  source: SourceFile,
  path: Path,
  date: string,
  today: string,
  report: ReportProblem,
): void {
  if (date <= today) return;
  report(
    source.problem(
      path,
      'error',
      `Ngày kiểm tra ${date} còn ở tương lai (hôm nay ${today}).`,
      'Ghi ngày đã thật sự đối chiếu.',
    ),
  );
}

function notOver(source: SourceFile, path: Path, date: string, today: string, report: ReportProblem): void {
  if (date === NO_DATE || date >= today) return;
  report(
    source.problem(
      path,
      'warning',
      `Ngày ${date} đã qua (hôm nay ${today}).`,
      'Xoá mục này, hoặc ghi ngày mới theo thông báo.',
    ),
  );
}

function inOrder(
  source: SourceFile,
  path: Path,
  { from, to }: { from: string; to?: string },
  report: ReportProblem,
): void {
  if (to === undefined || to >= from) return;
  report(
    source.problem(path, 'error', `Ngày hết áp dụng ${to} trước ngày bắt đầu ${from}.`, 'Sửa lại hai ngày.'),
  );
}
