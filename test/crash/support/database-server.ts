import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../../support/free-port.js';

/** A MongoDB-compatible server kept in a file: `COMMAND PORT FILE`, which prints its connection string when it is ready. */
export class DatabaseServer {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly command: string,
    private readonly port: number,
    private readonly file: string,
  ) {}

  static async at(command: string, file: string): Promise<DatabaseServer> {
    return new DatabaseServer(command, await freePort(), file);
  }

  get uri(): string {
    return `mongodb://127.0.0.1:${this.port}/crash`;
  }

  async start(): Promise<void> {
    const child = spawn(this.command, [String(this.port), this.file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('mongodb://')) continue;
      child.stdout.resume();
      return;
    }
    throw new Error(`${this.command} did not start`);
  }

  /** Ends it as a power cut would; resolves once it is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
