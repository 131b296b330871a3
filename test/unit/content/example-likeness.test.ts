import { expect } from 'chai';
import { isCopy, nearPairs, nearPairsOf, wording } from '../../../src/content/checks/example-likeness.js';
import { nearest } from '../../../src/content/nearest.js';

describe('Two wordings', () => {
  const same = (a: string, b: string) => isCopy(wording(a), wording(b));

  it('are the same however they are typed', () => {
    expect(same('Xin cấp mã số thuế?', 'xin cap ma so thue')).to.be.true;
    expect(same('thuế hoà giải', 'thuế hòa giải')).to.be.true;
  });

  it('are not the same when their marks say different words', () => {
    expect(same('thuế đất', 'thuê đất')).to.be.false;
    expect(same('thue dat', 'thuê đất')).to.be.true;
  });

  it('are near when one is the other with a word more', () => {
    const texts = [
      'em mới đi làm chưa có mã số thuế',
      'nộp thuế đất ở đâu vậy anh',
      'em mới đi làm nên chưa có mã số thuế',
      'quyết toán thuế năm nay làm sao',
    ];
    expect(nearPairs(texts.map(wording))).to.deep.equal([[0, 2]]);
  });

  it('are not near when they ask for the same thing in other words, or are very short', () => {
    expect(nearPairs(['xin mst lần đầu cần giấy gì', 'làm mã số thuế phải mang theo chi'].map(wording))).to.be
      .empty;
    expect(nearPairs(['mst', 'mst?'].map(wording))).to.be.empty;
  });

  it('are found among three thousand as a comparison of all with all finds them', () => {
    const texts = Array.from({ length: 3000 }, (_, index) => sentence(index));
    texts[2999] = `${texts[17] ?? ''} a`;
    const pairs = nearPairs(texts.map(wording));
    expect(pairs).to.deep.include([17, 2999]);
    const sample = texts.slice(0, 150).map(wording);
    expect(nearPairs(sample)).to.have.length(bruteForce(sample.map(({ key }) => key)));
  });

  it('of which some are being written are compared with all: the same pairs as of all with all, where one of them is in it', () => {
    const texts = Array.from({ length: 1000 }, (_, index) => sentence(index));
    const nearly = (index: number, more: string) => `${texts[index] ?? ''} ${more}`;
    texts.push(nearly(17, 'a'), nearly(900, 'a'), nearly(900, 'o'), nearly(3, 'a'), 'mst', 'mst');
    const wordings = texts.map(wording);
    const pairs = nearPairs(wordings);
    expect(pairs).to.deep.include.members([
      [900, 1001],
      [900, 1002],
    ]);
    for (const own of [[17, 1001, 1004], [900, 1001, 1002], [3], [5], [], texts.map((_, index) => index)]) {
      const isOwn = (position: number) => own.includes(position);
      const expected = pairs.filter((pair) => pair.some(isOwn));
      expect(nearPairsOf(wordings, isOwn)).to.have.deep.members(expected);
    }
  });
});

describe('The nearest right word', () => {
  const keys = ['summary', 'time_limit', 'legal_basis', 'checked_on'];

  it('is found past a slip, marks and hyphens', () => {
    expect(nearest('sumary', keys)).to.equal('summary');
    expect(nearest('legal-basis', keys)).to.equal('legal_basis');
    expect(nearest('cheked_on', keys)).to.equal('checked_on');
  });

  it('is not guessed from a word that is far from all', () => {
    expect(nearest('ghi_chu', keys)).to.equal(undefined);
  });
});

/** Sentences of made-up syllables, the same in every run. */
function sentence(seed: number): string {
  let state = seed * 2654435761 + 1;
  return Array.from({ length: 6 }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return `${'bcdghklmnpqrstvx'[state % 16] ?? ''}${'aeiouy'[Math.floor(state / 16) % 6] ?? ''}${'cmnpt'[Math.floor(state / 128) % 5] ?? ''}`;
  }).join(' ');
}

function bruteForce(keys: readonly string[]): number {
  const sets = keys.map((key) => {
    const padded = ` ${key} `;
    return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
  });
  let near = 0;
  sets.forEach((a, i) =>
    sets.slice(i + 1).forEach((b) => {
      const shared = [...a].filter((gram) => b.has(gram)).length;
      if (shared / (a.size + b.size - shared) >= 0.8) near += 1;
    }),
  );
  return near;
}
