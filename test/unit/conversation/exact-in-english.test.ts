import { expect } from 'chai';
import { inEnglishFigures } from '../../../src/content/decisions/engine/english-figures.js';
import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('Figures within an English sentence', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['about 34,65 triệu a year', 'about 34.65 million dong a year'],
    ['1,2 tỷ of rent', '1.2 billion dong of rent'],
    ['180.000 đồng', '180,000 dong'],
    ['0,03% a day × 45 ngày', '0.03% a day × 45 days'],
    ['with 1 người phụ thuộc', 'with 1 dependant'],
    ['by 01/02/2027', 'by 01/02/2027'],
  ];
  for (const [vietnamese, english] of rows)
    it(`“${vietnamese}” reads “${english}”`, () => {
      expect(inEnglishFigures(vietnamese)).to.equal(english);
    });
});

describe('A question in English has the exact answer in English, where staff wrote it', () => {
  table([
    {
      before: ['i rent out my apartment in da nang'],
      say: 'i get 30 million a month. do i pay tax on that',
      shows: /No tax is due: 360 million dong of rent a year is not more than 1 billion dong/u,
      hides: /in Vietnamese:|Dạ,/u,
    },
    {
      before: ['how do i check if i owe tax'],
      say: 'but can they really stop a foreigner over a small debt',
      shows: /any unpaid tax, however small/u,
      hides: /50 million/u,
    },
    {
      before: ["Hello, I'm American and teach in Hoi An. How do I get a tax code?"],
      say: 'my school says they can register it for me, is that right',
      shows: /Yes, your employer \(school.*41\/UQ-ĐKT/u,
    },
  ]);
});
