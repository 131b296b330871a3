import { expect } from 'chai';
import { trainingExamples } from '../../../src/content/training-examples.js';
import type { Content } from '../../../src/content/types.js';
import { SAMPLE_CONTENT } from '../../support/sample-content.js';

/** The sample catalogue, where refunds have one common question, asked in these words. */
function asking(...ask: string[]): Content {
  const refund = SAMPLE_CONTENT.procedures.get('hoan-thue');
  if (refund === undefined) throw new Error('the sample has no entry on refunds');
  const questions = [{ ask, answer: 'Dạ, tuỳ trường hợp.' }];
  return {
    ...SAMPLE_CONTENT,
    procedures: new Map([...SAMPLE_CONTENT.procedures, [refund.id, { ...refund, questions }]]),
  };
}

const learnt = (content: Content) => trainingExamples(content).map(({ text }) => text);

describe('what the matcher learns from the common questions of an entry', () => {
  it('is each wording that names its matter', () => {
    const wordings = ['người mất rồi có được hoàn thuế tncn không', 'hoan thua duoi 50 nghin co duoc khong'];
    expect(learnt(asking(...wordings))).to.include.members(wordings);
  });

  it('is no wording that could ask of any matter', () => {
    const wordings = ['nộp ở đâu', 'hạn là khi nào', 'can giay gi', 'có phải nộp thêm không'];
    expect(learnt(asking(...wordings))).not.to.include.any.members(wordings);
  });

  it('is no wording of somebody who has the entry before them, whatever words it holds', () => {
    const within = 'tiền hoàn thuế chưa thấy về';
    const content = asking('chưa thấy tiền hoàn thuế về');
    const [question] = content.procedures.get('hoan-thue')?.questions ?? [];
    if (question !== undefined) question.askWithin = [within];
    expect(learnt(content)).to.include('chưa thấy tiền hoàn thuế về').and.not.to.include(within);
  });

  it('is no wording that another entry is asked in as well', () => {
    const [example] = SAMPLE_CONTENT.intents.get('mon-bai')?.examples ?? [];
    const content = asking(example ?? '', 'chưa thấy tiền hoàn thuế về');
    const owners = trainingExamples(content).filter(({ text }) => text === example);
    expect(owners.map(({ intent }) => intent)).to.deep.equal(['mon-bai']);
  });
});
