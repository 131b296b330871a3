import { shippedTalks } from './decisions/shipped-knowledge.js';

const table = shippedTalks();

describe('Broken English is read all the same', () => {
  table([
    {
      say: 'someone call me says he from tax office, must pay today',
      shows: /Hang up, send no money/u,
    },
    { say: 'the school take 10% from my salary', shows: /10% withholding/u },
    { say: 'i want make an appointment', shows: /I cannot/u, hides: /Dạ|did not find/u },
    { say: 'I sell house in da nang for 4 billion', shows: /seller/u, hides: /household business/u },
    { say: 'i stay only 150 days this year', shows: /resident/u, hides: /Paying tax online/u },
    { say: 'hello madam, i lost my tax number', shows: /tracuunnt\.gdt\.gov\.vn/u },
    { say: 'i run small hotel in An Bang', shows: /homestays and guest houses/u },
    { say: 'I sell my only apartment, price 2.5 billion', shows: /only home/u, hides: /by quarter/u },
    {
      before: ['my villa in Hoi An is on airbnb'],
      say: 'till when',
      shows: /revenue notice for 2026 by 01\/02\/2027/u,
    },
    { say: 'who reads my messages', shows: /I am a machine/u, hides: /Shall I delete/u },
  ]);
});
