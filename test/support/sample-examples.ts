import type { IntentTarget } from '../../src/content/types.js';

/** Intents of the sample catalogue: what each leads to, and how citizens ask for it. */
export const SAMPLE_EXAMPLES: Record<string, [IntentTarget, string[]]> = {
  'dang-ky-ma-so': [
    { procedure: 'dang-ky-ma-so' },
    [
      'đăng ký mã số thuế cá nhân',
      'dang ky mst ca nhan lam sao',
      'làm mã số thuế ở đâu',
      'em chưa có mst muốn đăng ký',
      'xin cấp mã số thuế lần đầu',
      'thu tuc cap ma so thue',
      'mới đi làm chưa có mã số thuế',
      'cách đăng ký mst online',
    ],
  ],
  'hoan-thue': [
    { procedure: 'hoan-thue' },
    [
      'hoàn thuế thu nhập cá nhân',
      'hoan thue tncn lam sao',
      'em muốn lấy lại tiền thuế nộp dư',
      'nộp thừa thuế có được hoàn không',
      'khi nào được hoàn thuế',
      'hồ sơ hoàn thuế tncn',
      'xin hoan lai thue da nop',
      'chưa thấy tiền hoàn thuế',
    ],
  ],
  'mon-bai': [
    { procedure: 'mon-bai' },
    [
      'lệ phí môn bài',
      'thue mon bai nam nay',
      'có phải nộp môn bài không',
      'môn bài bỏ chưa',
      'tiền môn bài bao nhiêu',
      'nop mon bai khi mo',
    ],
  ],
  'bang-lai': [
    { procedure: 'bang-lai' },
    [
      'đổi bằng lái xe',
      'doi giay phep lai xe o dau',
      'bằng lái hết hạn làm sao',
      'cấp lại bằng lái',
      'gplx b1 het han',
      'mất bằng lái xe máy',
    ],
  ],
  'chao-hoi': [{ action: 'greeting' }, ['xin chào', 'chao em', 'alo', 'hello ad', 'chào shop', 'hi bot']],
  'cam-on': [{ action: 'thanks' }, ['cảm ơn em', 'cam on nhieu', 'thanks ad', 'ok cảm ơn', 'tks em']],
  'gap-can-bo': [
    { action: 'talk_to_person' },
    [
      'cho gặp người thật',
      'muon noi chuyen voi can bo',
      'gặp nhân viên tư vấn',
      'cho xin gặp cán bộ thuế',
      'chuyển máy cho người',
    ],
  ],
  'co-quan-thue-nao': [
    { action: 'office_lookup' },
    [
      'cơ quan thuế nào quản lý em',
      'toi o duy hai thuoc thue nao',
      'thuế cơ sở nào phụ trách xã em',
      'chi cuc thue nao quan ly phuong tam ky',
      'nhà ở hội an thì thuế nào',
    ],
  ],
  'thu-bay': [
    { action: 'saturday' },
    [
      'thứ 7 có làm không',
      'thu bay nay co lam viec k',
      'thứ bảy đồng hành đăng ký sao',
      'cuoi tuan thu 7 co nhan ho so khong',
    ],
  ],
  'gio-lam-viec': [
    { action: 'office_hours' },
    ['mấy giờ mở cửa', 'gio lam viec', 'ngày mai có làm việc không', 'chu nhat co mo cua khong'],
  ],
  'han-nop': [
    { action: 'deadlines' },
    [
      'khi nào nộp tờ khai quý 3',
      'han nop to khai quy',
      'hạn nộp thuế tháng này',
      'ngày cuối nộp tờ khai',
      'deadline nop thue',
    ],
  ],
};
