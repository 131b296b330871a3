import { Citizen } from './citizen.js';
import { sampleKnowledge } from './sample-content.js';

const PLACE = 'Thuế cơ sở mẫu';
/** Monday 23/11/2026 is today. */
export const SLOTS = [
  { date: '2026-11-28', start: '08:00', end: '09:00', place: PLACE, capacity: 2 },
  { date: '2026-11-28', start: '09:00', end: '10:00', place: PLACE, capacity: 2 },
  { date: '2026-11-28', start: '14:00', end: '15:00', place: PLACE, capacity: 2 },
  { date: '2026-12-05', start: '09:00', end: '10:00', place: PLACE, capacity: 2 },
];

/** A citizen who sees the open Saturday times. */
export async function withList(): Promise<Citizen> {
  const citizen = new Citizen(sampleKnowledge(), { slots: SLOTS });
  await citizen.say('thứ 7 này có làm không');
  return citizen;
}

/** One who has chosen from them, and said more. */
export async function booked(...chosen: readonly string[]): Promise<Citizen> {
  const citizen = await withList();
  for (const words of chosen) await citizen.say(words);
  return citizen;
}

/** Which times the conversation knows of: "11-28 08:00". */
export const timesOf = (citizen: Citizen): string[] =>
  (citizen.state?.booked ?? []).map(({ date, start }) => `${date.slice(5)} ${start}`);
