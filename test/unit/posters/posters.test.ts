import { expect } from 'chai';
import decodeQR from 'qr/decode.js';
import { PAGE, type Drawing, type DrawnShape } from '../../../src/posters/drawing.js';
import { posterFacts } from '../../../src/posters/poster-facts.js';
import { posterDrawing } from '../../../src/posters/layout.js';
import type { PosterText } from '../../../src/posters/poster-text.js';
import { placeOfPoster, posterLink } from '../../../src/posters/link.js';
import { stickerDrawing } from '../../../src/posters/sticker.js';
import { inkSaving, onA5 } from '../../../src/posters/variants.js';
import { loadTypefaces, widthOf } from '../../../src/posters/typeface.js';
import { drawingsToPdf } from '../../../src/posters/write-pdf.js';
import { drawingToSvg } from '../../../src/posters/write-svg.js';
import { referralOf } from '../../../src/conversation/pressed.js';
import { loadContent } from '../../../src/content/load.js';
import type { Procedure } from '../../../src/content/types.js';
import { SAMPLE_CONTENT } from '../../support/sample-content.js';
import { contentFolder } from '../../support/content-folder.js';

const faces = loadTypefaces();
const { sentences } = SAMPLE_CONTENT;
const POSTER = {
  authority: 'Thuế thành phố Đà Nẵng',
  sentences,
  page: 'ThueThu',
  place: 'Quầy số 3, Hội An',
};

