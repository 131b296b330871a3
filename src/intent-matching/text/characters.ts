/**
 * What everything after it may rely on: composed letters (NFC), plain instead of full-width, circled or mathematical
 * ones, no invisible characters, no letter three times in a row ("ơiiii" → "ơi"). Case is kept: explanations quote it.
 */
export function plainText(text: string): string {
  const composed = ORDINARY.test(text) ? text : styledToPlain(text);
  return STRETCHED.test(composed) ? composed.replace(STRETCHES, '$1') : composed;
}

/** Basic Latin up to Vietnamese, without the Icelandic Ð that some keyboards give for Đ. */
const ORDINARY = /^[\u0000-\u00cf\u00d1-\u00ef\u00f1-\u024f\u1ea0-\u1ef9\s]*$/;
const INVISIBLE = /[\u00ad\u034f\u180e\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/gu;
const STRETCHED = /(\p{L})\1\1/iu;
const STRETCHES = /(\p{L})\1{2,}/giu;

/** Letters that compatibility composition (NFKC) leaves alone although people type them for plain ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ð: 'đ',
  Ð: 'Đ',
  ɖ: 'đ',
  Ɖ: 'Đ',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
};
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ ʏᴢ';

function styledToPlain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[ðÐɖƉıɑɡ]/gu, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ]/gu, (letter) => alphabetLetter(SMALL_CAPITALS.indexOf(letter)))
    .replace(/[\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu, boxedLetter);
}

/** White squares, black circles and black squares with a capital letter: three runs of 26, 32 code points apart. */
function boxedLetter(letter: string): string {
  return alphabetLetter(((letter.codePointAt(0) ?? 0) - 0x1f130) % 32);
}

function alphabetLetter(position: number): string {
  return String.fromCharCode(97 + position);
}
