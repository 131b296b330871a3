import { entryOf } from '../content/entry-of-intent.js';
import { addDays, vietnameseDay, weekdayOf } from '../shared/days.js';
import type { Content, Intent } from '../content/types.js';
import { NoiseWriter, type Noise } from '../intent-matching/noise.js';
import { shuffle, type Random } from '../intent-matching/random.js';
import { DemoCitizen, type DemoStage } from './demo-citizen.js';

const DAYS = 91;
const HOUR_MS = 3_600_000;
/** How many come on a working day at the beginning; it grows by half over the quarter. */
const PER_DAY = 26;
const SUNDAY = 7;
const SATURDAY = 6;

/** Working hours are the busiest, the lunch break and the night the quietest; by hour from 0. */
const HOURS = [1, 0, 0, 0, 0, 1, 3, 8, 14, 15, 12, 7, 5, 8, 13, 12, 9, 6, 5, 7, 8, 6, 4, 2];
const PLACES = ['thue-co-so-1', 'ubnd-phuong', 'nha-van-hoa'];

/** What no office's bot knows; several ask the same. */
const BEYOND = [
  'nhà em bị ngập thì có được hỗ trợ gì không ạ',
  'cho em hỏi lịch cắt điện tuần này',
  'xin giấy phép xây nhà cấp 4 cần gì',
  'làm sao đăng ký cho con học lớp 1 trái tuyến',
  'anh chị ơi đóng bảo hiểm xã hội tự nguyện ở đâu',
  'cho hỏi thủ tục mở quán karaoke',
  'đất đang tranh chấp thì làm sao',
];
const FOLLOW_UPS = [
  'nộp ở đâu vậy',
  'mất bao lâu ạ',
  'có tốn tiền không',
  'cần giấy tờ gì',
  'hạn cuối là khi nào',
];

/** Plays a quarter up to `now`; `onDay` is told of each day that is done. */
export async function playQuarter(
  stage: DemoStage,
  content: Content,
  now: Date,
  onDay: (day: string) => void,
): Promise<void> {
  const { random } = stage;
  const noise = new NoiseWriter(content.vocabulary);
  const intents = shuffle([...content.intents.values()], random);
  const citizens: DemoCitizen[] = [];
  const today = vietnameseDay(now);
  for (let index = 0; index < DAYS; index += 1) {
    const day = addDays(today, index - DAYS + 1);
    for (const at of arrivals(day, index / DAYS, random)) {
      if (at >= now) continue;
      const known = random() < 0.3 ? citizens[Math.floor(random() * citizens.length)] : undefined;
      const channel = random() < 0.12 ? 'web' : 'messenger';
      const citizen = known ?? new DemoCitizen(stage, String(citizens.length + 1), channel);
      if (known === undefined) citizens.push(citizen);
      citizen.arrive(at);
      await converse(citizen, { random, noise, intent: popular(intents, random) });
    }
    onDay(day);
  }
}

function arrivals(day: string, progress: number, random: Random): Date[] {
  const weekday = weekdayOf(day);
  const share = weekday === SUNDAY ? 0.25 : weekday === SATURDAY ? 0.45 : weekday === 1 ? 1.25 : 1;
  const count = Math.round(PER_DAY * share * (1 + progress / 2) * (0.8 + random() * 0.4));
  const midnight = Date.parse(`${day}T00:00:00+07:00`);
  return Array.from({ length: count }, () => new Date(midnight + hourOf(random) * HOUR_MS)).sort(
    (a, b) => a.getTime() - b.getTime(),
  );
}

function hourOf(random: Random): number {
  let left = random() * HOURS.reduce((sum, weight) => sum + weight, 0);
  const hour = HOURS.findIndex((weight) => (left -= weight) < 0);
  return Math.max(0, hour) + random() * 0.95;
}

/** A few matters make up most of what is asked. */
function popular(intents: readonly Intent[], random: Random): Intent | undefined {
  return intents[Math.floor(random() ** 2.2 * intents.length)];
}

interface Visit {
  random: Random;
  noise: NoiseWriter;
  intent: Intent | undefined;
}

async function converse(citizen: DemoCitizen, { random, noise, intent }: Visit): Promise<void> {
  const chance = (share: number) => random() < share;
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const typed = (text: string) =>
    noise.write(text, pick(KINDS) ?? 'no_diacritics', Math.floor(random() * 1e9));
  const procedure = entryOf(intent);
  if (chance(0.06)) await citizen.tap({ kind: 'get_started' });
  if (chance(0.11)) await citizen.say(pick(BEYOND) ?? '');
  else if (procedure !== undefined && chance(0.12))
    await citizen.follow(`p=${procedure}_o=${pick(PLACES) ?? ''}`);
  else if (procedure !== undefined && chance(0.12))
    await citizen.tap({ kind: 'open', procedure, entryPoint: 'ice_breaker' });
  else if (procedure !== undefined && chance(0.1)) await citizen.tap({ kind: 'open', procedure });
  else {
    const words = pick(intent?.examples ?? []) ?? 'đăng ký mã số thuế';
    await citizen.say(chance(0.55) ? typed(words) : words);
  }
  // The notice comes with the first answer; reading on keeps its buttons out of sight, as on a phone.
  const agrees = chance(0.55);
  if (chance(0.7))
    await citizen.press(
      ({ kind, ...rest }) => kind === 'consent' && 'choice' in rest && (rest.choice === 'yes') === agrees,
    );
  if (procedure === undefined) return;
  if (chance(0.25)) await citizen.say(pick(FOLLOW_UPS) ?? '');
  if (chance(0.04)) return citizen.say('gặp cán bộ');
  await readGuide(citizen, procedure, chance);
}

const KINDS: readonly Noise[] = ['no_diacritics', 'no_diacritics', 'typos', 'teencode', 'chat'];

async function readGuide(
  citizen: DemoCitizen,
  procedure: string,
  chance: (share: number) => boolean,
): Promise<void> {
  if (!chance(0.72)) return;
  await citizen.tap({ kind: 'part', procedure, part: 'papers' });
  for (let step = 0; step < 4 && chance(0.75); step += 1) {
    await citizen.tap({ kind: 'step', procedure, step });
  }
  if (!chance(0.7)) return;
  await citizen.tap({ kind: 'part', procedure, part: 'basis' });
  if (!chance(0.42)) return;
  const helped = chance(0.86);
  await citizen.press((payload) => payload.kind === 'helped' && payload.helped === helped);
  if (!chance(0.75)) return;
  const degree = helped ? (chance(0.6) ? 5 : chance(0.75) ? 4 : 3) : chance(0.4) ? 1 : chance(0.5) ? 2 : 3;
  await citizen.press((payload) => payload.kind === 'degree' && payload.degree === degree);
}
