import { expect } from 'chai';
import { readContentFiles } from '../../../src/content/content-files.js';
import { parse } from 'yaml';
import { indexes, valueOfForm } from '../../../src/content/forms/form-value.js';
import { fieldsOf, writtenFields } from '../../../src/content/forms/form-fields.js';
import { formOfFile } from '../../../src/content/forms/file-form.js';
import {
  keyOf,
  plainAt,
  samePlain,
  withEmptyLists,
  withPlain,
  type Plain,
} from '../../../src/content/forms/plain.js';
import { editedYaml } from '../../../src/content/forms/yaml-edit.js';

const FILE = `# what is written above stays
id: thu
name: Tên cũ # as the law says
summary: >-
  Dạ, câu thứ nhất
  kéo dài hai dòng.
papers:
  # the first one is the form
  - name: Tờ khai
    form: Mẫu 01
  - name: Căn cước
steps:
  - Bước một.
  - text: Bước hai.
    link: { title: "Mở trang", url: "https://vi.du" }
  - Bước ba.
ask: ["một", "hai"]
checked_on: 2026-11-26
`;

const read = (text: string): Plain => parse(text) as Plain;
const edited = (path: (string | number)[], value: Plain | undefined) =>
  editedYaml(FILE, withPlain(read(FILE), path, value) ?? null);

/** Lines that are not in the other text, each with its sign. */
function differences(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

describe('a file that is edited on the web', () => {
  it('keeps every byte when nothing is changed', () => {
    expect(editedYaml(FILE, read(FILE))).to.equal(FILE);
  });

  it('changes the line of a sentence and no other, and keeps the remark behind it', () => {
    expect(differences(FILE, edited(['name'], 'Tên mới'))).to.deep.equal([
      '-name: Tên cũ # as the law says',
      '+name: Tên mới # as the law says',
    ]);
  });

  it('quotes what YAML would read otherwise', () => {
    const text = edited(['papers', 1, 'name'], 'Nơi nộp: xã # 3');
    expect(differences(FILE, text)).to.deep.equal(['-  - name: Căn cước', '+  - name: "Nơi nộp: xã # 3"']);
  });

  it('changes a value within braces and nothing else in the file', () => {
    expect(differences(FILE, edited(['steps', 1, 'link', 'title'], 'Mở trang, xem'))).to.deep.equal([
      '-    link: { title: "Mở trang", url: "https://vi.du" }',
      '+    link: { title: "Mở trang, xem", url: "https://vi.du" }',
    ]);
    expect(differences(FILE, edited(['ask'], ['một', 'ba']))).to.deep.equal([
      '-ask: ["một", "hai"]',
      '+ask: ["một", "ba"]',
    ]);
  });

  it('writes that line alone when what stands within braces gets a part or loses one', () => {
    const link = { title: 'Mở', url: 'https://vi.du', from: '2026-12-01' };
    expect(differences(FILE, edited(['steps', 1, 'link'], link))).to.deep.equal([
      '-    link: { title: "Mở trang", url: "https://vi.du" }',
      '+    link: { title: Mở, url: https://vi.du, from: 2026-12-01 }',
    ]);
    expect(differences(FILE, edited(['steps', 1, 'link', 'title'], undefined))).to.deep.equal([
      '-    link: { title: "Mở trang", url: "https://vi.du" }',
      '+    link: { url: https://vi.du }',
    ]);
  });

  it('keeps a folded text folded', () => {
    const text = edited(['summary'], 'Dạ, câu khác.');
    expect(text).to.contain('summary: >-\n  Dạ, câu khác.\npapers:\n  # the first one');
  });

  it('puts a step in, takes one out, and leaves those beside them alone', () => {
    const steps = ['Bước không.', 'Bước một.', 'Bước ba.', { text: 'Bước bốn: xong.', until: '2026-12-31' }];
    const text = edited(['steps'], steps);
    expect(plainAt(read(text), ['steps'])).to.deep.equal(steps);
    expect(differences(FILE, text)).to.deep.equal([
      '-  - text: Bước hai.',
      '-    link: { title: "Mở trang", url: "https://vi.du" }',
      '+  - Bước không.',
      '+  - text: "Bước bốn: xong."',
      '+    until: 2026-12-31',
    ]);
  });

  it('adds an item where the form has it, and drops one', () => {
    expect(differences(FILE, edited(['papers', 1, 'note'], 'Bản sao'))).to.deep.equal(['+    note: Bản sao']);
    expect(differences(FILE, edited(['papers', 0, 'form'], undefined))).to.deep.equal(['-    form: Mẫu 01']);
    expect(differences(FILE, edited(['papers'], undefined))).to.include('-  - name: Tờ khai');
  });

  it('keeps a list within brackets within brackets', () => {
    expect(edited(['ask'], ['một', 'ba, bốn'])).to.contain('\nask: ["một", "ba, bốn"]\n');
  });

  it('refuses a file that YAML cannot read', () => {
    expect(() => editedYaml('a: [', { a: 1 })).to.throw(/lỗi trình bày/);
  });
});

describe('the forms of all files there are', () => {
  it('give back what the files say when nothing is changed in them', async function () {
    this.timeout(60_000);
    const { files } = await readContentFiles(process.cwd());
    let forms = 0;
    for (const { path, text } of files) {
      const shape = formOfFile(path);
      if (shape === undefined) continue;
      forms += 1;
      const value = read(text);
      const form = new URLSearchParams(writtenFields(fieldsOf(shape, value)));
      expect(indexes(form, 'v')).to.deep.equal([]);
      const back = withEmptyLists(value, valueOfForm(shape, form));
      expect(samePlain(back, value), `${path}\n${JSON.stringify(back).slice(0, 300)}`).to.equal(true);
    }
    expect(forms).to.be.above(190);
  });

  it('write one changed sentence as one change, in every file', async function () {
    this.timeout(60_000);
    const { files } = await readContentFiles(process.cwd());
    for (const { path, text } of files.filter((file) => formOfFile(file.path) !== undefined)) {
      const value = read(text);
      const place = placeOfText(value);
      const wanted = withPlain(value, place, 'Câu mới: thử.') ?? null;
      const after = editedYaml(text, wanted);
      expect(samePlain(read(after), wanted), path).to.equal(true);
      const before = keyOf(plainAt(value, place)).length;
      expect(Math.abs(after.length - text.length), path).to.be.below(before + 60);
    }
  });
});

/** Where the last text in a file stands. */
function placeOfText(value: Plain): (string | number)[] {
  if (typeof value !== 'object' || value === null) return [];
  const [last] = Object.entries(value).at(-1) ?? [''];
  const inner = (value as Record<string, Plain>)[last] ?? null;
  return [Array.isArray(value) ? Number(last) : last, ...placeOfText(inner)];
}
