import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';

/** A box between two ends that forgets the connections it has, as address translation and firewalls do. */
export interface ForgetfulRelay {
  url: string;
  /** How many connections were opened through it. */
  opened: () => number;
  /** From now on nothing comes through on the connections there are; new ones work. `reset`: their next use is answered with a reset. */
  forget(how: 'silence' | 'reset'): void;
  close(): Promise<void>;
}

export async function startForgetfulRelay(target: string): Promise<ForgetfulRelay> {
  const { port } = new URL(target);
  const pairs: { near: Socket; far: Socket }[] = [];
  const server = createServer((near) => {
    const far = createConnection(Number(port), '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
    pairs.push({ near, far });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    opened: () => pairs.length,
    forget(how) {
      for (const { near, far } of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.on('data', () => (how === 'reset' ? near.resetAndDestroy() : undefined));
        near.resume();
      }
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const { near, far } of pairs) [near, far].forEach((socket) => socket.destroy());
        server.close(() => resolve());
      }),
  };
}
