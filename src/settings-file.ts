import { readFileSync, statSync, type Stats } from 'node:fs';
import { parseEnv } from 'node:util';
import { AppError } from './shared/errors.js';

/** Settings that open something to whoever reads them; the database's address where it holds a password. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  CITIZEN_KEY: /./,
  OIDC_CLIENT_SECRET: /./,
  SMTP_PASSWORD: /./,
  ALERT_WEBHOOK_SECRET: /./,
  FACEBOOK_PAGE_TOKEN: /./,
  FACEBOOK_APP_SECRETS: /./,
  FACEBOOK_VERIFY_TOKEN: /./,
  MONGODB_URI: /\/\/[^/]*@/,
};

/** Permission bits: read, write or run, of the group and of everyone else. */
const GROUP = 0o070;
const GROUP_WRITES = 0o020;
const OTHERS = 0o007;

/**
 * Takes settings from a file, where there is one, into the environment, which goes before it. Throws `AppError`
 * `SETTINGS_FILE_OPEN` when the file holds secrets and others than those who must may read or change it.
 */
export function loadSettingsFile(path: string): void {
  const text = textOf(path);
  if (text === undefined) return;
  const settings = parseEnv(text);
  const secrets = Object.keys(SECRETS).filter((name) => SECRETS[name]?.test(settings[name] ?? ''));
  if (secrets.length > 0 && isOpen(statSync(path), process.getuid?.())) throw open(path, secrets);
  process.loadEnvFile(path);
}

/**
 * Who else may read or change it. The group may read what another user owns, since without it this process could not:
 * an administrator's file that the service only reads. `user`: who runs this process; `undefined` where there are no
 * permission bits.
 */
export function isOpen({ mode, uid }: Pick<Stats, 'mode' | 'uid'>, user: number | undefined): boolean {
  if (user === undefined) return false;
  const ofGroup = uid === user ? GROUP : GROUP_WRITES;
  return (mode & (OTHERS | ofGroup)) !== 0;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function open(path: string, secrets: readonly string[]): AppError {
  const names = secrets.join(', ');
  return new AppError(
    'SETTINGS_FILE_OPEN',
    `Tệp ${path} chứa bí mật (${names}) mà người dùng khác trên máy đọc hoặc sửa được. / ${path} holds secrets (${names}) that other users of this machine can read or change.`,
    {
      remedy: `Gõ: chmod 600 ${path}, rồi khởi động lại; nếu máy có nhiều người dùng, hãy thay các bí mật đó. / Type: chmod 600 ${path}, and start again; where the machine has other users, replace these secrets.`,
    },
  );
}
