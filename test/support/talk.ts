import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { fold } from '../../src/shared/fold.js';
import type { Citizen } from './citizen.js';

const pattern = z.string();
const facts = {
  /** Each row: one of its patterns stands in the answer. */
  must: z.array(z.union([pattern, z.array(pattern)])).optional(),
  must_not: z.array(pattern).optional(),
};
const talk = z.strictObject({
  title: z.string(),
  turns: z
    .array(
      z.union([
        z.strictObject({ say: z.union([z.string(), z.array(z.string())]), ...facts }),
        z.strictObject({ press: z.string(), ...facts }),
      ]),
    )
    .min(1),
});

export type Talk = z.infer<typeof talk>;
type TalkTurn = Talk['turns'][number];

export async function readTalk(path: string): Promise<Talk> {
  return talk.parse(parse(await readFile(path, 'utf8')));
}

/** More than this is no answer to a question on a phone (characters); the notice of a first turn comes on top. */
const MAX_CHARACTERS = 800;
const NOTICE = 600;

export interface Marked {
  turn: string;
  marks: 0 | 1 | 2;
  screen: string;
}

/** Plays a conversation as a citizen would and marks each turn: 2 all of it, 1 at least half, 0 less or what must not be. */
export async function playTalk(citizen: Citizen, { turns }: Talk): Promise<Marked[]> {
  const marked: Marked[] = [];
  for (const turn of turns) {
    citizen.wait(5_000);
    const screen = 'press' in turn ? await press(citizen, turn.press) : await say(citizen, turn.say);
    const first = marked.length === 0;
    const marks = markOf(turn, screen, MAX_CHARACTERS + (first ? NOTICE : 0));
    marked.push({ turn: 'press' in turn ? `[${turn.press}]` : [turn.say].flat().join(' / '), marks, screen });
  }
  return marked;
}

function press(citizen: Citizen, title: string): Promise<string> {
  const found = citizen.titles().find((one) => fold(one).includes(fold(title)));
  return citizen.press(found ?? title);
}

/** What is sent quickly one after another is one turn, as the worker gathers it. */
async function say(citizen: Citizen, said: string | readonly string[]): Promise<string> {
  return citizen.say([said].flat().join('\n'));
}

function markOf({ must = [], must_not = [] }: TalkTurn, screen: string, room: number): 0 | 1 | 2 {
  const holds = (one: string) => new RegExp(one, 'iu').test(screen);
  if (must_not.some(holds) || screen === '') return 0;
  const rows = must.map((row) => [row].flat());
  const hit = rows.filter((row) => row.some(holds)).length;
  if (hit < rows.length) return hit > 0 && hit * 2 >= rows.length ? 1 : 0;
  return screen.length > room ? 1 : 2;
}
