import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadContent } from '../../../src/content/load.js';
import { contentFolder } from '../../support/content-folder.js';

const FILE = 'procedures/shared/sentences.yml';

/** The test content with another line in the file of sentences; no line: the sentence is left out. */
async function withLine(key: string, line: string) {
  const root = contentFolder('test/fixtures/content');
  const path = join(root, FILE);
  const written = readFileSync(path, 'utf8');
  const changed = written.replace(
    new RegExp(`^  ${key}: .*\\n`, 'mu'),
    line === '' ? '' : `  ${key}: ${line}\n`,
  );
  expect(changed).not.to.equal(written);
  writeFileSync(path, changed);
  const { content, problems } = await loadContent(root, '2026-11-24');
  return { content, found: problems.filter(({ file }) => file === FILE) };
}

describe('the bot’s own sentences, as staff write them', () => {
  it('fit where they are shown: a button of 21 characters, a label on two lines are refused', async () => {
    const long = await withLine('button_person', 'Gặp cán bộ thuế ngay!');
    expect(long.found.map(({ message }) => message)).to.deep.equal([
      'Dài 21 ký tự, chỗ này chỉ hiện được 20.',
    ]);
    expect(long.content).to.equal(null);
    const parted = await withLine('label_who', '"Ai\\nlàm"');
    expect(parted.found.map(({ message }) => message)).to.deep.equal(['Chữ ở đây chỉ được một dòng.']);
  });

  it('of an office with a folder of its own need not know those of a newer program: the shipped wording is used, and staff are told', async () => {
    const { content, found } = await withLine('button_person', '');
    expect(content?.sentences.get('button_person')).to.deep.equal(['Gặp cán bộ']);
    expect(found).to.have.length(1);
    expect(found[0]).to.include({ severity: 'warning' });
    expect(found[0]?.message).to.contain('button_person');
  });
});
