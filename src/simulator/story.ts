import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { OUTCOMES } from '../conversation/outcome.js';
import { AppError } from '../shared/errors.js';

const ATTACHMENTS = ['image', 'audio', 'video', 'file', 'location', 'sticker', 'like'] as const;

/** What must be seen after a turn, and what must not. */
const INBOX_ACTS = ['take', 'give_back', 'done'] as const;

const seen = {
  expect: z.array(z.string()).optional(),
  never: z.array(z.string()).optional(),
  buttons: z.array(z.string()).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  /** What the Page's staff must read in their inbox of the conversation that was passed to them with this turn. */
  summary: z.array(z.string()).optional(),
  hours_later: z.number().optional(),
  /** Nothing reaches the citizen. */
  silent: z.literal(true).optional(),
};
const turn = z.union([
  z.strictObject({ citizen: z.string(), ...seen }),
  z.strictObject({ button: z.string(), ...seen }),
  z.strictObject({ attachment: z.enum(ATTACHMENTS), ...seen }),
  z.strictObject({ link: z.string(), ...seen }),
  z.strictObject({ colleague: z.string(), ...seen }),
  z.strictObject({ inbox: z.enum(INBOX_ACTS), ...seen }),
]);
/** `settings`: of the bot, by their names, where they differ from what they are without. */
const settings = z.record(z.string(), z.string()).optional();
const story = z.strictObject({ settings, title: z.string().optional(), turns: z.array(turn).min(1) });

export type StoryTurn = z.infer<typeof turn>;
export type Story = z.infer<typeof story>;

/** Reads a conversation file (see test/conversations/README.md). Throws `BAD_STORY` that names what does not fit. */
export async function readStory(path: string): Promise<Story> {
  const written: unknown = parse(
    await readFile(path, 'utf8').catch((error: unknown) => {
      throw new AppError('BAD_STORY', `Không mở được tệp hội thoại ${path}.`, { cause: error });
    }),
  );
  const read = story.safeParse(written);
  if (read.success) return read.data;
  const where = read.error.issues.map(({ path: at }) => at.join(' › ') || 'cả tệp').join('; ');
  throw new AppError('BAD_STORY', `Tệp ${path} chưa đúng dạng ở: ${where}.`, {
    remedy:
      'Xem test/conversations/README.md; mỗi lượt có citizen, button, attachment, link, colleague hoặc inbox.',
  });
}

/** What stands on the citizen's screen after a turn. */
export interface Screen {
  text: string;
  titles: readonly string[];
  /** What was passed to the Page's inbox. */
  passed?: string;
}

/** Sentences for each thing that a turn promised and the screen lacks; empty when all is as written. */
export function amiss(
  { expect = [], never = [], buttons = [], summary = [], silent }: StoryTurn,
  { text, titles, passed = '' }: Screen,
): string[] {
  return [
    ...(silent === true && text !== '' ? ['lẽ ra không được nói gì'] : []),
    ...summary.filter((part) => !passed.includes(part)).map((part) => `hộp thư không thấy “${part}”`),
    ...expect.filter((part) => !text.includes(part)).map((part) => `không thấy “${part}”`),
    ...never.filter((part) => text.includes(part)).map((part) => `lẽ ra không được có “${part}”`),
    ...buttons
      .filter((title) => !titles.some((shown) => shown === title))
      .map((title) => `không có nút “${title}” (có: ${titles.join(', ')})`),
  ];
}

/** The turn as it is printed: what the citizen did. */
export function writtenTurn(turn: StoryTurn): string {
  if ('citizen' in turn) return turn.citizen;
  if ('button' in turn) return `[${turn.button}]`;
  if ('colleague' in turn) return `(cán bộ, trong hộp thư của Trang) ${turn.colleague}`;
  if ('inbox' in turn) return `(trong hộp thư của Trang) ${turn.inbox}`;
  return 'link' in turn ? `(mở liên kết ${turn.link})` : `(gửi ${turn.attachment})`;
}
