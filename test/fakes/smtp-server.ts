import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** As much of a mail server as takes a mail: no encryption, no sign-in. */
export class FakeSmtpServer {
  /** Whole messages as they came, headers and body. */
  readonly mails: string[] = [];
  /** Answered instead of taking a message, for example `451 later`. */
  refusal: string | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeSmtpServer> {
    const server = createServer((socket) => fake.serve(socket));
    const fake: FakeSmtpServer = new FakeSmtpServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => socket.destroy());
    const answer = (line: string) => socket.write(`${line}\r\n`);
    let [rest, message] = ['', undefined as string[] | undefined];
    answer('220 fake');
    socket.on('data', (data) => {
      const lines = (rest + data.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (message === undefined) message = this.command(line, answer);
        else if (line === '.') {
          if (this.refusal === undefined) this.mails.push(message.join('\n'));
          answer(this.refusal ?? '250 taken');
          message = undefined;
        } else message.push(line);
      }
    });
  }

  /** The lines of a message from now on, once one begins. */
  private command(line: string, answer: (line: string) => void): string[] | undefined {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'DATA') {
      answer('354 go on');
      return [];
    }
    answer(verb === 'QUIT' ? '221 bye' : '250 ok');
    return undefined;
  }
}
