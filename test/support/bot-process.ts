import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { endWithUs } from './end-with-us.js';
import { inheritedEnvironment } from './inherited-environment.js';
import { contentFolder } from './content-folder.js';

export const PAGE = { id: '1000', token: 'page-token', secret: 'app-secret', verifyToken: 'verify' };

export interface BotSettings {
  graphUrl: string;
  dataDir: string;
  mongodbUri?: string;
  contentDir?: string;
  /** More of its settings, by their names. */
  more?: Record<string, string>;
}

/** The bot as it is deployed: `node dist/main.js`, reached over HTTP only. */
export class BotProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly errors: string[],
  ) {}

  /** Resolves once it says where it listens. Rejects with what it said instead. */
  static async start(settings: BotSettings): Promise<BotProcess> {
    const child = endWithUs(
      spawn(process.execPath, ['dist/main.js'], {
        env: environment(settings),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    const errors: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
      if (url === undefined) continue;
      child.stdout.resume();
      return new BotProcess(child, url.replace('localhost', '127.0.0.1'), errors);
    }
    throw new Error(`the bot did not start:\n${errors.join('\n')}`);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What it logged, for a failing test's message. */
  get log(): string {
    return this.errors
      .slice(-5)
      .map((line) => line.slice(0, 300))
      .join('\n');
  }

  /** Ends it without a chance to tidy up; resolves once it is gone. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.running) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}

function environment(settings: BotSettings): NodeJS.ProcessEnv {
  return {
    ...inheritedEnvironment(),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    DATA_DIR: settings.dataDir,
    CONTENT_DIR: settings.contentDir ?? contentFolder('test/conversations/content'),
    MONGODB_URI: settings.mongodbUri ?? '',
    FACEBOOK_PAGE_ID: PAGE.id,
    FACEBOOK_PAGE_TOKEN: PAGE.token,
    FACEBOOK_APP_SECRETS: PAGE.secret,
    FACEBOOK_VERIFY_TOKEN: PAGE.verifyToken,
    GRAPH_API_URL: settings.graphUrl,
    ...settings.more,
  };
}
