import type { VietnameseText } from '../shared/vietnamese-text.js';
import type { Finding } from './types.js';

/** E-mail addresses: RFC 5321 allows 64 characters before the sign and 255 behind it. */
const LOCAL = 64;
const DOMAIN_REACH = 255;
const BEFORE_SIGN = /[\p{L}\d._%+-]+$/u;
const LABEL = '[\\p{L}\\d-]{1,63}';
const ENDINGS = '(?:com|vn|net|org|edu|gov|info|me)';
const AFTER_SIGN = new RegExp(
  `^ {0,2}${LABEL}(?:(?:\\.${LABEL}){1,8}(?: {0,2}\\. {0,2}${ENDINGS}(?![\\p{L}\\d])){0,3}|(?: {0,2}\\. {0,2}${ENDINGS}(?![\\p{L}\\d])){1,3})`,
  'iu',
);
const PROVIDER = /^ {0,2}(?:gmail|yahoo|outlook|hotmail|icloud)(?![\p{L}\d])/iu;
/** The sign itself, or how it is written to hide an address from machines, in front of a provider. */
const SIGN =
  /@|(?<= )(?:\(at\)|\[at\]|a c[oò]ng|at)(?= (?:gmail|yahoo|outlook|hotmail|icloud)(?![\p{L}\d]))|[([]at[)\]]/giu;
const SPELLED_DOT =
  /^ {0,2}(?:gmail|yahoo|outlook|hotmail|icloud) {0,2}(?:\.|chấm|cham|dot|\[dot\]|\(dot\)) {0,2}com(?:\.vn)?/iu;

const LINK_START =
  /https?:\/\/|www\.|(?<![\p{L}\d.-])(?:bit\.ly|tinyurl\.com|zalo\.me|t\.me|m\.me|fb\.com|fb\.me|facebook\.com)\//iu;

/** E-mail addresses and links; addresses of the state stay readable, because citizens ask whether they are genuine. */
export function findAddresses({ text }: VietnameseText): Finding[] {
  return [...emails(text), ...links(text)];
}

function emails(text: string): Finding[] {
  return [...text.matchAll(SIGN)].flatMap((sign): Finding[] => {
    const behind = sign.index + sign[0].length;
    const rest = text.slice(behind, behind + DOMAIN_REACH);
    const domain = (AFTER_SIGN.exec(rest) ?? SPELLED_DOT.exec(rest) ?? PROVIDER.exec(rest))?.[0];
    const before = text.slice(Math.max(0, sign.index - LOCAL), sign.index).replace(/ {1,2}$/, '');
    const local = BEFORE_SIGN.exec(before)?.[0];
    if (domain === undefined || local === undefined) return [];
    const gap = Math.min(sign.index, LOCAL) - before.length;
    return [{ start: sign.index - gap - local.length, end: behind + domain.length, kind: 'email' }];
  });
}

/** One look at each run without white space, so that a text full of beginnings costs no more than another. */
function links(text: string): Finding[] {
  return [...text.matchAll(/\S+/g)].flatMap((chunk): Finding[] => {
    const start = LINK_START.exec(chunk[0])?.index;
    if (start === undefined) return [];
    const link = chunk[0].slice(start).replace(/[),;.!?'"]{1,20}$/, '');
    return isOfState(link)
      ? []
      : [{ start: chunk.index + start, end: chunk.index + start + link.length, kind: 'link' }];
  });
}

/** Only host and path: what stands behind a question mark may name a person. */
function isOfState(link: string): boolean {
  const address = link.replace(/^https?:\/\//i, '');
  const host = address.split(/[/?#]/, 1)[0]?.toLowerCase() ?? '';
  return (
    /^(?:[a-z\d-]{1,63}\.){0,6}gov\.vn$/.test(host) &&
    !/[?#]/.test(address) &&
    !/https?:|www\./i.test(address.slice(host.length))
  );
}
