import { expect } from 'chai';
import { commandSaid, isTakingBack, waitingSaid } from '../../../src/conversation/reading/commands.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

const SAID: Readonly<Record<string, readonly string[]>> = {
  stop: [
    'im giùm cái',
    'khỏi gửi tin nữa em',
    'tắt bot giùm cái',
    'đừng nhắn tui nữa nghe',
    'dung nhan tin cho minh nua nha',
    'ngưng nhắn giùm tui đi',
    'thôi đừng trả lời nữa',
    'không muốn nhận tin nữa đâu',
    'ddungwf nhawns nuwax',
    'k cần trả lời nữa đâu e',
  ],
  data_copy: ['xin bản sao mấy thứ em lưu', 'cho xin lại toàn bộ dữ liệu em giữ'],
  delete_data: [
    'xoá hết mấy cái em nói nãy giờ',
    'gỡ giùm thông tin của chị',
    'xoa het may cau tui nhan',
    'xóa lịch sử trò chuyện giúp anh',
    'quên hết những gì tui kể đi',
    'lỡ gửi cccd, xoá dùm',
    'xoas duwx lieeuj cuar tooi',
    'xoá sạch đoạn chat này luôn',
  ],
  person: [
    'không muốn nói với bot nữa',
    'nối máy cho gặp người',
    'cho tui nói chuyện với cán bộ',
    'chuyển máy cho nhân viên giùm',
    'ket noi can bo giup em',
    'kêu người thật ra nói chuyện đi',
    'muốn gặp chị nào bên thuế',
    'cho gặp người chứ nói với máy không hiểu',
  ],
  menu: [
    'quay lại menu chính',
    'về lại mục lục',
    'bảng chọn đâu',
    'cho xem danh mục',
    'quay lai menu',
    'mở trang chủ giùm',
    'coi các nhóm thủ tục',
  ],
  start_again: [
    'làm lại từ đầu đi',
    'lam lai tu dau nha',
    'thôi hỏi lại từ đầu',
    'reset đi em',
    'bắt đầu cuộc nói chuyện mới',
  ],
  request_status: [
    'yêu cầu của em tới đâu rồi',
    'phieu yeu cau sao roi',
    'mã yêu cầu là gì vậy',
    'yc của tui xong chưa',
  ],
  cancel_request: [
    'khỏi chuyển cán bộ',
    'huỷ yêu cầu đó đi',
    'bỏ giùm, huy cai yeu cau',
    'huỷ phiếu yêu cầu giúp em',
  ],
};

/** Near in their words, and about something else. */
const NOT_SAID = [
  'xoá đăng ký thuế',
  'tắt máy tính tiền',
  'huỷ tờ khai',
  'dừng kinh doanh',
  'xoá nợ thuế cho hộ nghèo',
  'xoá thông tin người phụ thuộc',
  'huỷ hoá đơn đã gửi',
  'gỡ tài khoản etax',
  'ngưng gửi tờ khai được không',
  'đừng phạt em',
  'không cần nộp tờ khai phải không',
  'không nhận được tin nhắn otp',
  'nhắn tin báo nợ thuế có đúng không',
  'người ta gọi điện xưng cán bộ thuế',
  'cán bộ gọi kêu nộp tiền',
  'chuyển tiền cho người bán',
  'chuyển người phụ thuộc sang vợ',
  'gặp ai để nộp hồ sơ',
  'danh sách người phụ thuộc',
  'mã mục lục ngân sách',
  'làm lại hồ sơ từ đầu',
  'bat dau tu dau',
  'làm lại thẻ căn cước',
  'yêu cầu hoàn thuế tới đâu rồi',
  'quên thông tin đăng nhập',
  'thông tin của em bị sai',
];

describe('commands in free words', () => {
  for (const [command, messages] of Object.entries(SAID))
    for (const message of messages)
      it(`“${message}” is ${command}`, () => void expect(commandSaid(message)).to.equal(command));

  for (const message of NOT_SAID)
    it(`“${message}” is none`, () => void expect(commandSaid(message)).to.equal(undefined));

  it('stop the bot, delete, go back to the menu and start anew', async () => {
    const chi = new Citizen(sampleKnowledge());
    await chi.say('hoan thue tncn lam sao');
    await chi.say('về lại mục lục giùm');
    expect(chi.last?.outcome).to.equal('answered_menu');
    await chi.say('xoá hết mấy cái em nói nãy giờ');
    expect(chi.state?.waiting?.for).to.equal('deletion');
    await chi.say('làm lại từ đầu đi');
    expect(chi.state?.guide).to.equal(undefined);
    await chi.say('khỏi gửi tin nữa em');
    expect(chi.state?.stopped).to.equal(true);
    await chi.say('xoá sạch đoạn chat này luôn');
    expect(chi.state?.waiting?.for).to.equal('deletion');
  });
});

describe('while a person is waited for', () => {
  const waiting = async (): Promise<Citizen> => {
    const citizen = new Citizen(sampleKnowledge());
    await citizen.say('nối máy cho gặp người');
    return citizen;
  };

  for (const words of [
    'alo có ai chưa',
    'lâu quá chưa ai trả lời',
    'alo',
    'sao chua co ai',
    'mã của em là mấy',
    'lẹ lên coi',
  ])
    it(`“${words}” is told how the request stands, and files no second one`, async () => {
      const chi = await waiting();
      expect(await chi.say(words)).to.match(/YC-/);
      expect(chi.requests.filed).to.have.length(1);
    });

  for (const words of [
    'đợi mấy phút nữa',
    'chờ bao lâu',
    'bao giờ có người',
    'cho may tieng nua',
    'chừng nào cán bộ trả lời',
  ])
    it(`“${words}” is told honestly that no time can be promised`, async () => {
      const chi = await waiting();
      const first = await chi.say(words);
      expect(first).to.match(/không (?:dám hẹn|biết chắc).*1022/su);
      expect(await chi.say(words), 'asked again')
        .to.not.contain('nói lại')
        .and.not.equal(first);
    });

  it('asking how it stands again and again is told what may be done meanwhile, in other words', async () => {
    const chi = await waiting();
    const told = [
      await chi.say('yêu cầu của tui tới đâu rồi'),
      await chi.say('yêu cầu của tui tới đâu rồi'),
      await chi.say('alo có ai chưa'),
    ];
    expect(told[0]).to.match(/đang chờ cán bộ nhận.*không hẹn trước được/su);
    expect(told[1]).to.match(/chưa có cán bộ nhận|chưa trả lời/u);
    expect(new Set(told).size).to.equal(3);
    for (const words of told) expect(words).to.not.contain('nói lại');
  });

  for (const words of [
    'thôi huỷ, không cần gặp nữa',
    'khỏi gặp cán bộ nữa',
    'huy di e',
    'không gặp nữa, tự làm được',
    'không cần người gọi nữa',
  ])
    it(`“${words}” takes it back`, async () => {
      const chi = await waiting();
      await chi.say(words);
      expect(chi.state?.request).to.equal(undefined);
    });

  it('asked for again it is the same request', async () => {
    const chi = await waiting();
    expect(await chi.say('kêu người thật ra nói chuyện đi')).to.match(/đã ghi rồi/);
    expect(chi.requests.filed).to.have.length(1);
  });

  it('a question is a question', () => {
    for (const words of [
      'mất bao lâu',
      'trong khi đợi cho hỏi thuế bán đất',
      'huỷ tờ khai',
      'có người phụ thuộc thì sao',
    ])
      expect([waitingSaid(words), isTakingBack(words)], words).to.deep.equal([undefined, false]);
  });
});
