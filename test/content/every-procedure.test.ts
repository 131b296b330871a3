import { expect } from 'chai';
import { loadContent } from '../../src/content/load.js';
import type { Content, Procedure } from '../../src/content/types.js';
import { decodePayload } from '../../src/conversation/payloads.js';
import type { Reply } from '../../src/conversation/types.js';
import { refusalOf } from '../../src/simulator/fake-graph-api/limits.js';
import { renderReply } from '../../src/messenger/send/render.js';
import { Citizen } from '../support/citizen.js';
import { understandingOf } from '../support/trained.js';
import { ONCE_CHECKED } from '../support/days.js';


function expectReadable(replies: readonly Reply[], where: string): void {
  expect(replies, where).not.to.be.empty;
  for (const reply of replies) {
    expect(reply.text, where).not.to.match(/undefined|\bnull\b|NaN|\[object|ĐIỀN:/u);
    expect(reply.text.trim(), where).not.to.equal('');
    for (const message of renderReply(reply)) {
      const body = { recipient: { id: '1' }, messaging_type: 'RESPONSE', message };
      expect(refusalOf(body), `${where}: ${reply.text}`).to.be.null;
    }
    if (reply.kind !== 'buttons') continue;
    for (const button of reply.buttons)
      if (button.type === 'link') expect(button.url, where).to.match(/^https:\/\/\S+$/);
  }
}

/** Part and step of the guide that is open. */
function placeOf({ state }: Citizen): string {
  return `${state?.guide?.part ?? ''} ${state?.guide?.step ?? ''}`;
}

describe('the whole catalogue, walked through as a citizen would', () => {
  let content: Content;
  let knowledge: ReturnType<typeof understandingOf>;

  before(async function () {
    this.timeout(600_000);
    const loaded = (await loadContent('.', ONCE_CHECKED)).content;
    if (loaded === null) throw new Error('the content has faults: npm run content:check');
    content = loaded;
    knowledge = understandingOf(content);
  });

  const citizen = () => new Citizen(knowledge);
  const each = async (walk: (procedure: Procedure) => Promise<void>): Promise<void> => {
    for (const procedure of content.procedures.values()) await walk(procedure);
  };

  it('opens each entry when its name is typed, with and without diacritics', async () => {
    const missed: string[] = [];
    await each(async ({ id, name }) => {
      for (const typed of [name, name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd')]) {
        const someone = citizen();
        await someone.say(typed);
        const offered = someone.choices().some(({ payload }) => {
          const decoded = decodePayload(payload);
          if (decoded?.kind === 'open') return decoded.procedure === id;
          return decoded?.kind === 'intent' && (decoded.intent === id || procedureOf(decoded.intent) === id);
        });
        if (someone.last?.procedure !== id && !offered) missed.push(`${typed} → ${someone.last?.procedure ?? someone.last?.outcome ?? ''}`);
        if (someone.last?.outcome === 'answered_question') missed.push(`${typed} → one of its questions`);
        expectReadable(someone.replies, typed);
      }
    });
    expect(missed).to.deep.equal([]);
  });

  function procedureOf(intent: string): string | undefined {
    const target = content.intents.get(intent)?.target;
    return target !== undefined && 'procedure' in target ? target.procedure : undefined;
  }

  it('leads every button of every guide somewhere, within Messenger’s limits, and back to the start', async function () {
    this.timeout(600_000);
    await each(async ({ id }) => {
      const pressed = new Set<string>();
      const waiting: { payload: string; state: Citizen['state'] }[] = [
        { payload: `dh1|${JSON.stringify({ kind: 'open', procedure: id })}`, state: citizen().state },
      ];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const someone = citizen();
        someone.state = next.state;
        await someone.send({ kind: 'button', payload: next.payload });
        const where = `${id}: ${next.payload}`;
        expectReadable(someone.replies, where);
        expect(someone.last?.outcome, where).to.match(/^(answered|asked_back|handed_over)_/);
        expect(someone.choices().map(({ payload }) => decodePayload(payload)), where).not.to.be.empty;
        for (const { payload } of someone.choices()) {
          expect(decodePayload(payload), `${where} → ${payload}`).not.to.be.null;
          if (pressed.has(payload) || !staysWith(payload, id)) continue;
          pressed.add(payload);
          waiting.push({ payload, state: someone.state });
        }
      }
      expect([...pressed].some((payload) => decodePayload(payload)?.kind === 'helped'), id).to.be.true;
    });
  });

  /** Buttons of this guide; those that lead to other entries are pressed when it is their turn. */
  function staysWith(payload: string, id: string): boolean {
    const decoded = decodePayload(payload);
    if (decoded === null || decoded.kind === 'open' || decoded.kind === 'back_to') return false;
    return 'procedure' in decoded ? decoded.procedure === id : decoded.kind === 'skip';
  }

  it('goes from the first message to the last step by “tiếp” alone, and back by “quay lại”', async () => {
    await each(async ({ id }) => {
      const someone = citizen();
      await someone.send({ kind: 'referral', ref: `p=${id}` });
      const seen: string[] = [];
      for (let steps = 0; someone.state?.guide?.part !== 'basis'; steps++) {
        expect(steps, `${id} has no end`).to.be.below(40);
        seen.push(placeOf(someone));
        await someone.say('tiếp');
        expectReadable(someone.replies, id);
      }
      for (const before of seen.reverse()) {
        await someone.say('quay lại');
        expect(placeOf(someone), id).to.equal(before);
      }
    });
  });

  it('can be rated at the end, and the next question is answered all the same', async () => {
    await each(async ({ id }) => {
      const someone = citizen();
      await someone.send({ kind: 'referral', ref: `p=${id}` });
      await someone.say('căn cứ');
      expect(someone.last?.outcome, id).to.equal('answered_guide_finished');
      const yes = someone.choices().find(({ payload }) => payload.includes('"helped":true'));
      expect(yes, id).not.to.be.undefined;
      await someone.send({ kind: 'button', payload: yes?.payload ?? '' });
      expect(someone.last?.rating, id).to.include({ helped: true });
      await someone.say('menu');
      expect(someone.last?.outcome, id).to.equal('answered_menu');
    });
  });

  it('says where, how long, how much and with which papers, or whom to ask where that is not known', async () => {
    await each(async ({ id, related }) => {
      for (const question of ['nộp ở đâu', 'mất bao lâu', 'bao nhiêu tiền', 'cần giấy tờ gì', 'căn cứ pháp lý']) {
        const someone = citizen();
        await someone.send({ kind: 'referral', ref: `p=${id}` });
        await someone.say(question);
        const where = `${id}: ${question}`;
        expectReadable(someone.replies, where);
        // What the entry leaves open the procedure beside it may say, under its own name.
        expect([id, ...related], where).to.include(someone.last?.procedure);
        // How much there is to pay may depend on one more fact, which is then asked for.
        expect(someone.last?.outcome, where).to.match(/^answered_|^asked_back_detail$/);
      }
    });
  });

  it('lists the common questions of each entry as sentences, by their titles where they have one', async () => {
    await each(async ({ id, questions }) => {
      if (questions.length === 0) return;
      const someone = citizen();
      await someone.send({ kind: 'referral', ref: `p=${id}` });
      await someone.say('câu hỏi thường gặp');
      const listed = someone
        .screen()
        .split('\n')
        .filter((line) => /^\d+\. /.test(line))
        .map((line) => line.replace(/^\d+\. /, ''));
      expect(listed, id).not.to.be.empty;
      for (const [index, line] of listed.entries()) {
        expect(line, id).to.match(/^\p{Lu}|^eTax|^\d/u).and.to.match(/[.?!]$/u);
        const title = questions[index]?.title;
        if (title !== undefined) expect(line, id).to.equal(title);
      }
    });
  });

  it('is within reach of the menu, every entry of it', async () => {
    const reached = new Set<string>();
    for (const { id, procedures } of content.groups) {
      for (let page = 0; page < Math.ceil(procedures.length / 5); page++) {
        const someone = citizen();
        await someone.send({ kind: 'button', payload: `dh1|${JSON.stringify({ kind: 'group', group: id, page })}` });
        expectReadable(someone.replies, id);
        for (const { payload } of someone.choices()) {
          const decoded = decodePayload(payload);
          if (decoded?.kind === 'open') reached.add(decoded.procedure);
        }
      }
    }
    expect([...content.procedures.keys()].filter((id) => !reached.has(id))).to.deep.equal([]);
  });

  it('names its legal basis, the day it was checked, and who knows more', async () => {
    await each(async ({ id, checkedOn, legalBasis }) => {
      const someone = citizen();
      await someone.send({ kind: 'referral', ref: `p=${id}` });
      await someone.say('căn cứ');
      expect(someone.screen(), id).to.include(checkedOn.split('-').reverse().join('/'));
      for (const { document } of legalBasis) expect(someone.screen(), id).to.include(document);
    });
  });
});
