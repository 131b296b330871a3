import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the running server listens for account commands, and the secret that shows one may give them. */
export interface SocketFile {
  port: number;
  secret: string;
}

const pathIn = (dataDir: string) => join(dataDir, 'admin-socket.json');

/** Readable by the server's own user only, as everything in the data directory. */
export async function writeSocketFile(dataDir: string, socket: SocketFile): Promise<void> {
  const draft = `${pathIn(dataDir)}.new`;
  await writeFile(draft, JSON.stringify(socket), { mode: 0o600 });
  await rename(draft, pathIn(dataDir));
}

export async function readSocketFile(dataDir: string): Promise<SocketFile | null> {
  try {
    const { port, secret } = JSON.parse(await readFile(pathIn(dataDir), 'utf8')) as Partial<SocketFile>;
    return typeof port === 'number' && typeof secret === 'string' ? { port, secret } : null;
  } catch {
    return null;
  }
}

export const removeSocketFile = (dataDir: string) => rm(pathIn(dataDir), { force: true });
