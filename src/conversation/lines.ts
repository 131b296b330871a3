/**
 * A line of a reply by its role, so that a channel with typography can set titles bold, lists as lists and the legal
 * basis folded away. A channel without shows `plain`. A string is an ordinary line.
 */
export type Line = string | Title | FactLine | Item | Basis | Row;

interface Title {
  as: 'title';
  text: string;
  /** What it is about, where the title alone does not say. */
  about?: string;
}

export interface FactLine {
  as: 'fact';
  label: string;
  text: string;
}

interface Item {
  as: 'item';
  text: string;
  /** Of a numbered list: the citizen may type it. */
  number?: number;
}

/** On what an answer rests, as one sentence without its full stop. */
interface Basis {
  as: 'basis';
  text: string;
  /** DD/MM/YYYY */
  checkedOn: string;
  /** The same in words, where a channel shows it in the sentence: "kiểm tra ngày 27/11/2026". */
  checked: string;
}

/** An entry of a list to choose from. The reply's quick reply with the same payload is its short form. */
interface Row {
  as: 'row';
  text: string;
  payload: string;
  number?: number;
}

/** A reply's words: `text` for every channel, `lines` only where they say more than the text. */
export interface Body {
  text: string;
  lines?: readonly Line[];
}

export function body(lines: readonly Line[], separator = '\n'): Body {
  const text = lines.map(plain).join(separator);
  return lines.every((line) => typeof line === 'string') ? { text } : { text, lines };
}

/** A numbered list of choices; a channel without rows has them as quick replies of the same payloads. */
export function rows(texts: readonly string[], choices: readonly { payload: string }[]): Line[] {
  return choices.flatMap(({ payload }, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ as: 'row' as const, number: index + 1, text, payload }];
  });
}

/** Other words in the place of those. */
export function withBody<Words extends Body>(words: Words, lines: readonly Line[]): Words {
  const rest = { ...words };
  delete rest.lines;
  return { ...rest, ...body(lines) };
}

export function plain(line: Line): string {
  if (typeof line === 'string') return line;
  switch (line.as) {
    case 'title':
      return [line.text.toUpperCase(), ...(line.about === undefined ? [] : [line.about])].join(' – ');
    case 'fact':
      return `• ${line.label}: ${line.text}`;
    case 'item':
    case 'row':
      return `${line.number === undefined ? '•' : `${line.number}.`} ${line.text}`;
    case 'basis':
      return `(${line.text} – ${line.checked}.)`;
  }
}

/** The same words and another line. */
export function followedBy<Words extends Body>(words: Words, line: string): Words {
  const text = `${words.text}\n${line}`;
  return words.lines === undefined ? { ...words, text } : { ...words, text, lines: [...words.lines, line] };
}

/** The same words after another line. */
export function after<Words extends Body>(line: string, words: Words): Words {
  const text = `${line}\n${words.text}`;
  return words.lines === undefined ? { ...words, text } : { ...words, text, lines: [line, ...words.lines] };
}
