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
      shows: /Tax residence certificate.*không mất phí/su,
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
