import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { OUTCOMES } from '../conversation/outcome.js';
import { AppError } from '../shared/errors.js';

const ATTACHMENTS = ['image', 'audio', 'video', 'file', 'location', 'sticker', 'like'] as const;

/** What must be seen after a turn, and what must not. */
const seen = {
  expect: z.array(z.string()).optional(),
  never: z.array(z.string()).optional(),
  buttons: z.array(z.string()).optional(),
  outcome: z.enum(OUTCOMES).optional(),
};
const turn = z.union([
  z.strictObject({ citizen: z.string(), hours_later: z.number().optional(), ...seen }),
  z.strictObject({ button: z.string(), hours_later: z.number().optional(), ...seen }),
  z.strictObject({ attachment: z.enum(ATTACHMENTS), hours_later: z.number().optional(), ...seen }),
  z.strictObject({ link: z.string(), hours_later: z.number().optional(), ...seen }),
]);
const story = z.strictObject({ title: z.string().optional(), turns: z.array(turn).min(1) });

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
    remedy: 'Xem test/conversations/README.md; mỗi lượt có citizen, button, attachment hoặc link.',
  });
}

/** What stands on the citizen's screen after a turn. */
export interface Screen {
  text: string;
  titles: readonly string[];
}

/** Sentences for each thing that a turn promised and the screen lacks; empty when all is as written. */
export function amiss(
  { expect = [], never = [], buttons = [] }: StoryTurn,
  { text, titles }: Screen,
): string[] {
  return [
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
  return 'link' in turn ? `(mở liên kết ${turn.link})` : `(gửi ${turn.attachment})`;
}
