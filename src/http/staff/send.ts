import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { streamChanges } from './stream.js';
import type { Flash, StaffAnswer } from './answers.js';
import { FLASH_COOKIE, writeCookie } from './cookies.js';
import { cookieOf } from '../came-by-https.js';
import { STAFF_BASE } from './navigation.js';
import { render, type Surroundings } from './render.js';

export interface Sending {
  request: Request;
  response: Response;
  secure: boolean;
  /** Asked for pages only: it may look into the storage. */
  surroundings: () => Promise<Omit<Surroundings, 'flash'>>;
}

/** Turns what a handler returned into a response. */
export async function send(answer: StaffAnswer, sending: Sending): Promise<void> {
  const { response, secure } = sending;
  switch (answer.kind) {
    case 'page': {
      const flash = takeFlash(sending);
      const html = render(answer, { ...(await sending.surroundings()), flash });
      response
        .status(answer.status ?? 200)
        .type('html')
        .send(html);
      return;
    }
    case 'redirect':
      for (const cookie of answer.cookies ?? []) writeCookie(response, cookie, secure);
      if (answer.flash !== undefined) leaveFlash(response, answer.flash, secure);
      response.redirect(303, answer.to.startsWith('/') ? STAFF_BASE + answer.to : answer.to);
      return;
    case 'json':
      response.status(answer.status ?? 200).json(answer.body);
      return;
    case 'stream':
      await streamChanges(response, answer);
      return;
    case 'file':
      response.attachment(answer.name).type(answer.type);
      await pipeline(answer.body instanceof Readable ? answer.body : Readable.from([answer.body]), response);
  }
}

/** A message for the next page travels in a cookie that this page's answer deletes: nothing is kept for it. */
function leaveFlash(response: Response, flash: Flash, secure: boolean): void {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url');
  writeCookie(response, { name: FLASH_COOKIE, value, maxAgeSeconds: 60 }, secure);
}

function takeFlash({ request, response, secure }: Sending): Flash | null {
  const value = cookieOf(request, FLASH_COOKIE, secure);
  if (value === undefined) return null;
  writeCookie(response, { name: FLASH_COOKIE, value: null }, secure);
  try {
    const flash = JSON.parse(Buffer.from(value, 'base64url').toString()) as Partial<Flash>;
    if (typeof flash.text !== 'string') return null;
    return { tone: flash.tone === 'bad' ? 'bad' : 'good', text: flash.text.slice(0, 500) };
  } catch {
    return null;
  }
}
