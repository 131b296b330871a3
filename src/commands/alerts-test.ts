import { alertChannels } from '../alerting.js';
import type { Alert } from '../alerts/types.js';
import { processConfig } from '../config.js';
import { authorityOf } from '../content/authority.js';
import { vietnameseDay } from '../shared/days.js';
import { loadContent } from '../content/load.js';
import { systemClock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import { runCommand } from './run-command.js';

const USAGE = 'Cách dùng: npm run alerts:test';
const NAMES = { mail: 'Thư', webhook: 'Webhook' } as const;

/** Sends one alert of its own through each channel that is set up, and says how it went. */
await runCommand(USAGE, async () => {
  const config = processConfig();
  const now = systemClock.now();
  const { content } = await loadContent(config.contentDir, vietnameseDay(now));
  // Whether alerts get through does not depend on the content being right.
  const authority = content === null ? (config.authority ?? '') : authorityOf(content, config.authority);
  const ways = Object.entries(alertChannels({ ...config, authority }));
  if (ways.length === 0)
    throw new AppError('NO_ALERTS', 'Chưa đặt nơi nhận báo động nào.', {
      remedy:
        'Điền ALERT_MAIL_TO và SMTP_HOST, hoặc ALERT_WEBHOOK_URL, trong tệp .env; docs/alerting.md giải thích.',
    });
  const test: Alert = {
    ...{ id: `test-${now.getTime()}`, kind: 'new_request' as const, about: 'test', at: now, attempts: 0 },
    ...{ line: 'Tin thử: báo động gửi được', path: '/quan-tri/viec' },
  };
  const failures: string[] = [];
  for (const [name, send] of ways) {
    const shown = NAMES[name as keyof typeof NAMES];
    try {
      await send([test], now);
      process.stdout.write(`${shown}: đã gửi.\n`);
    } catch (error) {
      failures.push(`${shown}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failures.length === 0) return null;
  throw new AppError('ALERTS_FAILED', `Không gửi được.\n${failures.join('\n')}`, {
    remedy: 'Xem lại các khoá SMTP_…, ALERT_… trong tệp .env, và tường lửa.',
  });
});
