import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler, Response } from 'express';
import type { Reply } from '../../conversation/types.js';
import { notFound } from '../error-responses.js';

/** What the page shows before anything was fetched. */
export interface WebPage {
  /** Whose bot this is, for the page's head. */
  authority: string;
  /** No citizen comes here by the office's own doing yet: neither a Page nor a site of the office leads here. */
  trial: boolean;
  welcome: Reply;
}

const PLACE = '<script type="application/json" id="page-data"></script>';

/** The chat page with its first words in it, so that a slow connection does not begin with an empty screen. */
export function chatPage(folder: string, page: () => WebPage): RequestHandler {
  const show = pageWith(folder, page);
  return (_request, response) => {
    show(response, false);
  };
}

/**
 * The same page for a frame on the sites named here, as `https://site`, and on no other. Without sites there is none.
 */
export function framedPage(folder: string, page: () => WebPage, sites: readonly string[]): RequestHandler {
  const show = pageWith(folder, page);
  return (request, response, next) => {
    if (sites.length === 0) {
      void notFound(request, response, next);
      return;
    }
    const policy = response.get('Content-Security-Policy') ?? '';
    response.set(
      'Content-Security-Policy',
      policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${sites.join(' ')}`),
    );
    response.removeHeader('X-Frame-Options');
    show(response, true);
  };
}

function pageWith(folder: string, page: () => WebPage): (response: Response, framed: boolean) => void {
  let whole: string | undefined;
  return (response, framed) => {
    whole ??= readFileSync(join(folder, 'index.html'), 'utf8');
    // No end of the element may stand in the data.
    const data = JSON.stringify({ ...page(), framed }).replaceAll('<', '\\u003c');
    response
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(whole.replace(PLACE, () => PLACE.replace('><', `>${data}<`)));
  };
}
