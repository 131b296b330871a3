import { readFile } from 'node:fs/promises';
import { SETTLED } from '../../test/content/settled.js';
import { lineOf } from '../../test/support/line-of.js';

/** The table of what the laws settle, with the file and line that says it now. */
const rows = await Promise.all(
  SETTLED.map(async ([what, file, says]) => {
    const path = `procedures/${file}.yml`;
    const line = lineOf(await readFile(path, 'utf8'), says);
    return `| ${what} | ${path}:${line === undefined ? '?' : String(line)} | ${says} |\n`;
  }),
);
process.stdout.write(['| Điều | Tệp, dòng | Câu |\n| --- | --- | --- |\n', ...rows].join(''));
