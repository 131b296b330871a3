import { vietnameseDay } from '../../src/shared/days.js';
import { contentOn } from '../../src/content/dated.js';
import { loadContent } from '../../src/content/load.js';
import { readMessage } from '../../src/conversation/reading/reading.js';
import { trainUnderstanding } from '../../src/train-understanding.js';
import { readLabelledTurns } from '../../test/support/labelled-turns/labels.js';
import { NOW, TODAY, TurnPlayer } from '../../test/support/labelled-turns/play.js';
import { median, percentile } from '../messenger/load.js';

/**
 * What the conversation alone costs, without storage and network, on the labelled turns of the open part: reading a
 * message, and a whole turn from the masked text to the replies.
 * npm run bench:conversation
 */
const ROUNDS = 7;

const { content, problems } = await loadContent('.', vietnameseDay(NOW));
if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
const knowledge = { content, ...(await trainUnderstanding(content, 'node_modules/.cache/models')) };
const turns = readLabelledTurns().filter(({ heldOut }) => !heldOut);
const sources = { ...knowledge, content: contentOn(content, TODAY), today: TODAY };

// The quickest of several: what else the machine does only adds to it. The first round warms up.
const readings = turns.map(({ say }) => ({ say, quickest: Infinity }));
for (let round = 0; round <= ROUNDS; round += 1)
  for (const reading of readings) {
    const from = performance.now();
    readMessage(reading.say, sources);
    if (round > 0) reading.quickest = Math.min(reading.quickest, (performance.now() - from) * 1000);
  }
const quickest = readings.map((reading) => reading.quickest);
console.log(
  `reading, the quickest of ${ROUNDS}, of ${quickest.length} messages: median ${median(quickest).toFixed(0)} µs, ` +
    `95 % within ${percentile(quickest, 0.95).toFixed(0)} µs`,
);

const costs: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const player = new TurnPlayer(knowledge);
  const before = process.cpuUsage();
  let count = 0;
  for (const turn of turns) {
    await player.play(turn);
    count += 1;
  }
  const { user, system } = process.cpuUsage(before);
  if (round > 0) costs.push((user + system) / 1000 / count);
}
console.log(
  `a labelled turn with what stands before it: least ${Math.min(...costs).toFixed(2)} ms of the processor, ` +
    `median of ${ROUNDS} rounds ${median(costs).toFixed(2)} ms`,
);
