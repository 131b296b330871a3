/** Longer than any address that a citizen sends by itself; beyond it the text is not looked at. */
const LONGEST = 2000;
const WITH_SCHEME = /^[a-z][a-z+.-]{0,20}:\/\/\S+$/i;
const WITH_PATH = /^(?:[\p{L}\d-]{1,63}\.){1,6}\p{L}{2,24}(?::\d{1,5})?[/?#]\S*$/u;
/** Without scheme and path only well-known endings: "tp.hcm" is no address. */
const DOMAIN =
  /^(?:[\p{L}\d-]{1,63}\.){1,6}(?:vn|com|net|org|info|top|xyz|site|online|shop|app|icu|vip|cc|me|ly|io|asia)[.,]?$/iu;

/** What masking leaves of an address. */
export const LINK_MASK = '[đã che: liên kết]';

/** Whether a message is nothing but one or more addresses of web pages: there is no question in it. */
export function isBareLink(text: string): boolean {
  if (text.length > LONGEST) return false;
  const parts = text.trim().split(/\s+/);
  return parts.every((part) => WITH_SCHEME.test(part) || WITH_PATH.test(part) || DOMAIN.test(part));
}
