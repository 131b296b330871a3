import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** Keys whose values are never printed, wherever they stand in a logged object. */
const SECRET_KEYS = [
  'access_token',
  'appsecret_proof',
  'authorization',
  'password',
  'token',
  'secret',
  'cookie',
];

/** JSON lines on standard error: standard output belongs to the commands. Citizens' text is never logged. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: { err: shownError },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[…]' },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Of what caused it only the name: messages of a database's driver can hold hosts and what a citizen wrote. */
function shownError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause instanceof Error ? { cause: cause.name } : {}) };
}

const nothing = () => undefined;

/** For tests and for code that has no one to tell. */
export const silentLogger: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};
