import { join } from 'node:path';
import { processConfig, type Config } from '../config.js';
import { startingContent } from '../content/live-content.js';
import { authorityOf } from '../content/authority.js';
import type { Content } from '../content/types.js';
import { CHANNELS } from '../conversation-settings.js';
import { createAnswer } from '../conversation/answer.js';
import { trainUnderstanding } from '../train-understanding.js';
import type { ExchangeRecord } from '../turns/ports.js';
import { seededRandom } from '../intent-matching/random.js';
import type { Stores } from '../records/stores.js';
import { systemClock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import { createLogger } from '../shared/logger.js';
import { countWaiting } from '../statistics/counting/counter.js';
import { playQuarter } from '../simulator/demo-quarter.js';
import { runCommand } from './run-command.js';
import { withStores } from './with-stores.js';

const USAGE = 'Cách dùng: npm run demo';
/** The same quarter for everybody. */
const SEED = 2026;

/** Fills an empty database with a made-up quarter, marked as such for good; refuses where there are real records. */
await runCommand(USAGE, async () => {
  if (process.argv.length > 2) return USAGE;
  const config = processConfig();
  const logger = createLogger('warn');
  await withStores(config, async (stores) => {
    await refuseIfUsed(stores);
    const content = await startingContent(config.contentDir, stores.contentVersions, {
      logger,
      clock: systemClock,
    });
    process.stdout.write('Đang huấn luyện và tạo dữ liệu mẫu, khoảng một phút…\n');
    await stores.collections.markers.insertOne({ _id: 'demo', at: systemClock.now() });
    await fill(stores, content, config);
    const swept = await stores.retention.sweep(systemClock.now());
    const kept = await stores.collections.exchanges.countDocuments({});
    process.stdout.write(
      `Xong: ${kept} lượt còn chi tiết, ${swept['exchanges'] ?? 0} lượt đã quá thời hạn lưu chỉ còn số đếm.\n` +
        'Chạy npm start rồi mở /quan-tri/thong-ke. Mọi trang và tệp tải về đều ghi “Dữ liệu mẫu”. Muốn dùng thật: bắt đầu với thư mục dữ liệu hoặc cơ sở dữ liệu trống.\n',
    );
  });
  return null;
});

async function refuseIfUsed({ collections }: Stores): Promise<void> {
  if ((await collections.markers.findOne({ _id: 'demo' })) !== null) {
    throw new AppError('DEMO_EXISTS', 'Kho này đã có dữ liệu mẫu.', {
      remedy: 'Muốn tạo lại: xoá thư mục dữ liệu (DATA_DIR) hoặc dùng cơ sở dữ liệu khác.',
    });
  }
  for (const name of ['exchanges', 'days', 'conversations', 'inbox', 'requests'] as const) {
    if ((await collections[name].countDocuments({})) === 0) continue;
    throw new AppError('NOT_EMPTY', 'Kho này đã có bản ghi thật, không trộn dữ liệu mẫu vào.', {
      remedy: 'Chạy với DATA_DIR=./data-mau (hoặc một MONGODB_URI khác) để có kho riêng cho dữ liệu mẫu.',
    });
  }
}

async function fill(stores: Stores, content: Content, config: Config): Promise<void> {
  const understanding = await trainUnderstanding(content, join(config.dataDir, 'models'));
  let now = systemClock.now();
  const answer = createAnswer({
    knowledge: { current: () => ({ content, ...understanding }) },
    requests: stores.requests,
    bookings: stores.bookings(() => content.calendar.saturdays),
    clock: { now: () => now },
    settings: {
      authority: authorityOf(content, config.authority),
      consentMode: config.consentMode,
      retentionDays: config.retentionDays,
      channels: CHANNELS,
    },
  });
  const stage = {
    answer,
    random: seededRandom(SEED),
    consentMode: config.consentMode,
    setNow: (at: Date) => (now = at),
    write: (record: ExchangeRecord) => stores.records.write(record),
  };
  let days = 0;
  await playQuarter(stage, content, systemClock.now(), () => {
    days += 1;
    if (days % 10 === 0) process.stdout.write(`… ${days} ngày\n`);
  });
  await closeOldRequests(stores);
  await countWaiting(stores.collections, systemClock);
}

/** As in an office that keeps its terms, but for a few. */
async function closeOldRequests({ requests, collections }: Stores): Promise<void> {
  const random = seededRandom(SEED);
  for (const { _id, filedAt } of await collections.requests.find({ status: 'open' })) {
    const closedAt = new Date(filedAt.getTime() + (2 + random() * 40) * 3_600_000);
    if (closedAt >= systemClock.now() || random() < 0.03) continue;
    await requests.take(_id, 'demo', new Date(filedAt.getTime() + 3_600_000));
    await requests.close(_id, { how: 'done', note: 'Dữ liệu mẫu', by: 'demo' }, closedAt);
  }
}
