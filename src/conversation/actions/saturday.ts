import { addDays, weekdayOf, writtenDate } from '../../content/days.js';
import type { Booking, SaturdaySlot } from '../ports.js';
import { button, buttons, choice, linkButton, MENU_CHOICE, PERSON_CHOICE, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { whomToAskAbout } from './contacts.js';
import { say } from '../wording/say.js';
import { aboutHours } from './hours.js';

const MOST_SLOTS = 10;
const SATURDAY = 6;

/** "Thứ 7 này có làm không": answered for the real date, with the open times to choose from. */
export async function saturday(turn: Turn): Promise<Answered> {
  const own = await turn.bookings.own(turn.event.conversationId, turn.now);
  const slots = (await turn.bookings.openSlots(turn.now)).filter(({ free }) => free > 0);
  const said = [answerForDate(turn, comingSaturday(turn.today), slots)];
  if (own.length > 0) return showOwn(turn, own, said);
  if (slots.length === 0)
    return answered('answered_calendar', [
      text(said.join('\n'), [...aboutHours(turn), MENU_CHOICE, PERSON_CHOICE]),
    ]);
  const procedure = procedureOf(turn, turn.state.topic);
  turn.state.waiting = { for: 'slot', ...(procedure === undefined ? {} : { procedure: procedure.id }) };
  const shown = slots.slice(0, MOST_SLOTS);
  const lines = shown.map((slot, index) => `${index + 1}. ${slotName(slot)} – còn ${slot.free} chỗ`);
  const words = [...said, 'Anh/chị muốn đăng ký khung giờ nào (bấm nút hoặc gõ số)?', ...lines];
  const choices = shown.map(({ date, start, place }) =>
    choice(`${shortDate(date)} ${start}`, { kind: 'slot', date, start, place }),
  );
  return answered('answered_calendar', [text(words.join('\n'), [...choices, MENU_CHOICE])]);
}

/** A typed number of the list; `null` when it is something else. */
export async function typedSlot(turn: Turn): Promise<Answered | null> {
  const number = /^\D{0,12}(\d{1,2})\D{0,4}$/u.exec(turn.reading.folded)?.[1];
  if (number === undefined) return null;
  const slots = (await turn.bookings.openSlots(turn.now)).filter(({ free }) => free > 0);
  const slot = slots[Number(number) - 1];
  return slot === undefined ? saturday(turn) : takeSlot(turn, slot);
}

/** Books one place; a slot that filled up meanwhile is said to be full, with what is still open. */
export async function takeSlot(
  turn: Turn,
  { date, start, place }: Pick<SaturdaySlot, 'date' | 'start' | 'place'>,
): Promise<Answered> {
  delete turn.state.waiting;
  const procedure = procedureOf(turn, turn.state.topic)?.id;
  const { key: eventKey, conversationId } = turn.event;
  const booking = await turn.bookings.book({
    eventKey,
    conversationId,
    date,
    start,
    place,
    at: turn.now,
    ...(procedure === undefined ? {} : { procedure }),
  });
  if (booking === null) {
    const other = await saturday(turn);
    return {
      ...other,
      replies: [text('Dạ, khung giờ đó vừa hết chỗ hoặc không còn mở ạ.'), ...other.replies],
    };
  }
  const papers = procedure === undefined ? [] : ['Nhớ mang theo giấy tờ của thủ tục anh/chị đang hỏi.'];
  const words = [
    `Dạ, em đã đăng ký cho anh/chị: ${slotName(booking.slot)}.`,
    `Mã đăng ký: ${booking.code}. Khi đến, anh/chị đọc mã này.`,
    ...papers,
  ];
  return answered('answered_booking', [bookingReply(turn, booking, words.join('\n'))], {
    booking: 'made',
    ...(procedure === undefined ? {} : { procedure }),
  });
}

/** "Huỷ hẹn": the one booking, or which of several; that there is none is said. Moving one is cancelling and choosing anew. */
export async function cancelOrMoveBooking(turn: Turn): Promise<Answered> {
  const own = await turn.bookings.own(turn.event.conversationId, turn.now);
  const [only, second] = own;
  if (only === undefined)
    return answered('answered_booking', [text(say(turn, 'booking_none'), [MENU_CHOICE, PERSON_CHOICE])]);
  if (second === undefined) return cancelBooking(turn, only.code);
  const lines = own.map(({ code, slot }) => `• ${code}: ${slotName(slot)}`);
  const choices = own.map(({ code }) => choice(`Huỷ ${code}`, { kind: 'cancel_booking', code }));
  return answered('asked_back_detail', [
    text([say(turn, 'booking_which'), ...lines].join('\n'), [...choices, MENU_CHOICE]),
  ]);
}

export async function cancelBooking(turn: Turn, code: string): Promise<Answered> {
  const { conversationId } = turn.event;
  const own = await turn.bookings.own(conversationId, turn.now);
  const procedure = own.find((booking) => booking.code === code)?.procedure;
  const cancelled = await turn.bookings.cancel(conversationId, code);
  const words = cancelled
    ? `Dạ, em đã huỷ đăng ký ${code}. Chỗ đó nhường người khác ạ.`
    : `Dạ, em không thấy đăng ký ${code} của anh/chị.`;
  return answered(
    'answered_booking',
    [text(words, [MENU_CHOICE])],
    cancelled ? { booking: 'cancelled', ...(procedure === undefined ? {} : { procedure }) } : {},
  );
}

function showOwn(turn: Turn, own: readonly Booking[], said: readonly string[]): Answered {
  const replies = own
    .slice(0, 3)
    .map((booking) =>
      bookingReply(turn, booking, `Anh/chị đã đăng ký ${slotName(booking.slot)}, mã ${booking.code}.`),
    );
  return answered('answered_booking', [text(said.join('\n')), ...replies]);
}

function bookingReply(turn: Turn, { code }: Booking, words: string) {
  const calendar =
    turn.settings.publicUrl === undefined
      ? []
      : [linkButton('Thêm vào lịch', `${turn.settings.publicUrl}/lich/${code}.ics`)];
  return buttons(
    words,
    [...calendar, button('Huỷ đăng ký', { kind: 'cancel_booking', code })],
    [MENU_CHOICE],
  );
}

/** Whether there is support on that Saturday, as far as it has been announced. */
function answerForDate(turn: Turn, date: string, open: readonly SaturdaySlot[]): string {
  const { saturdays, askWhom } = turn.content.calendar;
  const places = saturdays.filter((session) => session.date === date).map(({ place }) => place);
  if (places.length > 0)
    return `Dạ có: thứ Bảy ${writtenDate(date)} có hỗ trợ tại ${[...new Set(places)].join('; ')}.`;
  if (open.length > 0)
    return `Dạ, thứ Bảy ${writtenDate(date)} chưa thấy công bố; các buổi đang mở đăng ký ở dưới ạ.`;
  return `Dạ, thứ Bảy ${writtenDate(date)} và các tuần tới chưa thấy công bố buổi hỗ trợ nào. Anh/chị hỏi ${whomToAskAbout(turn, askWhom)} cho chắc trước khi đi ạ.`;
}

function comingSaturday(today: string): string {
  return addDays(today, (SATURDAY - weekdayOf(today) + 7) % 7);
}

function slotName({
  date,
  start,
  end,
  place,
}: Pick<SaturdaySlot, 'date' | 'start' | 'end' | 'place'>): string {
  return `thứ Bảy ${writtenDate(date)}, ${start}–${end}, tại ${place}`;
}

function shortDate(date: string): string {
  return writtenDate(date).slice(0, 5);
}
