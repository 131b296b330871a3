import type { ServerResponse } from 'node:http';

/** What goes wrong with the next calls that send a message. */
export type Failure =
  | {
      kind: 'error';
      status?: number;
      code: number;
      subcode?: number;
      isTransient?: boolean;
      waitMinutes?: number;
    }
  | { kind: 'html'; status: number }
  /** Takes the message, then never answers. */
  | { kind: 'silence' }
  /** Takes the message, then tears the connection. */
  | { kind: 'torn'; taken: boolean };

export function fail(response: ServerResponse, failure: Failure): void {
  switch (failure.kind) {
    case 'silence':
      return;
    case 'torn':
      response.destroy();
      return;
    case 'html':
      response.writeHead(failure.status, { 'Content-Type': 'text/html' }).end('<html>Bad gateway</html>');
      return;
    case 'error': {
      const { status = 400, code, subcode, isTransient, waitMinutes } = failure;
      if (waitMinutes !== undefined) {
        const usage = {
          '1': [{ type: 'messenger', call_count: 100, estimated_time_to_regain_access: waitMinutes }],
        };
        response.setHeader('X-Business-Use-Case-Usage', JSON.stringify(usage));
      }
      sendResponse(response, status, {
        error: {
          message: 'failing on demand',
          type: 'OAuthException',
          code,
          error_subcode: subcode,
          is_transient: isTransient,
          fbtrace_id: 'fake',
        },
      });
    }
  }
}

export function answer(response: ServerResponse, body: unknown): void {
  sendResponse(response, 200, body);
}

export function sendResponse(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
