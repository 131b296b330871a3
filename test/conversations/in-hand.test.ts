import { expect } from 'chai';
import { loadContent } from '../../src/content/load.js';
import type { Knowledge } from '../../src/conversation/ports.js';
import { trainUnderstanding } from '../../src/train-understanding.js';
import type { Label } from '../support/labelled-turns/labels.js';
import { TODAY, TurnPlayer } from '../support/labelled-turns/play.js';

const MODELS = 'node_modules/.cache/models';

/** The guide that is open, what is said then, and the part of it that answers where only a part is asked for. */
type Row = readonly [open: string, say: string, part?: Label['part']];

const ITS_OWN: readonly Row[] = [
  ['hoan-thue-tncn', 'du co 38 ngan co bo cong lam ko'],
  ['hoan-thue-tncn', 'chồng mất hồi tết thì ai lãnh'],
  ['hoan-thue-tncn', 'mấy tuần thì thấy tiền'],
  ['hoan-thue-tncn', 'gửi trên app nào', 'where'],
  ['tam-ngung-kinh-doanh', 'nghi ma thang nao cung phai nop to khai a'],
  ['tam-ngung-kinh-doanh', 'khỏe lại sớm, muốn mở bán trước'],
  ['tam-ngung-kinh-doanh', 'đem theo giấy chi', 'papers'],
  ['dang-ky-nguoi-phu-thuoc', 'qua cty moi phai nop lai tu dau a'],
  ['dang-ky-nguoi-phu-thuoc', 'tự bấm trên điện thoại được hông'],
  ['dang-ky-nguoi-phu-thuoc', 'trễ nhất là bữa nào', 'when'],
  ['thue-cho-thue-tai-san', 'tui có 2 dãy, mỗi dãy trừ riêng hả'],
  ['thue-cho-thue-tai-san', 'quên khai mấy năm ni rồi'],
  ['thue-cho-thue-tai-san', 'khai ở phường mô', 'where'],
  ['uy-quyen-quyet-toan', 'ký giấy chi', 'papers'],
  ['uy-quyen-quyet-toan', 'cham nhat bua mo', 'when'],
  ['no-thue-cuong-che', 'dong du roi thi bao gio duoc bay'],
  ['no-thue-cuong-che', 'tien trong the bi rut ngang'],
  ['quyet-toan-ho-kinh-doanh', 'dong thue theo phan tram ban ra thi co lam khong'],
  ['quyet-toan-ho-kinh-doanh', 'nop tre co sao hong'],
  ['etax-quen-mat-khau-otp', 'sim ni hư rồi, đổi số mô được'],
  ['khai-thue-gtgt', 'kỳ ni chưa bán gì hết có phải nộp không'],
  ['thue-tndn', 'lỗ nguyên năm thì khỏi nộp tờ đó phải không'],
  ['thue-tndn', 'moi quy co phai nop to nao khong'],
  ['cham-dut-mst-ca-nhan', 'lam bao lau', 'how_long'],
  // Words that name no matter ask of the one in hand, however near they are to a neighbour's question.
  ['ho-kinh-doanh-tong-quan', 'giờ có phải đóng thuế ko'],
  ['ho-kinh-doanh-tong-quan', 'mấy tháng khai 1 lần'],
  ['ho-kinh-doanh-tong-quan', 'khai ở đâu', 'where'],
  ['thay-doi-thong-tin-dang-ky-thue', 'làm online dc ko', 'where'],
  ['thay-doi-thong-tin-dang-ky-thue', 'nop tren app duoc khong', 'where'],
];

