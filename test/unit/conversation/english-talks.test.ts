import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('A conversation in English stays with its matter', () => {
  table([
    {
      before: ['I rent out a villa in Hoi An on airbnb'],
      say: 'about 80 million a month',
      shows: /960 million dong a year is not more than 1 billion dong.*01\/TKN-CNKD/u,
      hides: /01\/BĐS/u,
    },
    {
      before: ['my house is a guesthouse for tourists'],
      say: 'do I need to issue invoices',
      shows: /Above 1 billion dong a year you must use e-invoices/u,
      hides: /Dạ,/u,
    },
    {
      say: 'I bought a used motorbike from a friend',
      shows: /Registration fee for cars and motorbikes/u,
      hides: /did not find/u,
    },
    {
      before: ['i want to buy a second hand scooter'],
      say: 'it is worth about 20 million',
      shows: /used motorbike pays a registration fee of about 200,000 dong/u,
    },
    {
      before: ['I am an English teacher. They withheld 10% of my pay'],
      say: 'can I get it back',
      shows: /the 10% is only provisional/u,
    },
    {
      before: ['I am an English teacher. They withheld 10% of my pay'],
      say: 'I also work at another school',
      shows: /with two sources of income you cannot use the commitment form/u,
    },
    {
      before: ['How can I get a tax residency certificate'],
      say: 'how much does it cost',
      shows: /costs nothing, by the rules in force/u,
      hides: /không mất phí/u,
    },
    {
      before: ['I work remotely for a company in Australia'],
      say: 'they already tax me there',
      shows: /credited only if Vietnam has a tax treaty/u,
    },
  ]);
});

describe('An English message is no fraud and no evasion without a word of one', () => {
  table([
    { before: ['how much tax on my salary'], say: 'and the tet bonus', shows: /Tet bonus/u, hides: /scam/u },
    { say: 'I earn money from youtube', shows: /freelancers, content creators/u, hides: /police|scam/u },
    { before: ['I forgot my etax password'], say: "I don't get the otp", shows: /registered number/u },
    {
      before: ['I rent out my apartment'],
      say: 'can I pay by phone',
      shows: /Paying tax online/u,
      hides: /evasion|NÉ THUẾ/u,
    },
    {
      before: ['I received a notice that I owe 3 million'],
      say: 'can I pay in installments',
      shows: /instalments/u,
    },
    {
      before: ['Someone called me and said I owe tax'],
      say: 'he wants me to install an app',
      shows: /scam/u,
    },
  ]);
});

describe('In English too, the office tells of itself, and a greeting comes once', () => {
  table([
    { say: 'What are your opening hours', shows: /office hours on working days/u, hides: /did not find/u },
    { say: 'are you open on saturday', shows: /call 1022 before you go/u, hides: /did not find/u },
    {
      before: ['How can I get a tax code'],
      say: 'I want to sell my flat in Da Nang',
      shows: /Income tax when selling a house or land/u,
      hides: /Hello!/u,
    },
    {
      before: ['Someone called me and said I owe tax', 'thank you'],
      say: 'how do I close my household business',
      shows: /household business/u,
      hides: /Hello!/u,
    },
    {
      say: 'I am leaving Vietnam next month, what should I do about tax',
      shows: /Finalising your own personal income tax/u,
      hides: /did not find/u,
    },
  ]);
});

describe('A part of a procedure is told in English, and a question back asked in English', () => {
  table([
    {
      before: ['I am a teacher from Canada, how do I get a tax code'],
      say: 'which documents do I need',
      shows: /41\/UQ-ĐKT.*passport/su,
      hides: /GIẤY TỜ|Văn bản/u,
    },
    {
      before: ['I want to register my child as dependant'],
      say: 'what is the deadline',
      shows: /By 30\/12 of the tax year/u,
      hides: /hạn cuối/u,
    },
    {
      before: ['I want a tax refund'],
      say: 'how long does it take',
      shows: /About 03 working days when it is automatic/u,
      hides: /BAO LÂU/u,
    },
    {
      before: ['I bought a used motorbike from a friend'],
      say: 'where do I pay',
      shows: /National Public Service Portal \(dichvucong\.gov\.vn\)/u,
      hides: /NỘP Ở ĐÂU/u,
    },
    {
      say: 'I want a tax refund',
      shows: /How much was your income of the whole year/u,
      hides: /Dạ,|Cả năm/u,
    },
    {
      before: ['my villa in Hoi An is on airbnb'],
      say: 'how much tax',
      shows: /About how much do you sell in a year/u,
      hides: /Dạ,/u,
    },
    {
      before: ['I forgot to file my tax return', 'how much is the fine'],
      say: '45 days late',
      shows: /a person or household business is fined 2\.5 million dong to 4 million dong/u,
      hides: /Dạ,/u,
    },
    {
      before: ['my wife and I buy a house for 3 billion'],
      say: 'how much is the registration fee',
      shows: /registration fee \(lệ phí trước bạ\) of about 15 million dong/u,
      hides: /Dạ,/u,
    },
  ]);
});

describe('What the bot says of itself is English too, above the same buttons', () => {
  table([
    {
      say: 'please delete my data',
      shows: /Shall I delete what I keep of you/u,
      hides: /Anh\/chị muốn xoá/u,
    },
    { before: ['I want to talk to a real person'], say: 'how long do I wait', shows: /I cannot say when/u },
    { say: 'what is your phone number', shows: /the city hotline 1022/u, hides: /anh\/chị liên hệ/u },
    { say: 'hi sir', shows: /Hello!/u, hides: /Dạ/u },
    {
      before: ['I run a coffee shop with 2 billion a year'],
      say: 'do we need e-invoices',
      shows: /e-invoices/u,
      hides: /Dạ,/u,
    },
  ]);
});

describe('Where there is no English text, a line says so and what the Vietnamese text is about', () => {
  table([
    {
      before: ['How do I get a tax code'],
      say: 'what are the steps',
      shows:
        /I have no English text for this yet\. The Vietnamese text is about: Getting a personal tax code/u,
    },
  ]);
});

describe('A follow-up in English keeps its matter', () => {
  table([
    {
      before: ['I bought a car for 800 million'],
      say: 'how much is the registration fee',
      shows: /car .*80 million dong/u,
      hides: /real estate|contract/u,
    },
    {
      before: ['my wife bought a used motorbike'],
      say: 'is there a registration fee',
      shows: /vehicle|motorbike/u,
      hides: /real estate/u,
    },
    {
      before: ['I bought a car for 800 million'],
      say: 'and the registration fee for a house',
      shows: /real estate/u,
    },
    {
      before: ['I want a tax refund'],
      say: "can they pay it to my wife's account",
      shows: /verified bank account in your own name/u,
      hides: /Paying tax online/u,
    },
    {
      before: ['my villa in Hoi An is on airbnb'],
      say: 'and which tax office is it for Hoi An',
      shows: /For Hội An it is Thuế cơ sở 7/u,
    },
    {
      before: ['I rent out my flat for 15 million a month'],
      say: 'do i have to pay',
      shows: /No tax is due/u,
      hides: /Paying tax online/u,
    },
    {
      before: ['my father in law wants to give a house to my wife'],
      say: 'does she pay tax',
      shows: /exempt from income tax/u,
      hides: /Paying tax online/u,
    },
    {
      before: ['i owe 20 million tax'],
      say: 'can i pay in parts',
      shows: /instalments/u,
    },
    {
      before: ['I forgot my etax password'],
      say: 'do i have to go to the office',
      shows: /one-stop desk|local tax office/u,
      hides: /Moving a business/u,
    },
  ]);
});
