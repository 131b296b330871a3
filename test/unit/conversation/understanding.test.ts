import { expect } from 'chai';
import type { Match } from '../../../src/intent-matching/types.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

const citizen = () => new Citizen(sampleKnowledge());

/** The same catalogue with a matcher that finds two intents equally likely. */
function undecided(
  options: string[],
  { content, acts }: Pick<ReturnType<typeof sampleKnowledge>, 'content' | 'acts'> = sampleKnowledge(),
): Citizen {
  const match: Match = {
    decision: 'ask_back',
    intent: options[0] ?? null,
    confidence: 0.45,
    alternatives: options.map((intent, at) => ({ intent, confidence: 0.45 - at / 100 })),
    options,
    inScope: 1,
  };
  return new Citizen({
    content,
    acts,
    matcher: { version: 'undecided', match: () => match, explain: () => [], read: () => [] },
  });
}

describe('understanding what is asked', () => {
  it('asks back when two procedures are equally likely, and takes a number, a name or a button for an answer', async () => {
    for (const answer of ['2', 'số 2', 'hoan thue tncn']) {
      const chi = undecided(['dang-ky-ma-so', 'hoan-thue']);
      expect(await chi.say('thuế của em')).to.match(/1\. Đăng ký mã số thuế cá nhân\n2\. Hoàn thuế/);
      expect(chi.last?.outcome).to.equal('asked_back_intents');
      expect(await chi.say(answer)).to.match(/HOÀN THUẾ/);
    }
    const anh = undecided(['dang-ky-ma-so', 'hoan-thue']);
    await anh.say('thuế của em');
    expect(await anh.press('Hoàn thuế TNCN')).to.match(/HOÀN THUẾ/);
  });

  it('answers what is never to be picked from a list where that is likeliest, and offers it nowhere', async () => {
    const marked = (id: string) => {
      const { content, acts } = sampleKnowledge();
      const intents = new Map(content.intents);
      const intent = intents.get(id);
      if (intent === undefined) throw new Error(`no intent ${id}`);
      intents.set(id, { ...intent, neverAskedBack: true });
      return { content: { ...content, intents }, acts };
    };
    const first = undecided(['hoan-thue', 'dang-ky-ma-so'], marked('hoan-thue'));
    expect(await first.say('thuế của em')).to.match(/HOÀN THUẾ/);
    const second = undecided(['dang-ky-ma-so', 'hoan-thue'], marked('hoan-thue'));
    await second.say('thuế của em');
    expect(second.titles()).to.not.include('Hoàn thuế TNCN');
  });

  it('lets a form number in a longer message decide between what it would ask back', async () => {
    const chi = undecided(['hoan-thue', 'dang-ky-ma-so']);
    expect(await chi.say('kế toán bảo em điền tờ 05 mau mà em chưa hiểu')).to.match(/ĐĂNG KÝ MÃ SỐ THUẾ/);
    expect(chi.last?.procedure).to.equal('dang-ky-ma-so');
    const anh = undecided(['hoan-thue', 'dang-ky-ma-so']);
    expect(await anh.say('kế toán bảo em điền tờ 06 mau mà em chưa hiểu')).to.match(/muốn hỏi việc nào/);
  });

  it('offers ways on after “Không phải”', async () => {
    const anh = undecided(['dang-ky-ma-so', 'hoan-thue']);
    await anh.say('thuế của em');
    await anh.press('Không phải');
    expect(anh.last?.outcome).to.equal('declined_unknown');
    expect(anh.titles()).to.include.members(['Xem menu', 'Gặp cán bộ']);
  });

  it('declines what it does not know, politely, with ways on', async () => {
    const chi = citizen();
    const screen = await chi.say('cách nấu phở bò ngon');
    expect(screen).to.match(/chưa hiểu|chưa nắm|không phụ trách|ngoài phần em được giao/);
    expect(chi.last?.outcome).to.match(/^declined_/);
    expect(chi.titles()).to.include.members(['Xem menu', 'Gặp cán bộ']);
  });

  it('answers both of two questions in one message, the first one first', async () => {
    const chi = citizen();
    const screen = await chi.say('hồ sơ hoàn thuế tncn gồm gì ạ? với lại lệ phí môn bài bỏ chưa em?');
    expect(screen)
      .to.match(/^(?:HOÀN THUẾ|GIẤY TỜ)[^]*đã bãi bỏ/)
      .and.not.match(/còn hỏi về/);
  });

  it('understands a long story by its question', async () => {
    const anh = citizen();
    await anh.say(
      'chào em, anh làm công ty ở hội an được ba năm rồi nghỉ, sau đó anh qua chỗ khác làm thêm mấy tháng, vợ anh thì ở nhà buôn bán nhỏ, năm ngoái chỗ cũ trừ thuế của anh hơi nhiều. Bữa ni anh muốn hỏi là nộp thừa thuế có được hoàn không em?',
    );
    expect(anh.last?.procedure).to.equal('hoan-thue');
  });

  it('does not let a typed payload act as a button', async () => {
    const anh = citizen();
    await anh.say('dh1|{"kind":"delete_data","confirmed":true}');
    expect(anh.last?.outcome).to.match(/^declined_|^asked_back_/);
    expect(anh.last?.deleteData).to.equal(undefined);
  });

  it('answers a button that no longer leads anywhere with the menu', async () => {
    const chi = citizen();
    await chi.send({ kind: 'button', payload: 'dh1|{"kind":"open","procedure":"da-bo"}' });
    expect(chi.titles()).to.include('Nhóm mẫu');
    await chi.send({ kind: 'button', payload: 'OLD_PAYLOAD' });
    expect(chi.titles()).to.include('Nhóm mẫu');
  });

  it('opens the procedure that a link or QR code names, and remembers where the code hangs', async () => {
    const chi = citizen();
    const screen = await chi.send({ kind: 'referral', ref: 'p=hoan-thue_o=mot-cua-duy-nghia' });
    expect(screen).to.match(/HOÀN THUẾ/);
    expect(chi.last?.entryPoint).to.equal('qr:mot-cua-duy-nghia');
    await chi.send({ kind: 'button', payload: 'dh1|{"kind":"get_started"}', ref: 'p=khong-co' });
    expect(chi.screen()).to.match(/trợ lý tự động/);
  });

  it('reads words that come with such a link as a question about its procedure', async () => {
    const through = async (words: string) => {
      const anh = citizen();
      return anh.send({ kind: 'text', text: words, ref: 'p=dang-ky-ma-so' });
    };
    expect(await through('nộp ở đâu vậy')).to.match(/Nơi trả lương/);
    expect(await through('chào em')).to.match(/ĐĂNG KÝ MÃ SỐ THUẾ/);
    expect(await through('giúp tui vụ này')).to.match(/ĐĂNG KÝ MÃ SỐ THUẾ/);
    expect(await through('lệ phí môn bài bỏ chưa')).to.match(/bãi bỏ/);
  });

  it('takes no button with values that no button of ours has', async () => {
    for (const payload of [
      'dh1|{"kind":"consent","choice":"maybe"}',
      'dh1|{"kind":"step","procedure":"hoan-thue","step":0.5}',
      'dh1|{"kind":"degree","procedure":"hoan-thue","degree":9}',
      'dh1|{"kind":"part","procedure":"hoan-thue","part":"constructor"}',
    ]) {
      const chi = citizen();
      await chi.send({ kind: 'button', payload });
      expect(chi.replies, payload).not.to.deep.equal([]);
      expect(chi.state?.consent.choice).to.equal('yes');
    }
  });
});
