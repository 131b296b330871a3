import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { processConfig } from '../config.js';
import { loadContent } from '../content/load.js';
import type { Procedure } from '../content/types.js';
import type { Drawing } from '../posters/drawing.js';
import { posterDrawing } from '../posters/layout.js';
import { placeSlug } from '../posters/link.js';
import { loadTypefaces } from '../posters/typeface.js';
import { drawingsToPdf } from '../posters/write-pdf.js';
import { drawingToSvg } from '../posters/write-svg.js';
import { AppError } from '../shared/errors.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE = [
  'Cách dùng: npm run posters -- [mã thủ tục …] [--place "Quầy số 3"] [--counter] [--page TÊN] [--out THƯ_MỤC]',
  '  không ghi mã thủ tục: mỗi thủ tục một tờ     --counter: một tờ chung, mở menu',
  '  --place: nơi dán, để thống kê đếm theo nơi   --page: phần sau m.me/ (mặc định FACEBOOK_PAGE_ID)',
].join('\n');

const OPTIONS = {
  place: { type: 'string' },
  counter: { type: 'boolean', default: false },
  page: { type: 'string' },
  out: { type: 'string', default: 'to-dan-qr' },
  ...TODAY_OPTION,
} as const;

/** Print-ready A4 pages with a QR code, each as SVG and PDF, and all in one PDF. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const config = processConfig();
  const page = values.page ?? config.page?.id;
  if (page === undefined)
    throw new AppError('BAD_POSTER', 'Chưa biết Fanpage nào.', {
      remedy: 'Thêm --page và phần sau m.me/ của trang, hoặc điền FACEBOOK_PAGE_ID trong .env.',
    });
  const procedures = values.counter
    ? [undefined]
    : await chosen(config.contentDir, positionals, commandDay(values.today));
  const common = {
    authority: config.authority,
    page,
    ...(values.place === undefined ? {} : { place: values.place }),
  };
  const faces = loadTypefaces();
  const where = values.place === undefined ? '' : `-${placeSlug(values.place)}`;
  await mkdir(values.out, { recursive: true });
  const drawings: Drawing[] = [];
  for (const [index, procedure] of procedures.entries()) {
    const drawing = posterDrawing(faces, { ...common, ...(procedure === undefined ? {} : { procedure }) });
    drawings.push(drawing);
    const file = join(values.out, `${procedure?.id ?? 'menu'}${where}`);
    await writeFile(`${file}.svg`, drawingToSvg(faces, drawing));
    await writeFile(`${file}.pdf`, await drawingsToPdf(faces, [drawing]));
    if (process.stdout.isTTY) process.stdout.write(`\r${index + 1}/${procedures.length} tờ`);
  }
  if (drawings.length > 1)
    await writeFile(join(values.out, `tat-ca${where}.pdf`), await drawingsToPdf(faces, drawings));
  const end = process.stdout.isTTY ? '\r' : '';
  process.stdout.write(`${end}${drawings.length} tờ trong ${values.out}/ (mỗi tờ một SVG và một PDF).\n`);
  return null;
});

async function chosen(root: string, ids: readonly string[], today: string): Promise<Procedure[]> {
  const { content } = await loadContent(root, today);
  if (content === null)
    throw new AppError('CONTENT_INVALID', 'Nội dung đang có lỗi nên chưa in được.', {
      remedy: 'Chạy "npm run content:check" và sửa các lỗi trước.',
    });
  if (ids.length === 0) return [...content.procedures.values()];
  return ids.map((id) => {
    const found = content.procedures.get(id);
    if (found !== undefined) return found;
    throw new AppError('BAD_POSTER', `Không có thủ tục nào mang mã "${id}".`, {
      remedy: 'Mã là tên tệp trong thư mục procedures/, không có đuôi .yml.',
    });
  });
}
