import { expect } from 'chai';
import { encodePayload } from '../../../src/conversation/payloads.js';
import type { FactValue } from '../../../src/conversation/state/told-facts.js';
import { shippedContent } from '../content/decisions/real-decisions.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

describe('the buttons under a calculation', () => {
  it('count another kind of vehicle as a new one, as words do, and not as the used one spoken of before', async () => {
    const { matcher, acts } = sampleKnowledge();
    const anh = new Citizen({ content: await shippedContent(), matcher, acts });
    const tell = (fact: string, value: FactValue) =>
      anh.send({
        kind: 'button',
        payload: encodePayload({
          kind: 'fact',
          decision: 'le-phi-truoc-ba-xe',
          fact,
          value: JSON.stringify(value),
        }),
      });
    await tell('loai_xe', { kind: 'choice', value: 'o_to' });
    await tell('gia_xe', { kind: 'money', amount: 400_000_000 });
    expect(await tell('tinh_trang_xe', { kind: 'choice', value: 'cu' })).to.match(/8 triệu/);
    expect(await tell('loai_xe', { kind: 'choice', value: 'o_to_dien' })).to.match(
      /0% nên không phải đóng tiền/,
    );
  });
});
