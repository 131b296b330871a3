import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../shared/errors.js';

/**
 * Load balancers keep idle connections for 60 seconds and more, and use them again: whoever closes first must be they,
 * or a request meets a connection that is just being closed and becomes a 502.
 */
const KEEP_ALIVE_MS = 75_000;

/** Until a request has come in whole: Facebook's come within a second, a stranger's may trickle. */
const REQUEST_MS = 15_000;
const HEADERS_MS = 10_000;
/** How often requests that trickle are looked for. */
const LOOK_MS = 2000;

/** While closing: how often connections that have become idle are looked for. */
const CLOSE_IDLE_MS = 50;

/** A server for browsers, Facebook and load balancers. Requests must come in within 15 seconds; answers may take as long as they like. */
export function webServer(listener: RequestListener, requestMs = REQUEST_MS): Server {
  return createServer(
    {
      keepAliveTimeout: KEEP_ALIVE_MS,
      requestTimeout: requestMs,
      headersTimeout: Math.min(HEADERS_MS, requestMs),
      connectionsCheckingInterval: Math.min(LOOK_MS, requestMs),
    },
    listener,
  );
}

/**
 * Listens; resolves to the port, which the system chooses for 0. Rejects with `PORT_IN_USE`, `PORT_REFUSED` or
 * `HOST_UNKNOWN`.
 */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusal(error, port, host)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Takes no new connections and waits until what is under way is done; an idle connection is not waited for. */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_MS);
    server.close(() => {
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function refusal(error: Error, port: number, host: string): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new AppError(
      'PORT_IN_USE',
      `Cổng ${port} đang được một chương trình khác dùng. / Port ${port} is in use by another program.`,
      {
        remedy:
          'Dừng chương trình kia (có thể là một bot đang chạy), hoặc đặt PORT sang cổng khác. / Stop that program (perhaps a bot that is running), or set PORT to another port.',
        cause: error,
      },
    );
  if (code === 'EACCES')
    return new AppError(
      'PORT_REFUSED',
      `Hệ thống không cho mở cổng ${port}. / The system does not allow listening on port ${port}.`,
      {
        remedy:
          'Đặt PORT từ 1024 trở lên và để máy chủ trung gian (nginx) nhận cổng 80, 443. / Set PORT to 1024 or above and let the reverse proxy take 80 and 443.',
      },
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new AppError(
      'HOST_UNKNOWN',
      `Máy này không có địa chỉ ${host} để lắng nghe. / This machine has no address ${host} to listen on.`,
      {
        remedy:
          'Đặt HOST là một địa chỉ của máy này, hoặc 0.0.0.0. / Set HOST to an address of this machine, or 0.0.0.0.',
        cause: error,
      },
    );
  return error;
}
