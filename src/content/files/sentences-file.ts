import { readFileSync } from 'node:fs';
import { isSeq, parse } from 'yaml';
import { nearest } from '../nearest.js';
import { MAX_SENTENCE, maxLengthOf } from '../sentence-lengths.js';
import { SENTENCES, type SentenceKey, type Sentences } from '../sentences.js';
import { list, record } from '../shapes/collections.js';
import { described, fault, inside, type Reader, type Location } from '../shapes/reader.js';
import { boundedText } from '../shapes/text.js';

const PLACEHOLDER = /\{([a-z_]+)\}/gu;

const line = boundedText({ max: MAX_SENTENCE });
const wordings: Reader<string[]> = described(
  { kind: 'plain_or_lines', max: MAX_SENTENCE },
  (node, location) => (isSeq(node) ? list(line, { min: 1 })(node, location) : [line(node, location)]),
);

const everySentence = record(wordings);

/** Every sentence that the bot says of itself: a text, or several that are taken in turn. */
export const sentencesOf: Reader<Sentences> = described(everySentence.form, (node, location) => {
  const written = everySentence(node, location);
  const keys = Object.keys(SENTENCES);
  for (const [key, texts] of written) {
    const known = keys.find((one): one is SentenceKey => one === key);
    if (known === undefined) reportUnknown(key, keys, inside(location, key));
    else
      for (const one of texts) {
        checkPlaceholders(one, SENTENCES[known], inside(location, key));
        checkLength(one, maxLengthOf(known), inside(location, key));
      }
  }
  const missing = keys.filter((key) => !written.has(key));
  const shipped = missing.length === 0 ? new Map<string, string[]>() : shippedSentences();
  for (const key of missing) reportMissing(key, shipped.has(key), location);
  // What is nowhere was reported as an error, so that content with a gap never goes live.
  return new Map([...shipped, ...written]) as Sentences;
});

/** The wordings that come with the program: an office's own file, written for an earlier version, lacks the newest. */
function shippedSentences(): Map<string, string[]> {
  const { sentences } = parse(readFileSync(SHIPPED, 'utf8')) as {
    sentences: Record<string, string | string[]>;
  };
  return new Map(Object.entries(sentences).map(([key, texts]) => [key, [texts].flat()]));
}

const SHIPPED = new URL('../../../procedures/shared/sentences.yml', import.meta.url);

function reportMissing(key: string, isShipped: boolean, location: Location): void {
  const remedy = `Thêm dòng "${key}: …" (câu bot nói với người dân).`;
  if (isShipped) fault(location, `Thiếu câu "${key}": đang dùng câu đi kèm chương trình.`, remedy, 'warning');
  else fault(location, `Thiếu câu "${key}".`, remedy);
}

function reportUnknown(key: string, keys: readonly string[], location: Location): void {
  const near = nearest(key, keys);
  fault(
    location,
    `Máy không biết câu tên "${key}".`,
    near === undefined ? 'Xoá dòng này.' : `Có lẽ là "${near}": sửa lại như thế.`,
  );
}

/** Everything was read with the limit of whole sentences; buttons and labels have less room, and one line. */
function checkLength(written: string, most: number, location: Location): void {
  if (most === MAX_SENTENCE) return;
  if (written.length > most)
    fault(
      location,
      `Dài ${written.length} ký tự, chỗ này chỉ hiện được ${most}.`,
      `Rút ngắn còn nhiều nhất ${most} ký tự.`,
    );
  if (written.includes('\n')) fault(location, 'Chữ ở đây chỉ được một dòng.', 'Viết lại thành một dòng.');
}

function checkPlaceholders(written: string, allowed: readonly string[], location: Location): void {
  const used = [...written.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const unknown = used.find((name) => !allowed.includes(name));
  if (unknown !== undefined)
    fault(
      location,
      `Chỗ trống {${unknown}} không dùng được trong câu này.`,
      allowed.length === 0
        ? 'Câu này không có chỗ trống nào.'
        : `Dùng được: ${allowed.map((name) => `{${name}}`).join(', ')}.`,
    );
  const missing = allowed.find((name) => !used.includes(name));
  if (missing !== undefined)
    fault(
      location,
      `Câu này thiếu chỗ trống {${missing}}.`,
      `Viết {${missing}} vào nơi cần hiện nội dung đó.`,
      'warning',
    );
}
