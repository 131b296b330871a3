import { talkTable, type TalkRow } from '../../support/talk-table.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

before(async function () {
  this.timeout(600_000);
  await shippedKnowledge();
});

const NOT_OURS = /không phụ trách|chưa nắm được ý/u;
const CASH = /được cho tiền thì không thuộc|tiền mặt hay chuyển khoản được cho không nằm/u;

describe('what is none of ours is declined, whatever it sounds like or whatever place it names', () => {
  const rows: TalkRow[] = [
    { say: 'ggggggggg', shows: NOT_OURS },
    { say: 'quán bún bò nào ngon ở hội an', shows: NOT_OURS, hides: /Thuế cơ sở/u },
    { say: 'tim ban trai o tam ky', shows: NOT_OURS, hides: /Thuế cơ sở/u },
    { say: 'thuê phòng trọ ở điện bàn tầm 2 triệu có không', shows: NOT_OURS, hides: /Thuế cơ sở/u },
    { say: 'nêm nước lèo bún bò', shows: NOT_OURS, hides: /đang rất bực/u },
    { say: 'nhà em ở tam kỳ', shows: /Thuế cơ sở 9/u },
  ];
  talkTable(shippedKnowledge, rows);
});

describe('what is said to the bot itself is understood in other words too', () => {
  const rows: TalkRow[] = [
    { say: 'robot à', shows: /em là bot/u },
    { say: 'bên kia là người thật hay robot', shows: /em là bot/u, hides: /YC-/u },
    { say: 'xoá giùm hết mấy câu tui gõ hồi nãy nghen', shows: /muốn xoá dữ liệu/u },
    { say: 'coi giup ma yc k7m2p toi dau roi', shows: /YC-K7M2P/u },
    {
      say: 'Em làm y như page chỉ thì nộp được rồi, mừng ghê. Cảm ơn anh chị nhiều lắm, hướng dẫn kỹ quá trời, chúc anh chị mạnh khoẻ nghen.',
      shows: /vui|không có gì|cảm ơn/u,
      hides: NOT_OURS,
    },
    { say: 'sao bên thuế để lộ thông tin của tôi ra ngoài vậy', shows: /xin lỗi/u },
  ];
  talkTable(shippedKnowledge, rows);
});

describe('a message of two matters is answered where one of them knows the question, and the other is offered', () => {
  const rows: TalkRow[] = [
    { say: 'trả góp tiền thuế thiếu mỗi tháng thì còn bị tính tiền chậm nộp ko', shows: /vẫn tính/u },
    { say: 'gộp hai mã số thuế thì nợ với tiền nộp dư của mã cũ có mất không', shows: /không mất/u },
  ];
  talkTable(shippedKnowledge, rows);
});

describe('money that is given is no house and no vehicle', () => {
  const rows: TalkRow[] = [
    { say: 'chị hai cho em 90 triệu thì có bị tính thuế không', shows: CASH },
    { say: 'má chuyển cho con 2 tỷ thì thuế sao', shows: CASH },
    { say: 'ba mẹ cho em 700 triệu mua nhà có phải đóng thuế không', shows: CASH },
    { say: 'ba ngoai cho chau 1 ty thi nop thue bao nhieu', shows: CASH },
    { say: 'ba cho con miếng đất 2 tỷ có đóng thuế không', shows: /được miễn/u, hides: CASH },
    { say: 'bà nội cho cháu đất, khai miễn ở tờ nào', shows: /03\/BĐS-TNCN/u },
    {
      say: 'ba noi cho chau dat thi khoi dong thue phai ko, khai o to nao',
      shows: /03\/BĐS-TNCN/u,
      hides: /xe thì không/u,
    },
    { say: 'bố cho con chiếc ô tô 800 triệu thì thuế sao', shows: /xe thì không được miễn/u },
  ];
  talkTable(shippedKnowledge, rows);
});
