import { parseArgs } from 'node:util';
import { vietnameseDay } from '../../src/shared/days.js';
import { loadContent } from '../../src/content/load.js';
import { trainUnderstanding } from '../../src/train-understanding.js';
import { distinctMessages, distinctTurns, placeNames } from '../../test/support/labelled-turns/distinct.js';
import { KINDS, readLabelledTurns } from '../../test/support/labelled-turns/labels.js';
import { NOW, TurnPlayer, type Played } from '../../test/support/labelled-turns/play.js';

/**
 * How many labelled turns are answered as their label says, by kind, in the open part and in the one held out.
 * npm run conversation:turns [-- --list [--screens]] [--kind fraud] [--held-out]: `--list` prints the wrong ones of the open part,
 * with `--screens` whole answers (`--held-out`: of the part held out, which is to be looked at only by whoever labels it).
 */
const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    'held-out': { type: 'boolean', default: false },
    screens: { type: 'boolean', default: false },
    kind: { type: 'string' },
  },
});
const { content, problems } = await loadContent('.', vietnameseDay(NOW));
if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
const turns = readLabelledTurns().filter(({ kind }) => values.kind === undefined || kind === values.kind);
const knowledge = { content, ...(await trainUnderstanding(content, 'node_modules/.cache/models')) };

const player = new TurnPlayer(knowledge);
const played: Played[] = [];
for (const turn of turns) {
  played.push(await player.play(turn));
  if (process.stderr.isTTY) process.stderr.write(`\rĐang chơi lượt ${played.length}/${turns.length}…   `);
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');

const places = placeNames(content.offices);
const open = turns.filter(({ heldOut }) => !heldOut);
console.log(
  `${turns.length} labelled turns: ${distinctTurns(turns, places).size} distinct with what stands before them, ` +
    `${distinctMessages(turns, places).size} distinct messages; ${turns.length - open.length} held out`,
);
console.log(`  ${'kind'.padEnd(12)}${'open'.padStart(16)}${'held out'.padStart(16)}`);
for (const kind of [...KINDS, undefined]) {
  const ofKind = played.filter(({ turn }) => kind === undefined || turn.kind === kind);
  if (ofKind.length === 0) continue;
  const [ours, kept] = [false, true].map((heldOut) =>
    share(ofKind.filter(({ turn }) => turn.heldOut === heldOut)),
  );
  console.log(`  ${(kind ?? 'all').padEnd(12)}${(ours ?? '').padStart(16)}${(kept ?? '').padStart(16)}`);
}
if (values.list)
  list(played.filter(({ turn, missed }) => turn.heldOut === values['held-out'] && missed.length > 0));

function share(rows: readonly Played[]): string {
  if (rows.length === 0) return '–';
  const right = rows.filter(({ missed }) => missed.length === 0).length;
  return `${right}/${rows.length} ${((100 * right) / rows.length).toFixed(1)} %`;
}

function list(wrong: readonly Played[]): void {
  for (const { turn, missed, screen } of wrong) {
    const said = turn.before.map((one) => (typeof one === 'string' ? one : `[${one.press}]`));
    const context = [...(turn.open === undefined ? [] : [`[${turn.open}]`]), ...said].join(' / ');
    console.log(`\n${turn.kind} ${turn.file}\n  ${context}\n  » ${turn.say.replaceAll('\n', ' ⏎ ')}`);
    console.log(`  ✗ ${missed.join('; ')}`);
    const shown = screen.replaceAll('\n', ' ');
    console.log(`  = ${values.screens ? shown : shown.slice(0, 160)}`);
  }
}
