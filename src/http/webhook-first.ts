import type { RequestListener } from 'node:http';

/**
 * Facebook's events are most of what comes in and need nothing of Express, whose way to a handler costs as much as
 * storing an event: they pass it by.
 */
export function webhookFirst(
  receive: RequestListener | undefined,
  everythingElse: RequestListener,
): RequestListener {
  if (receive === undefined) return everythingElse;
  return (request, response) => {
    if (request.method === 'POST' && request.url === '/webhook') receive(request, response);
    else everythingElse(request, response);
  };
}
