import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { PageInbox } from '../../src/simulator/page-inbox.js';
import { SimulatedCitizen } from '../../src/simulator/messenger-citizen.js';
import { OWN_APP } from '../../src/simulator/fake-graph-api/threads.js';
import { PAGE } from '../support/bot-process.js';
import { ENGINES, fakePage } from './support/fake-page.js';

const HOUR_MS = 3_600_000;
const INBOX_APP = '263902037430900';
const BACK = 'em lại là trợ lý tự động';

for (const [engine, mongodbUri] of ENGINES)
  describe(`The process is killed while a conversation goes to the Page’s inbox or comes back, on ${engine}`, function () {
    this.timeout(600_000);
    const page = fakePage();
    /** Hours by which Facebook's clock has gone on. */
    let hours: number;
    let url: string;
    let citizenId: string;
    let citizen: SimulatedCitizen;
    let inbox: PageInbox;

    const again = async (): Promise<void> => {
      ({ url } = await page.restart({
        ...(mongodbUri === undefined ? {} : { mongodbUri }),
        more: { OFFICERS_ANSWER_IN: 'page_inbox', OFFICER_SILENCE_HOURS: '1' },
      }));
      const now = () => Date.now() + hours * HOUR_MS;
      const target = { botUrl: url, appSecret: PAGE.secret, pageId: PAGE.id, now };
      const { messages, threads } = page.graph;
      citizen = new SimulatedCitizen({ ...target, citizenId, messages, threads });
      inbox = new PageInbox(target, threads);
    };
    const told = () => page.graph.messages.filter(({ to }) => to === citizenId).map(({ text }) => text);
    const sees = async (words: string): Promise<void> => {
      while (!told().some((text) => text.includes(words))) await wait(50);
    };
    const calls = (control: string) => page.graph.calls.filter((call) => call.endsWith(`/${control}`)).length;
    const called = async (control: string, times: number): Promise<void> => {
      while (calls(control) < times) await wait(20);
    };
    const quiet = async (): Promise<void> => {
      for (;;) {
        const { queue } = (await (await fetch(`${url}/health`)).json()) as { queue: Queue | null };
        if (queue !== null && queue.messages + queue.replies === 0) return;
        await wait(100);
      }
    };
    const owner = () => page.graph.threads.ownerOf(citizenId);
    const passedTimes = () => page.graph.threads.passed.filter((one) => one.citizen === citizenId).length;
    /** Facebook has done it; the bot never hears so. */
    const asksForAPerson = async (): Promise<void> => {
      page.graph.failNextHandover({ kind: 'silence' });
      await citizen.say('gặp cán bộ');
      await called('pass_thread_control', 1);
    };

    beforeEach(async function () {
      if (engine === 'MongoDB' && mongodbUri === undefined) this.skip();
      hours = 0;
      citizenId = String(Date.now());
      await again();
    });

    it('in the middle of passing it: the inbox has it, once; the bot is silent until it is given back', async () => {
      await asksForAPerson();
      await again();
      await quiet();
      expect([owner(), passedTimes()]).to.deep.equal([INBOX_APP, 1]);
      expect(told().filter((text) => text.includes('em chuyển cuộc trò chuyện'))).to.have.length(1);
      const before = told().length;
      await citizen.say('alo có ai không');
      await inbox.answer(citizenId, 'Tôi đây ạ');
      await citizen.say('dạ em hỏi hồ sơ');
      await quiet();
      expect(told(), 'nobody is talked over').to.have.length(before);
      await inbox.giveBack(citizenId);
      await sees(BACK);
      await citizen.say('menu');
      await sees('Anh/chị cần việc nào');
    });

    it('while a colleague has answered and given it back already: it is not passed a second time', async () => {
      await asksForAPerson();
      // The call hangs, so that these are stored and not yet read.
      await inbox.answer(citizenId, 'Tôi đây ạ');
      await inbox.giveBack(citizenId);
      await again();
      await sees(BACK);
      await quiet();
      expect([owner(), passedTimes()]).to.deep.equal([OWN_APP, 1]);
      await citizen.say('menu');
      await sees('Anh/chị cần việc nào');
    });

    it('and given back while it was down, of which it hears late: it has not the conversation that it passed again', async () => {
      await asksForAPerson();
      const givenBackAt = Date.now();
      page.graph.threads.give(citizenId, OWN_APP);
      await again();
      await quiet();
      expect([owner(), passedTimes()]).to.deep.equal([INBOX_APP, 2]);
      await citizen.post({
        ...{ sender: { id: citizenId }, timestamp: givenBackAt },
        pass_thread_control: { previous_owner_app_id: INBOX_APP, new_owner_app_id: OWN_APP, metadata: '' },
      });
      await quiet();
      await citizen.say('alo có ai không');
      await quiet();
      expect(told().join('\n'), 'the inbox has it').not.to.include(BACK);
      await inbox.giveBack(citizenId);
      await sees(BACK);
    });

    const leftAlone = async (): Promise<void> => {
      await citizen.say('gặp cán bộ');
      await called('pass_thread_control', 1);
      await quiet();
      hours = 2;
      page.graph.failNextHandover({ kind: 'silence' });
      await citizen.say('trợ giúp');
      await called('take_thread_control', 1);
    };

    it('in the middle of taking it back: the citizen gets the answer, and it is not taken twice', async () => {
      await leftAlone();
      await again();
      await sees(BACK);
      await quiet();
      expect(owner()).to.equal(OWN_APP);
      expect(calls('take_thread_control')).to.equal(1);
      expect(told().filter((text) => text.includes(BACK))).to.have.length(1);
      await citizen.say('menu');
      await sees('Anh/chị cần việc nào');
    });

    it('in the middle of taking it back, when a colleague answers after all: the bot keeps out', async () => {
      await leftAlone();
      const before = told().length;
      await inbox.answer(citizenId, 'Xin lỗi anh, giờ tôi mới thấy');
      await again();
      await quiet();
      await citizen.say('dạ không sao, em hỏi hồ sơ');
      await quiet();
      expect(told(), 'nobody is talked over').to.have.length(before);
      expect([owner(), calls('take_thread_control')]).to.deep.equal([INBOX_APP, 1]);
      await inbox.giveBack(citizenId);
      await sees(BACK);
    });
  });

interface Queue {
  messages: number;
  replies: number;
}
