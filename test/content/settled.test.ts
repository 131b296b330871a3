import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { SETTLED } from './settled.js';
import { lineOf } from '../support/line-of.js';

describe('What the laws settle', () => {
  for (const [what, file, says] of SETTLED)
    it(`is said: ${what} (${file}.yml)`, async () => {
      const text = await readFile(`procedures/${file}.yml`, 'utf8');
      expect(lineOf(text, says), says).to.not.equal(undefined);
    });
});
