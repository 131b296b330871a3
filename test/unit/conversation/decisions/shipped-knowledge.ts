import { talkTable, type TalkRow } from '../../../support/talk-table.js';
import { understandingOf } from '../../../support/trained.js';
import { shippedContent } from '../../content/decisions/real-decisions.js';

let learning: Promise<ReturnType<typeof understandingOf>> | undefined;

/** The shipped content and what is learned from it; once for all tests. */
export function shippedKnowledge(): Promise<ReturnType<typeof understandingOf>> {
  learning ??= shippedContent().then(understandingOf);
  return learning;
}

/** For a file of talks on the shipped content: learns it before the first, and gives the way to write their tables. */
export function shippedTalks(): (rows: readonly TalkRow[]) => void {
  before(async function () {
    this.timeout(600_000);
    await shippedKnowledge();
  });
  return (rows) => {
    talkTable(shippedKnowledge, rows);
  };
}