/** The page as a scanner sees it: three pixels a point, black where a black box lies. */
function scanned({ page, shapes }: Drawing): { width: number; height: number; data: Uint8Array } {
  const [width, height] = [Math.round(page.width * 3), Math.round(page.height * 3)];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (const shape of shapes) {
    if (shape.kind !== 'box' || shape.colour !== '#000000') continue;
    for (let y = Math.round(shape.y * 3); y < Math.round((shape.y + shape.height) * 3); y++)
      for (let x = Math.round(shape.x * 3); x < Math.round((shape.x + shape.width) * 3); x++)
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return { width, height, data };
}

const topOf = (shape: DrawnShape) => (shape.kind === 'box' ? shape.y : shape.baseline - shape.size);
const isWhite = (shape: DrawnShape) => shape.colour === '#ffffff';
/** A module of the code, or several side by side: no line across the page. */
const isSquare = (shape: DrawnShape) =>
  shape.kind === 'box' && shape.colour === '#000000' && shape.width < 300 && shape.height > 1.3;

describe('a poster with a QR code', function () {
  // Every size is laid out and read again: minutes on a machine whose cores are busy.
  this.timeout(600_000);
  let procedures: Procedure[];
  before(async () => {
    const { content } = await loadContent(contentFolder('test/fixtures/content'), '2026-11-24');
    procedures = [...(content?.procedures.values() ?? [])];
  });

  it('leads to the procedure, and says where it hangs', () => {
    const link = posterLink({ page: 'ThueThu', procedure: 'dang-ky-thue-ca-nhan', place: 'Quầy số 3' });
    expect(link).to.equal('https://m.me/ThueThu?ref=p=dang-ky-thue-ca-nhan_o=quay-so-3');
    expect(referralOf(link.split('?ref=')[1])).to.deep.equal({
      procedure: 'dang-ky-thue-ca-nhan',
      place: 'quay-so-3',
    });
  });

  it('refuses a Page’s name that no address can hold, and a place without a letter', () => {
    expect(() => posterLink({ page: 'Thuế Đà Nẵng' })).to.throw(/Tên Fanpage/);
    expect(() => placeOfPoster('!!!')).to.throw(/Nơi dán/);
  });

  it('is read by a scanner as the very link', () => {
    for (const procedure of procedures) {
      const link = posterLink({ ...POSTER, procedure: procedure.id });
      expect(decodeQR(scanned(posterDrawing(faces, { ...POSTER, procedure })))).to.equal(link);
    }
  });

  it('names three facts, each a whole sentence', () => {
    for (const procedure of procedures) {
      const facts = posterFacts(procedure, sentences);
      expect(facts, procedure.id).to.have.length(3);
      for (const { value } of facts) expect(value.length).to.be.within(1, 120);
    }
  });

  it('gives a fact that is too long for the page up for the next', () => {
    const [first] = procedures;
    if (first === undefined) throw new Error('no procedure');
    const long = { ...first, papers: [], timeLimit: `${'rất '.repeat(40)}lâu.`, fee: 'Không thu.' };
    expect(posterFacts(long, sentences)[0]).to.deep.equal({ label: 'Phí, lệ phí', value: 'Không thu.' });
  });

  it('says on the page whose law it rests on, when it was checked and that a machine answers, in the words of staff', () => {
    const procedure = procedures.find(({ legalBasis }) => legalBasis[0]?.inForce !== undefined);
    if (procedure === undefined) throw new Error('no procedure');
    const own = new Map([
      ...sentences,
      ['poster_machine', ['Máy trả lời, hỏi lại cán bộ khi cần.']] as const,
    ]);
    const { shapes } = posterDrawing(faces, { ...POSTER, procedure, sentences: own });
    const words = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])).join(' ');
    expect(words).to.match(
      /Căn cứ: .+ \(hiệu lực từ \d\d\/\d\d\/\d{4}\)\. Kiểm tra ngày \d\d\/\d\d\/\d{4}\. Máy trả lời, hỏi lại cán bộ khi cần\./u,
    );
  });

  it('keeps every line within the page’s margins', () => {
    const drawings = [undefined, ...procedures].map((procedure) =>
      posterDrawing(faces, procedure === undefined ? POSTER : { ...POSTER, procedure }),
    );
    for (const { shapes } of drawings)
      for (const shape of shapes) {
        if (shape.kind !== 'text') continue;
        const right = shape.x + widthOf(faces[shape.weight], shape.text, shape.size);
        expect(right, shape.text).to.be.at.most(PAGE.width - 40);
        expect(shape.baseline, shape.text).to.be.at.most(PAGE.height - 30);
      }
  });

  it('asks nobody to file what is only told', () => {
    const [first] = procedures;
    if (first === undefined) throw new Error('no procedure');
    const where = 'Trên ứng dụng eTax Mobile.';
    const told = {
      ...first,
      kind: 'information' as const,
      papers: [],
      timeLimit: '',
      fee: '',
      when: '',
      where,
    };
    expect(posterFacts(told, sentences)).to.deep.include({ label: 'Làm ở đâu', value: where });
  });

  it('lays nothing over the code, whatever the lengths', async () => {
    const { content } = await loadContent(process.cwd(), '2026-11-26');
    const all = [...(content?.procedures.values() ?? [])];
    const [first] = all;
    if (first === undefined) throw new Error('no procedure');
    const sentence = (length: number) =>
      `${'giấy tờ '
        .repeat(20)
        .slice(0, length - 1)
        .trim()}.`;
    const longest = {
      ...first,
      name: sentence(80),
      papers: [{ name: sentence(118) }],
      timeLimit: sentence(119),
      fee: sentence(119),
    };
    for (const procedure of [...all, longest]) {
      const { shapes } = posterDrawing(faces, { ...POSTER, procedure });
      const top = Math.min(
        ...shapes.flatMap((shape) => (shape.kind === 'box' && shape.colour === '#000000' ? [shape.y] : [])),
      );
      const above = shapes.filter((shape) => shape.kind === 'box' && shape.colour === '#e8f3ef');
      expect(above, procedure.id).to.not.have.length(0);
      for (const shape of above)
        if (shape.kind === 'box') expect(shape.y + shape.height, procedure.id).to.be.below(top - 10);
    }
  });

  describe('in every size and with little ink', () => {
    const sizes: [name: string, draw: (poster: PosterText) => Drawing][] = [
      ['A4', (poster) => posterDrawing(faces, poster)],
      ['A5', (poster) => onA5(posterDrawing(faces, poster))],
      ['sticker', (poster) => stickerDrawing(faces, poster)],
    ];
    let all: PosterText[];
    before(async () => {
      const { content } = await loadContent(process.cwd(), '2026-11-26');
      const entries = [...(content?.procedures.values() ?? [])];
      all = [POSTER, ...entries.map((procedure) => ({ ...POSTER, procedure }))];
      expect(all.length).to.be.greaterThan(50);
    });

    for (const [name, draw] of sizes) {
      it(`has nothing over the code and every word on the page, on ${name}`, () => {
        for (const poster of all) {
          const { page, shapes } = draw(poster);
          const code = shapes.filter((shape) => shape.kind === 'box' && shape.colour === '#000000');
          const [left, top] = [Math.min(...code.map(({ x }) => x)), Math.min(...code.map(topOf))];
          const right = Math.max(...code.map((box) => box.x + (box.kind === 'box' ? box.width : 0)));
          const below = Math.max(...code.map((box) => (box.kind === 'box' ? box.y + box.height : 0)));
          for (const shape of shapes) {
            if (shape.kind !== 'text') continue;
            const end = shape.x + widthOf(faces[shape.weight], shape.text, shape.size);
            const beside = shape.x > right || end < left;
            expect(
              beside || shape.baseline + shape.size * 0.3 < top || topOf(shape) > below,
              shape.text,
            ).to.equal(true);
            expect(end, shape.text).to.be.at.most(page.width);
            expect(shape.baseline + shape.size * 0.3, shape.text).to.be.at.most(page.height);
          }
        }
      });

      it(`has no coloured area and no colour on ${name} where ink is saved, and the same code`, () => {
        const link = posterLink(POSTER);
        const { page, shapes } = inkSaving(draw(POSTER));
        expect(decodeQR(scanned({ title: '', page, shapes: shapes.filter(isSquare) }))).to.equal(link);
        const inked = shapes.reduce(
          (sum, shape) =>
            sum +
            (shape.kind === 'box' && !isWhite(shape) && !isSquare(shape) ? shape.width * shape.height : 0),
          0,
        );
        expect(inked / (page.width * page.height)).to.be.below(0.005);
        for (const shape of shapes) if (shape.kind === 'text') expect(shape.colour).to.equal('#000000');
      });
    }

    it('is an SVG and a PDF page of its size', async () => {
      const drawing = stickerDrawing(faces, POSTER);
      expect(drawingToSvg(faces, drawing)).to.match(/^<svg [^>]*width="100mm" height="60mm"/);
      const pdf = (await drawingsToPdf(faces, [drawing])).toString('latin1');
      expect(pdf).to.match(/\/MediaBox \[0 0 283\.46 170\.08\]/);
    });
  });

  it('is one SVG that needs no font, and one PDF page', async () => {
    const drawing = posterDrawing(faces, POSTER);
    const svg = drawingToSvg(faces, drawing);
    expect(svg)
      .to.match(/^<svg [^>]*width="210mm" height="297mm"/)
      .and.not.to.include('<text');
    const pdf = (await drawingsToPdf(faces, [drawing])).toString('latin1');
    expect(pdf.slice(0, 5)).to.equal('%PDF-');
    expect(pdf.match(/\/Type \/Page\b/g)).to.have.length(1);
  });
});
