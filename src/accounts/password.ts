import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { AppError } from '../shared/errors.js';
import { createTurns, type Lane } from './turns.js';

/** What a password costs: `ln` the binary logarithm of scrypt's N, `r` its block size, `p` how often it is gone through. */
export interface PasswordCost {
  ln: number;
  r: number;
  p: number;
}

/**
 * Node's own scrypt: argon2 comes with Node 24 only, and a package for it is one more binary to trust. The cost is
 * what OWASP's Password Storage Cheat Sheet asks of scrypt: N = 2^15, r = 8, p = 3 (32 MB).
 */
const PASSWORD_COST: Readonly<PasswordCost> = { ln: 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** So many of each lane wait at most: more are an attack, and each takes a thread that writing to the disk needs too. */
const QUEUE = 20;

const STORED = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

export interface PasswordHasher {
  /** In PHC form, with its cost. Rejects with `BUSY` when too many wait. */
  hash(password: string): Promise<string>;
  /** Takes as long when there is nothing to compare with. `lane`: a stranger's unless told. */
  verify(password: string, stored: string | undefined, lane?: Lane): Promise<boolean>;
  /** Whether it was made at another cost than today's. */
  isOutdated(stored: string): boolean;
}

/** One at a time: it takes a core and 32 MB for a third of a second, and citizens are being answered meanwhile. */
export function createPasswordHasher(cost: Readonly<PasswordCost> = PASSWORD_COST): PasswordHasher {
  const form = `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$`;
  const inTurn = createTurns(QUEUE, busy);
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const key = await inTurn('known', () => derive(password, salt, cost));
      return `${form}${base64(salt)}$${base64(key)}`;
    },
    async verify(password, stored, lane = 'stranger') {
      const [, ln, r, p, salt = '', expected = ''] = STORED.exec(stored ?? '') ?? [];
      if (ln === undefined) {
        await inTurn(lane, () => derive(password, Buffer.alloc(SALT_BYTES), cost));
        return false;
      }
      const itsOwn = { ln: Number(ln), r: Number(r), p: Number(p) };
      const key = await inTurn(lane, () => derive(password, Buffer.from(salt, 'base64'), itsOwn));
      const kept = Buffer.from(expected, 'base64');
      return kept.length === key.length && timingSafeEqual(kept, key);
    },
    isOutdated: (stored) => !stored.startsWith(form),
  };
}

function derive(password: string, salt: Buffer, { ln, r, p }: Readonly<PasswordCost>): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 2 ** ln * r * 128 * 2 };
  return new Promise((resolve, reject) => {
    // The same letters may be typed composed or decomposed.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

function busy(): AppError {
  return new AppError('BUSY', 'Đang có quá nhiều người đăng nhập cùng lúc.', {
    status: 503,
    remedy: 'Anh/chị chờ vài giây rồi thử lại nhé.',
  });
}
