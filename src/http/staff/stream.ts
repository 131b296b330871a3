import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'express';
import type { StreamAnswer } from './answers.js';

/** How often it is looked; other processes write too. */
const LOOK_MS = 1000;
/** Whoever was signed out meanwhile is found out when the browser asks again. */
const LOOKS = 55;
/** A comment this often keeps proxies from cutting a quiet stream. */
const KEEP_ALIVE_LOOKS = 15;

export async function streamChanges(response: Response, { look, closing }: StreamAnswer): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, closing]);
  const over = () => signal.aborted;
  let known = JSON.stringify(await look());
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'X-Accel-Buffering': 'no',
    Connection: 'close',
  });
  response.write(`retry: 1000\n\ndata: ${known}\n\n`);
  for (let looks = 1; looks < LOOKS && !over(); looks += 1) {
    await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    if (over()) break;
    const seen = JSON.stringify(await look());
    if (seen !== known) response.write(`data: ${seen}\n\n`);
    else if (looks % KEEP_ALIVE_LOOKS === 0) response.write(':\n\n');
    known = seen;
  }
  response.end();
}
