import { parseArgs } from 'node:util';
import { processConfig } from '../config.js';
import { loadContent } from '../content/load.js';
import { graphClientOf } from '../messenger/connect-page.js';
import { iceBreakers, profileSettings, readProfile, writeProfile } from '../messenger/profile.js';
import { AppError } from '../shared/errors.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE = 'Cách dùng: npm run profile [-- set [--ice-breakers]]';
const ICE_BREAKER_COST =
  'Lưu ý: câu hỏi gợi ý (ice breakers) làm ẨN nút Bắt đầu ở người nhắn lần đầu; mã QR và liên kết m.me mở thủ tục cho người mới sẽ không còn tác dụng chắc chắn.\n';

/** Shows how the Page is set, or sets it: Get Started, greeting, menu, subscribed fields. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    options: { 'ice-breakers': { type: 'boolean' }, ...TODAY_OPTION },
    allowPositionals: true,
  });
  const [action] = positionals;
  if (positionals.length > 1 || (action !== undefined && action !== 'set'))
    throw new AppError('USAGE', `Không có lệnh “${positionals.join(' ')}”.`, { remedy: USAGE });
  const config = processConfig();
  if (config.page === undefined) {
    throw new AppError('NO_PAGE', `Chưa có thông tin Fanpage: thiếu ${config.missingForPage.join(', ')}.`, {
      remedy: 'Điền vào tệp .env, xem docs/connect-a-page.md.',
    });
  }
  const client = graphClientOf(config.page);
  if (action === 'set') {
    const breakers =
      values['ice-breakers'] === true ? await breakersFrom(config.contentDir, commandDay(values.today)) : {};
    await writeProfile(client, config.page.id, { ...profileSettings(config.authority), ...breakers });
    process.stdout.write(
      'Đã đặt lời chào, nút Bắt đầu, menu và đăng ký nhận tin. Menu có thể mất tới 24 giờ mới hiện với mọi người.\n',
    );
  }
  process.stdout.write(`${JSON.stringify(await readProfile(client, config.page.id), null, 2)}\n`);
  return null;
});

async function breakersFrom(root: string, today: string): Promise<Record<string, unknown>> {
  process.stdout.write(ICE_BREAKER_COST);
  const { content } = await loadContent(root, today);
  const first =
    content?.groups
      .slice(0, 4)
      .flatMap(({ procedures }) => content.procedures.get(procedures[0] ?? '') ?? []) ?? [];
  return iceBreakers(first.map(({ id, name }) => ({ question: name, procedure: id })));
}
