import { parseArgs } from 'node:util';
import { processConfig, type Config } from '../config.js';
import { loadContent } from '../content/load.js';
import { authorityOf } from '../content/authority.js';
import type { Content } from '../content/types.js';
import { graphClientOf } from '../messenger/connect-page.js';
import { iceBreakers, profileSettings, readProfile, writeProfile } from '../messenger/profile.js';
import { createPageWatch, DEFAULT_APP_REMEDY } from '../messenger/page-watch.js';
import type { GraphClient } from '../messenger/send/client.js';
import { PageState } from '../messenger/send/page-state.js';
import { systemClock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import { silentLogger } from '../shared/logger.js';
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
    const content = await contentOf(config.contentDir, commandDay(values.today));
    const breakers = values['ice-breakers'] === true ? breakersFrom(content) : {};
    const settings = { ...profileSettings(content, authorityOf(content, config.authority)), ...breakers };
    const { thumbs } = config.page;
    await writeProfile(client, config.page.id, settings, { thumbs, comments: config.commentReplies });
    process.stdout.write(
      'Đã đặt lời chào, nút Bắt đầu, menu và đăng ký nhận tin. Menu có thể mất tới 24 giờ mới hiện với mọi người.\n',
    );
  }
  process.stdout.write(`${JSON.stringify(await readProfile(client, config.page.id), null, 2)}\n`);
  await sayWhatToClick(config.page.id, client, config);
  return null;
});

/** What is missing of the subscription, and the one thing that no call can tell. */
async function sayWhatToClick(
  pageId: string,
  client: GraphClient,
  { officers, commentReplies }: Config,
): Promise<void> {
  const passesToInbox = officers.answerIn === 'page_inbox';
  const options = { passesToInbox, hearsComments: commentReplies };
  const page = new PageState(systemClock, silentLogger);
  const wrong = await createPageWatch(client, pageId, page, silentLogger, options).check();
  const lines = wrong.length === 0 ? ['Đăng ký nhận tin: đủ.'] : wrong.map((one) => `Cần làm: ${one}`);
  if (passesToInbox)
    lines.push(
      `Ứng dụng mặc định: Facebook không có lệnh nào cho biết; trợ lý đang chạy tự xem và báo ở /health. Cách đặt: ${DEFAULT_APP_REMEDY}.`,
    );
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function contentOf(root: string, today: string): Promise<Content> {
  const { content } = await loadContent(root, today);
  if (content !== null) return content;
  throw new AppError('CONTENT_INVALID', 'Nội dung có lỗi nên chưa lấy được lời chào và chữ trên menu.', {
    remedy: 'Chạy npm run content:check, sửa các lỗi nó nêu, rồi gõ lại.',
  });
}

function breakersFrom({ groups, procedures: entries }: Content): Record<string, unknown> {
  process.stdout.write(ICE_BREAKER_COST);
  const first = groups.slice(0, 4).flatMap(({ procedures }) => entries.get(procedures[0] ?? '') ?? []);
  return iceBreakers(first.map(({ id, name }) => ({ question: name, procedure: id })));
}
