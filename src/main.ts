import { startApp, type App } from './app.js';
import { processConfig } from './config.js';
import { createLogger } from './shared/logger.js';
import { startFault } from './start-fault.js';

async function main(): Promise<void> {
  const running: { app?: App } = {};
  stopOnSignals(running);
  const config = processConfig();
  const logger = createLogger(config.logLevel);
  const app = await startApp(config, { logger });
  running.app = app;
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
}

/**
 * The first signal ends what is under way in order, or the start before there is anything to end; a second one ends it at
 * once. Said outright, since a process with the number 1 (in a container) ignores signals that it does not listen for.
 */
function stopOnSignals(running: { readonly app?: App }): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    let asked = false;
    process.on(signal, () => {
      const { app } = running;
      if (app === undefined || asked) process.exit(asked ? 1 : 0);
      asked = true;
      app.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`Không khởi động được: ${startFault(error)}\n`);
  process.exit(1);
});
