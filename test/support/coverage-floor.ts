import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Run after the tests with coverage: ends with 1 when they go through less of `src` than the committed floor, or when the
 * floor stands lower than it ever stood. It is raised by hand once the tests have grown.
 */
const FLOOR = 'test/coverage-floor.json';
const SUMMARY = 'coverage/coverage-summary.json';
const KINDS = ['lines', 'branches', 'functions'] as const;

/** Percentages. */
type Floor = Partial<Record<(typeof KINDS)[number], number>>;

const { total } = JSON.parse(readFileSync(SUMMARY, 'utf8')) as {
  total: Record<(typeof KINDS)[number], { pct: number }>;
};
const floor = JSON.parse(readFileSync(FLOOR, 'utf8')) as Floor;
const committed = committedFloors();
const highest = (kind: (typeof KINDS)[number]) => Math.max(0, ...committed.map((one) => one[kind] ?? 0));
const below = KINDS.filter((kind) => total[kind].pct < (floor[kind] ?? 100));
const lowered = KINDS.filter((kind) => (floor[kind] ?? 0) < highest(kind));
const figures = KINDS.map((kind) => `${kind} ${total[kind].pct} % (floor ${floor[kind] ?? '–'})`);
process.stdout.write(`coverage: ${figures.join(', ')}\n`);
if (below.length > 0) process.stderr.write(`below the floor: ${below.join(', ')}\n`);
if (lowered.length > 0) process.stderr.write(`the floor was lowered: ${lowered.join(', ')}\n`);
if (below.length + lowered.length > 0) process.exitCode = 1;

/** Every floor in the history; none in a copy without one. */
function committedFloors(): Floor[] {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const commits = git('log', '--format=%h', '--', FLOOR).split('\n').filter(Boolean);
    return commits.map((commit) => JSON.parse(git('show', `${commit}:${FLOOR}`)) as Floor);
  } catch {
    return [];
  }
}
