import { AppError } from '../../shared/errors.js';
import { readSocketFile } from './socket-file.js';

/** What a backup made by the server says of itself. */
export interface MadeBackup {
  collections: Readonly<Record<string, { documents: number }>>;
  oneMoment: boolean;
}

/** Has the server that holds the data directory write a backup. Rejects with `inUse` where it can't be asked. */
export async function askBackup(dataDir: string, folder: string, inUse: AppError): Promise<MadeBackup> {
  const socket = await readSocketFile(dataDir);
  if (socket === null) throw inUse;
  const answer = await fetch(`http://127.0.0.1:${socket.port}/backup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${socket.secret}` },
    body: JSON.stringify({ folder }),
  }).catch(() => {
    throw new AppError('NO_ANSWER', 'Máy chủ đang giữ dữ liệu nhưng không trả lời.', {
      remedy: 'Chờ vài giây rồi gõ lại. Nếu máy chủ chạy trong container, gõ lệnh trong chính container đó.',
    });
  });
  const { done, error } = (await answer.json()) as {
    done?: MadeBackup;
    error?: { code: string; message: string; remedy?: string };
  };
  if (done !== undefined) return done;
  throw new AppError(error?.code ?? 'NO_ANSWER', error?.message ?? 'Máy chủ không sao lưu được.', {
    ...(error?.remedy === undefined ? {} : { remedy: error.remedy }),
  });
}
