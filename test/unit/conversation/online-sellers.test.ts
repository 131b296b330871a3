import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('What a platform and what the seller takes in is kept apart and added up', () => {
  const small = ['e ban shopee vs tiktok. san tru thue r ma ca nam co 300tr thoi. lay lai dc k'];
  table([
    { say: small[0] ?? '', shows: /300 triệu, không quá 1 tỷ.*được hoàn.*01\/TKN-CNKD/u },
    {
      before: small,
      say: 'a con ban them fb nua, tu thu tien, co 900tr',
      shows:
        /300 triệu một năm \+ 900 triệu một năm.*1,2 tỷ, trên 1 tỷ.*Phần tự bán 900 triệu: giá trị gia tăng 1% là 9 triệu.*0,5% trên 200 triệu .*là 1 triệu/su,
    },
    {
      say: 'mình bán lazada 500 triệu, ngoài ra bán zalo tự thu 700 triệu',
      shows: /1,2 tỷ, trên 1 tỷ.*Phần tự bán 700 triệu/su,
    },
    {
      before: ['mình bán lazada 500 triệu, ngoài ra bán zalo tự thu 700 triệu'],
      say: 'phần zalo đóng bao nhiêu',
      shows: /Phần tự bán 700 triệu: giá trị gia tăng 1% là 7 triệu/u,
    },
    {
      before: ['bán trên tiktok shop 1,5 tỷ một năm'],
      say: 'có bán thêm ngoài chợ 400 triệu nữa',
      shows: /1,9 tỷ.*Phần tự bán 400 triệu/su,
    },
    {
      before: ['bán shopee 400tr, live stream 500tr một năm'],
      say: 'à nhầm, live 700tr',
      shows: /1,1 tỷ.*Phần tự bán 700 triệu/su,
    },
    {
      before: ['em bán facebook 800tr', 'à còn bán shopee nữa 100tr'],
      say: 'nghỉ bán shopee rồi, giờ chỉ bán facebook thôi',
      shows: /tự bán cả năm 900 triệu/u,
    },
    {
      say: 'chị bán đồ ăn qua facebook mỗi tháng 60 triệu, shopeefood mỗi tháng 50 triệu thì thuế răng',
      shows: /1,32 tỷ.*Phần tự bán 720 triệu: giá trị gia tăng 3% là 21,6 triệu/su,
    },
  ]);
});

describe('A seller on a platform is told what the platform has done', () => {
  table([
    { say: 'bán trên tiktok shop 1,5 tỷ một năm', shows: /sàn đã trừ và nộp thay/u, hides: /17,5 triệu/u },
    { say: 'em bán facebook 800tr', shows: /tự bán cả năm 800 triệu, không quá 1 tỷ/u },
    {
      before: ['bán shopee cả năm 300 triệu, bị trừ thuế, lấy lại được không'],
      say: 'lm sao lay, noi ro hon di',
      shows: /01\/TKN-CNKD.*eTax Mobile.*tài khoản/su,
      hides: /em hỏi vì kết quả/u,
    },
    {
      before: ['em bán shopee với facebook hết 1,2 tỷ'],
      say: 'e co 2 shop, ten e het, moi shop dc tru 1 ty ha',
      shows: /không phải mỗi gian hàng mà cộng chung hết/u,
    },
  ]);
});
