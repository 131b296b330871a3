import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

/** Each metric is named like what it counts; they are only read together, through `statistics/metrics/all.ts`. */
const METRICS = 'src/statistics/metrics/';
const EXPORTED = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm;

describe('the names that modules give to others', () => {
  it('mean one thing each: none is exported by two files', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join('src', name))
      .filter((file) => !file.startsWith(METRICS));
    const homes = new Map<string, string[]>();
    for (const file of files)
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(EXPORTED)) {
        const known = homes.get(name) ?? [];
        // Overloads of one function stand in one file.
        if (!known.includes(file)) homes.set(name, [...known, file]);
      }
    expect([...homes].filter(([, at]) => at.length > 1)).to.deep.equal([]);
  });
});
