import { startApp, type App } from './app.js';
import { processConfig } from './config.js';
import { AppError } from './shared/errors.js';
import { createLogger } from './shared/logger.js';

async function main(): Promise<void> {
  const config = processConfig();
  const logger = createLogger(config.logLevel);
  const app = await startApp(config, { logger });
  process.stdout.write(`Đồng Hành đang chạy. Mở ${app.url} để thử.\n`);
  if (config.missingForPage.length > 0) {
    process.stdout.write(
      `Chưa nối Fanpage (thiếu ${config.missingForPage.join(', ')}): xem docs/connect-a-page.md.\n`,
    );
  }
  if (!app.anyAccount) {
    process.stdout.write(
      'Trang quản trị /quan-tri chưa có tài khoản. Tạo tài khoản đầu tiên, ở cửa sổ khác: npm run account -- add TÊN --role admin\n',
    );
  }
  stopOnSignals(app);
}

/** The first signal ends what is under way in order; a second one ends it at once. */
function stopOnSignals(app: App): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      app.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  const reason =
    error instanceof AppError
      ? `${error.message}\n${error.remedy ?? ''}`
      : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`Không khởi động được: ${reason}\n`);
  process.exit(1);
});
