import { placeSlug } from '../content/poster-places.js';
import { AppError } from '../shared/errors.js';

/** Where a poster hangs and what it opens; without a procedure it opens the menu. */
export interface PosterLink {
  /** The Page's name or id, as in `m.me/<page>`. */
  page: string;
  procedure?: string;
  place?: string;
}

/** Messenger takes only these in a `ref`. */
const REF = /^[A-Za-z0-9=_-]{0,200}$/;

/**
 * The address behind a QR code. Its `ref` names the procedure (`p`) and the place (`o`), so that threads opened by it can
 * be counted by where it hangs. Throws `BAD_POSTER` for a page or place that can't stand in an address.
 */
export function posterLink({ page, procedure, place }: PosterLink): string {
  if (!/^[A-Za-z0-9.]+$/.test(page)) {
    throw new AppError('BAD_POSTER', `Tên Fanpage "${page}" không đúng.`, {
      remedy: 'Ghi phần sau m.me/ của trang, chỉ gồm chữ không dấu, số và dấu chấm; hoặc ID của trang.',
    });
  }
  const pairs = [
    ...(procedure === undefined ? [] : [`p=${procedure}`]),
    ...(place === undefined ? [] : [`o=${placeOfPoster(place)}`]),
  ];
  const ref = pairs.join('_');
  if (!REF.test(ref)) throw new AppError('BAD_POSTER', `Không tạo được liên kết cho "${ref}".`);
  return `https://m.me/${page}${ref === '' ? '' : `?ref=${ref}`}`;
}

/** What a link names the place by. Throws `BAD_POSTER` where nothing is left of it. */
export function placeOfPoster(place: string): string {
  const slug = placeSlug(place);
  if (slug !== '') return slug;
  throw new AppError('BAD_POSTER', `Nơi dán "${place}" không có chữ hay số nào.`, {
    remedy: 'Ghi tên nơi dán, ví dụ --place "Quầy số 3".',
  });
}
