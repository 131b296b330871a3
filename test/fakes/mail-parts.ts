/** What a mail program shows of a mail as it came over the wire. */
export interface ReadMail {
  to: string;
  subject: string;
  text: string;
  files: { name: string; content: Buffer }[];
}

export function readMail(raw: string): ReadMail {
  const { headers, body } = splitHead(raw);
  const boundary = /boundary="?([^";\n]+)/.exec(headers)?.[1];
  const parts = boundary === undefined ? [raw] : body.split(`--${boundary}`).slice(1, -1);
  const read: ReadMail = {
    to: headerOf(headers, 'To'),
    subject: wordsOf(headerOf(headers, 'Subject')),
    text: '',
    files: [],
  };
  for (const part of parts) {
    const { headers: own, body: written } = splitHead(part.trimStart());
    const content = decoded(written, headerOf(own, 'Content-Transfer-Encoding'));
    const name = /filename="?([^";\n]+)/.exec(own)?.[1];
    if (name === undefined) read.text += content.toString('utf8');
    else read.files.push({ name, content });
  }
  return read;
}

function splitHead(text: string): { headers: string; body: string } {
  const at = text.indexOf('\n\n');
  return { headers: text.slice(0, at).replace(/\n[ \t]+/g, ' '), body: text.slice(at + 2) };
}

const headerOf = (headers: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? unquoted(body.replace(/=\n/g, '')) : Buffer.from(body);
}

function unquoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}

function wordsOf(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : unquoted(word.replaceAll('_', ' ')).toString('utf8'),
    );
}
