import type { Example, Vocabulary } from '../../../src/intent-matching/types.js';

export const vocabulary: Vocabulary = {
  abbreviations: [
    { written: 'mst', means: 'mã số thuế' },
    { written: 'npt', means: 'người phụ thuộc' },
    { written: 'tncn', means: 'thu nhập cá nhân' },
    { written: 'ko', means: 'không' },
    { written: 'j', means: 'gì' },
    { written: 'răng', means: 'sao' },
  ],
};

const BY_INTENT: Record<string, string[]> = {
  'dang-ky': [
    'đăng ký mã số thuế cá nhân như thế nào',
    'làm sao để có mst',
    'tôi chưa có mã số thuế thì đăng ký ở đâu',
    'xin cấp mst cá nhân lần đầu',
    'mới đi làm muốn đăng ký mã số thuế',
    'cần giấy tờ gì để đăng ký mst',
  ],
  'nguoi-phu-thuoc': [
    'đăng ký người phụ thuộc cho con',
    'thêm npt cần giấy tờ gì',
    'giảm trừ gia cảnh cho mẹ già',
    'muốn khai npt cho con mới sinh',
    'cha mẹ hết tuổi lao động có làm người phụ thuộc được không',
    'hồ sơ người phụ thuộc gồm những gì',
  ],
  'hoan-thue': [
    'hoàn thuế thu nhập cá nhân',
    'bao giờ có tiền hoàn thuế',
    'thuế tncn hoàn lại sao',
    'xin hoàn thuế tncn nộp thừa',
    'hồ sơ hoàn thuế nộp ở đâu',
    'chưa nhận được tiền hoàn thuế',
  ],
  'thue-dat': [
    'nộp thuế đất phi nông nghiệp',
    'thuế đất ở nộp khi nào',
    'tiền thuế đất năm nay bao nhiêu',
    'đóng thuế đất ở đâu',
    'thông báo thuế đất bị sai diện tích',
    'không nộp thuế đất có bị phạt không',
  ],
};

export const ours: Example[] = Object.entries(BY_INTENT).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, intent })),
);

export const others: Example[] = [
  'thời tiết hôm nay thế nào',
  'làm hộ chiếu ở đâu',
  'bóng đá tối nay mấy giờ',
  'vay tiền ngân hàng lãi suất bao nhiêu',
  'bệnh viện nào khám tốt',
  'đăng ký kết hôn cần gì',
  'mua vé xe đi huế',
  'xin việc làm thêm',
].map((text) => ({ text, intent: null }));
