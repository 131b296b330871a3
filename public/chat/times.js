const TIME = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('vi-VN', {
  weekday: 'long',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** "14:05", for the eye and in full for machines. @param {number} at milliseconds since 1970 */
export function timeOf(at) {
  const time = document.createElement('time');
  const date = new Date(at);
  time.dateTime = date.toISOString();
  time.title = DAY.format(date);
  time.textContent = TIME.format(date);
  return time;
}

/**
 * What stands between two messages of different days, `null` between those of one.
 * @param {number} at
 * @param {number | undefined} before when the message before was
 * @param {number} now
 */
export function dayBetween(at, before, now) {
  if (isSameDay(at, before ?? now)) return null;
  const line = document.createElement('p');
  line.className = 'day';
  line.textContent = isSameDay(at, now) ? 'Hôm nay' : DAY.format(new Date(at));
  return line;
}

/** @param {number} one @param {number} other */
function isSameDay(one, other) {
  return new Date(one).toDateString() === new Date(other).toDateString();
}
