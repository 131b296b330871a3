import { expect } from 'chai';
import { endsNamed, SAID_AFTER_DAYS } from '../../src/content/checks/ends-named.js';
import { contentOn } from '../../src/content/dated.js';
import { addDays, writtenDate } from '../../src/shared/days.js';
import { loadContent } from '../../src/content/load.js';
import type { Content, Procedure } from '../../src/content/types.js';

/** Every sentence that citizens are told of an entry. */
function saidOf(procedure: Procedure): string[] {
  const { summary, who, when, where, timeLimit, fee, result, papers, steps, questions, unsure } = procedure;
  return [
    summary,
    ...[who, when, where, timeLimit, fee, result].flatMap((text) => text ?? []),
    ...papers.flatMap(({ name, case: only, note }) => [name, only ?? '', note ?? '']),
    ...steps.map(({ text }) => text),
    ...questions.map(({ answer }) => answer),
    ...unsure,
  ];
}

describe('the whole catalogue, read on a later day', () => {
  let content: Content;
  before(async () => {
    const loaded = await loadContent('.', '2026-11-26');
    if (loaded.content === null) throw new Error('the content has faults: npm run content:check');
    content = loaded.content;
  });

  for (const day of ['2026-11-27', '2027-01-02', '2027-05-01', '2028-01-01'])
    it(`tells nothing on ${writtenDate(day)} that ended before`, () => {
      const over = [...contentOn(content, day).procedures.values()].flatMap((procedure) =>
        saidOf(procedure).flatMap((text) => {
          const end = endsNamed(text).sort().at(-1);
          // What had passed when it was written is history, told as such.
          const ended = end !== undefined && end >= procedure.checkedOn && addDays(end, SAID_AFTER_DAYS) < day;
          return ended ? [`${procedure.id}: ${text}`] : [];
        }),
      );
      expect(over).to.deep.equal([]);
    });

  it('has something to say of every entry on each of these days', () => {
    for (const day of ['2027-01-02', '2027-05-01', '2028-01-01'])
      for (const { id, summary, questions } of contentOn(content, day).procedures.values())
        for (const text of [summary, ...questions.map(({ answer }) => answer)])
          expect(text, `${id} on ${day}`).to.not.equal('');
  });
});