/** Another matter is named: it wins, whatever lies open. */
const ANOTHER: readonly (readonly [open: string, say: string, label: Label])[] = [
  ['hoan-thue-tncn', 'ban nha 2 ty dong thue may', { decision: 'thue-ban-nha-dat' }],
  ['hoan-thue-tncn', 'quên mật khẩu etax rồi', { entry: 'etax-quen-mat-khau-otp' }],
  ['hoan-thue-tncn', 'đăng ký người phụ thuộc cho con', { entry: 'dang-ky-nguoi-phu-thuoc' }],
  ['tam-ngung-kinh-doanh', 'tui muon dong ma luon nghi han', { entry: 'cham-dut-mst-ho-kinh-doanh' }],
  ['tam-ngung-kinh-doanh', 'cho thuê nhà nộp thuế sao', { entry: 'thue-cho-thue-tai-san' }],
  ['thue-cho-thue-tai-san', 'tôi muốn gặp cán bộ', { does: 'hands_over' }],
  ['thue-cho-thue-tai-san', 'bị gọi điện đòi chuyển tiền thuế', { danger: true }],
  ['uy-quyen-quyet-toan', 'đăng ký mã số thuế cho hộ kinh doanh', { entry: 'dang-ky-thue-ho-kinh-doanh' }],
  ['no-thue-cuong-che', 'bán lô đất 900 triệu đóng mấy', { decision: 'thue-ban-nha-dat' }],
  ['no-thue-cuong-che', 'tra cứu mã số thuế ở đâu', { entry: 'tra-cuu-nghia-vu-thue' }],
  ['etax-quen-mat-khau-otp', 'mua nhà đóng trước bạ bao nhiêu', { decision: 'truoc-ba-mua-nha-dat' }],
  ['hoan-thue-tncn', 'nau bun bo sao cho ngon', { decline: true }],
];

/** One matter is near: it is answered; whether it was meant is not asked. */
const ONE_NEAR: readonly (readonly [say: string, entry: string])[] = [
  ['tiệm em bị khoá mã rồi', 'khoi-phuc-mst'],
  ['em ơi mẹ anh cho anh miếng đất', 'tncn-thua-ke-qua-tang'],
  ['alo em, má chị mới cho chị lô đất', 'tncn-thua-ke-qua-tang'],
  ['mẹ chị tặng chị căn nhà', 'tncn-thua-ke-qua-tang'],
  ['sắp nghỉ bán mấy tháng', 'tam-ngung-kinh-doanh'],
  ['sửa lại thông tin', 'thay-doi-thong-tin-dang-ky-thue'],
  ['công ty cũ đóng cửa, không xin được chứng từ', 'phan-anh-khai-khong'],
];

describe('what is said with a guide open', function () {
  // The real content is learned first; that takes as long as the machine needs.
  this.timeout(0);
  let player: TurnPlayer;

  before(async () => {
    const { content, problems } = await loadContent('.', TODAY);
    if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    const knowledge: ReturnType<Knowledge['current']> = {
      content,
      ...(await trainUnderstanding(content, MODELS)),
    };
    player = new TurnPlayer(knowledge);
  });

  async function missed(open: string | undefined, say: string, label: Label): Promise<string[]> {
    const opened = open === undefined ? {} : { open };
    const turn = { kind: 'context' as const, heldOut: false, ...opened, before: [], say, label, file: '' };
    const { missed: list, screen } = await player.play(turn);
    return list.map((one) => `[${open ?? ''}] ${say}: ${one} = ${screen.slice(0, 120)}`);
  }

  it('is a question of that matter in other words than those written down', async () => {
    const wrong: string[] = [];
    for (const [open, say, part] of ITS_OWN)
      wrong.push(...(await missed(open, say, { entry: open, ...(part === undefined ? {} : { part }) })));
    expect(wrong).to.deep.equal([]);
  });

  it('is another matter where one is named', async () => {
    const wrong: string[] = [];
    for (const [open, say, label] of ANOTHER) wrong.push(...(await missed(open, say, label)));
    expect(wrong).to.deep.equal([]);
  });

  it('is answered without a guide as well, where one matter alone is near', async () => {
    const wrong: string[] = [];
    for (const [say, entry] of ONE_NEAR) wrong.push(...(await missed(undefined, say, { entry })));
    expect(wrong).to.deep.equal([]);
  });
});
