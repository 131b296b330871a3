import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { processConfig } from '../config.js';
import { loadContent } from '../content/load.js';
import { posterPlaces } from '../content/poster-places.js';
import { authorityOf } from '../content/authority.js';
import type { Content, Procedure } from '../content/types.js';
import type { Drawing } from '../posters/drawing.js';
import { posterDrawing } from '../posters/layout.js';
import type { PosterText } from '../posters/poster-text.js';
import { placeOfPoster } from '../posters/link.js';
import { stickerDrawing } from '../posters/sticker.js';
import { loadTypefaces } from '../posters/typeface.js';
import { inkSaving, onA5 } from '../posters/variants.js';
import { drawingsToPdf } from '../posters/write-pdf.js';
import { drawingToSvg } from '../posters/write-svg.js';
import { AppError } from '../shared/errors.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE = [
  'Cách dùng: npm run posters -- [mã thủ tục …] [--place "Quầy số 3"] [--counter] [--size a4|a5|sticker] [--ink-saving] [--page TÊN] [--out THƯ_MỤC]',
  '  không ghi mã thủ tục: mỗi thủ tục một tờ     --counter: một tờ chung, mở menu',
  '  --size: a4, a5 hoặc sticker (tem 100 × 60 mm)   --ink-saving: in đen trắng, không tô nền',
  '  --place: nơi dán, để thống kê đếm theo nơi   --page: phần sau m.me/ (mặc định FACEBOOK_PAGE_ID)',
].join('\n');

const OPTIONS = {
  place: { type: 'string' },
  counter: { type: 'boolean', default: false },
  page: { type: 'string' },
  size: { type: 'string', default: 'a4' },
  'ink-saving': { type: 'boolean', default: false },
  out: { type: 'string', default: 'to-dan-qr' },
  ...TODAY_OPTION,
} as const;

/** Print-ready pages with a QR code, each as SVG and PDF, and all in one PDF. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const config = processConfig();
  const page = values.page ?? config.page?.id;
  if (page === undefined)
    throw new AppError('BAD_POSTER', 'Chưa biết Fanpage nào.', {
      remedy: 'Thêm --page và phần sau m.me/ của trang, hoặc điền FACEBOOK_PAGE_ID trong .env.',
    });
  const content = await contentOf(config.contentDir, commandDay(values.today));
  const procedures = values.counter ? [undefined] : chosen(content, positionals);
  if (values.place !== undefined) warnIfUnknown(content, values.place);
  const common = {
    authority: authorityOf(content, config.authority),
    sentences: content.sentences,
    page,
    ...(values.place === undefined ? {} : { place: values.place }),
  };
  const faces = loadTypefaces();
  const draw = drawingOf(faces, values);
  const where = `${values.size === 'a4' ? '' : `-${values.size}`}${values.place === undefined ? '' : `-${placeOfPoster(values.place)}`}`;
  await mkdir(values.out, { recursive: true });
  const drawings: Drawing[] = [];
  for (const [index, procedure] of procedures.entries()) {
    const drawing = draw({ ...common, ...(procedure === undefined ? {} : { procedure }) });
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

function drawingOf(
  faces: ReturnType<typeof loadTypefaces>,
  { size, 'ink-saving': saving }: { size: string; 'ink-saving': boolean },
): (poster: PosterText) => Drawing {
  const sizes: Record<string, (poster: PosterText) => Drawing> = {
    a4: (poster) => posterDrawing(faces, poster),
    a5: (poster) => onA5(posterDrawing(faces, poster)),
    sticker: (poster) => stickerDrawing(faces, poster),
  };
  const draw = sizes[size];
  if (draw === undefined)
    throw new AppError('BAD_POSTER', `Không có cỡ giấy "${size}".`, {
      remedy: 'Ghi --size a4, --size a5 hoặc --size sticker.',
    });
  return (poster) => (saving ? inkSaving(draw(poster)) : draw(poster));
}

async function contentOf(root: string, today: string): Promise<Content> {
  const { content } = await loadContent(root, today);
  if (content !== null) return content;
  throw new AppError('CONTENT_INVALID', 'Nội dung đang có lỗi nên chưa in được.', {
    remedy: 'Chạy "npm run content:check" và sửa các lỗi trước.',
  });
}

/** Anybody can make a link with any place in it, so statistics name only those that staff listed. */
function warnIfUnknown(content: Content, place: string): void {
  if (posterPlaces(content).has(placeOfPoster(place))) return;
  process.stderr.write(
    `Lưu ý: "${place}" chưa có trong poster_places của procedures/shared/offices.yml; thống kê sẽ đếm vào "Khác" cho đến khi thêm.\n`,
  );
}

function chosen(content: Content, ids: readonly string[]): Procedure[] {
  if (ids.length === 0) return [...content.procedures.values()];
  return ids.map((id) => {
    const found = content.procedures.get(id);
    if (found !== undefined) return found;
    throw new AppError('BAD_POSTER', `Không có thủ tục nào mang mã "${id}".`, {
      remedy: 'Mã là tên tệp trong thư mục procedures/, không có đuôi .yml.',
    });
  });
}
