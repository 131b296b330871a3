import { expect } from 'chai';
import { readContentFiles } from '../../../../src/content/content-files.js';
import { checkContent } from '../../../../src/content/load.js';
import type { Problem } from '../../../../src/content/problem.js';
import { DAY } from './real-decisions.js';
import { DECISION, FACTS, RATE, SLIPS } from './slips.js';
import { FIXTURE_ROOT, TODAY } from '../fixture-root.js';

describe('A decision that staff broke by hand', () => {
  const problemsOf = async (decision: string, formula = 'gia * thue_suat'): Promise<Problem[]> => {
    const { files } = await readContentFiles(FIXTURE_ROOT);
    const text = decision.replace('gia * thue_suat', formula);
    const rated = files.map((file) =>
      file.path === 'procedures/shared/rates.yml'
        ? { ...file, text: `${file.text.trimEnd()}\n${RATE}` }
        : file,
    );
    const own = [
      { path: 'procedures/decisions/facts.yml', text: FACTS },
      { path: 'procedures/decisions/ban-nha.yml', text },
    ];
    return checkContent([...rated, ...own], 'thử', DAY).problems.filter(({ file }) =>
      file.startsWith('procedures/decisions'),
    );
  };

  it('is fine before', async () => {
    expect(await problemsOf(DECISION)).to.deep.equal([]);
  });

  for (const { when, replace, formula, line, says, advises } of SLIPS)
    it(`when ${when}, says so at its line and what to write`, async () => {
      expect(DECISION).to.include(replace[0]);
      const problems = await problemsOf(
        DECISION.replace(replace[0], () => replace[1]),
        formula,
      );
      const told = problems.find(({ message }) => says.test(message));
      expect(told, JSON.stringify(problems, null, 1)).to.not.equal(undefined);
      expect(told?.line, told?.message).to.equal(line);
      expect(told?.remedy).to.match(advises);
      expect(told?.severity).to.equal('error');
    });

  for (const [named, says] of [
    ['Dạ, được miễn tới 31/12/2026.', /nói tới ngày 31\/12\/2026.*mãi về sau/],
    ['Dạ, được miễn phần 500.000.', /"500\.000" không có đơn vị/],
  ] as const)
    it(`is told that “${named}” cannot be said on every day or to everyone`, async () => {
      const [problem, ...others] = await problemsOf(DECISION.replace('Dạ, được miễn.', named));
      expect(others).to.deep.equal([]);
      expect(problem).to.include({ severity: 'warning', line: 19 });
      expect(problem?.message).to.match(says);
    });

  it('may say from when something holds', async () => {
    const begins = DECISION.replace('Dạ, được miễn.', 'Dạ, được miễn từ 01/07/2026, phần 500.000 đồng.');
    expect(await problemsOf(begins)).to.deep.equal([]);
  });

  it('is told of a rate that has run out, but the content stays up', async () => {
    const { files } = await readContentFiles(FIXTURE_ROOT);
    const ended = RATE.replace('    basis', '    to: 2026-11-23\n    basis');
    const { content, problems } = checkContent(
      [
        ...files.map((file) =>
          file.path === 'procedures/shared/rates.yml'
            ? { ...file, text: `${file.text.trimEnd()}\n${ended}` }
            : file,
        ),
        { path: 'procedures/decisions/facts.yml', text: FACTS },
        { path: 'procedures/decisions/ban-nha.yml', text: DECISION.replaceAll('2026-11-26', '2026-11-20') },
      ],
      'thử',
      TODAY,
    );
    expect(problems.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    expect(content).to.not.equal(null);
    expect(problems.map(({ message }) => message).join('\n')).to.match(
      /Mức "pit-house-transfer" không có hiệu lực ngày 2026-11-24/,
    );
  });
});
