/** Neighbours on a QWERTY keyboard, by letter. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'qwsz', b: 'vghn', c: 'xdfv', d: 'serfcx', e: 'wsdr', f: 'drtgvc', g: 'ftyhbv', h: 'gyujnb', i: 'ujko',
  j: 'huikmn', k: 'jiolm', l: 'kop', m: 'njk', n: 'bhjm', o: 'iklp', p: 'ol', q: 'wa', r: 'edft', s: 'awedxz',
  t: 'rfgy', u: 'yhji', v: 'cfgb', w: 'qase', x: 'zsdc', y: 'tghu', z: 'asx',
}; // prettier-ignore

/** Letters that people of one region or another write for each other: "lộp" for "nộp", "trả" as "chả", "dì" as "gì". */
const SOUNDS = new Set(['ln', 'nl', 'xs', 'sx', 'iy', 'yi', 'dg', 'gd', 'dv', 'vd', 'ck', 'kc']);

export type Slip = 'likely' | 'unlikely';

/**
 * The one slip that makes `written` of `word`: a letter left out, one too many, a wrong one, or two swapped (restricted
 * Damerau–Levenshtein distance of 1). `likely`: what a finger does by itself, such as the key beside or the same letter
 * twice. `null`: none, or more than one.
 */
export function slipOf(written: string, word: string): Slip | null {
  const difference = written.length - word.length;
  if (written === word || difference < -1 || difference > 1) return null;
  let at = 0;
  while (at < written.length && written[at] === word[at]) at += 1;
  if (difference === -1) return written.slice(at) === word.slice(at + 1) ? 'likely' : null;
  if (difference === 1) return written.slice(at + 1) === word.slice(at) ? extra(written, at) : null;
  if (written.slice(at + 1) === word.slice(at + 1)) return changed(written[at] ?? '', word[at] ?? '');
  const swapped = written[at] === word[at + 1] && written[at + 1] === word[at];
  return swapped && written.slice(at + 2) === word.slice(at + 2) ? 'likely' : null;
}

/** The letter was struck twice, or a key beside one of its neighbours with it. */
function extra(written: string, at: number): Slip {
  const letter = written[at] ?? '';
  const beside = [written[at - 1] ?? '', written[at + 1] ?? ''];
  const isLikely = beside.some((other) => other === letter || (NEIGHBOURS[other] ?? '').includes(letter));
  return isLikely ? 'likely' : 'unlikely';
}

function changed(written: string, meant: string): Slip {
  const isLikely = (NEIGHBOURS[meant] ?? '').includes(written) || SOUNDS.has(written + meant);
  return isLikely ? 'likely' : 'unlikely';
}
