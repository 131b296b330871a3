import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DIALOGUE_ACTS } from '../../../src/content/dialogue-acts.js';
import type { Aspect } from '../../../src/conversation/guide/key-facts.js';
import { ACTIONS } from './actions.js';

export const TURNS_FOLDER = 'test/conversations/turns';
/** Whole dialogues that nothing is fitted to: only the share that is right is ever reported of them. */
const HELD_OUT = 'held-out';

/** What a labelled turn tries. */
export const KINDS = [
  'fraud',
  'meaning',
  'calculator',
  'context',
  'facts',
  'acts',
  'commands',
  'references',
  'ask_back',
  'several',
  'short',
  'bookings',
  'places',
  'rating',
] as const;
type Kind = (typeof KINDS)[number];

const PARTS: readonly (Aspect | 'overview')[] = [
  'overview',
  'who',
  'when',
  'papers',
  'where',
  'how_long',
  'cost',
  'result',
  'steps',
  'basis',
];

const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)]);
const words = oneOrMore(z.string());

const expected = {
  /** Of these entries one answers. */
  entry: oneOrMore(z.string()).optional(),
  /** With this part of the entry, or one of these. */
  part: oneOrMore(z.enum(PARTS)).optional(),
  /** The guide then stands at this step, counted from 1. */
  step: z.number().optional(),
  decision: oneOrMore(z.string()).optional(),
  /** Facts known after the turn. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** The bot asks for this fact. */
  ask: z.string().optional(),
  act: oneOrMore(z.enum(DIALOGUE_ACTS)).optional(),
  does: oneOrMore(z.enum(ACTIONS)).optional(),
  /** The bot asks back, and two of these or more are among the options. */
  ask_back: z.array(z.string()).min(2).optional(),
  /** It is none of the office's matters, and the bot says so. */
  decline: z.literal(true).optional(),
  /** What to do now about a fraud comes first. */
  danger: z.literal(true).optional(),
  /** Each of these patterns stands in the answer, or none of those. */
  says: words.optional(),
  never: words.optional(),
  /** Most messages that the answer may have. */
  messages: z.number().optional(),
};

const turn = z.strictObject({ say: words, kind: z.enum(KINDS).optional(), ...expected });
const before = z.union([z.string(), z.strictObject({ press: z.string() })]);
const scene = z.union([
  /** Each is said on its own after the same messages, or with a guide open. */
  z.strictObject({
    kind: z.enum(KINDS).optional(),
    open: z.string().optional(),
    before: z.array(before).min(1).max(4).optional(),
    each: z.array(turn).min(1),
  }),
  /** One after the other: what comes before a turn is its context. */
  z.strictObject({
    kind: z.enum(KINDS).optional(),
    open: z.string().optional(),
    before: z.array(before).min(1).max(4).optional(),
    dialogue: z.array(turn).min(1),
  }),
]);
const file = z.strictObject({ kind: z.enum(KINDS).optional(), scenes: z.array(scene).min(1) });

export type Label = Omit<z.infer<typeof turn>, 'say' | 'kind'>;
export type Before = z.infer<typeof before>;

export interface LabelledTurn {
  kind: Kind;
  heldOut: boolean;
  /** The guide that was opened first. */
  open?: string;
  /** The citizen's messages and presses before this one. */
  before: Before[];
  say: string;
  label: Label;
  /** Which file it stands in. */
  file: string;
}

export function readLabelledTurns(folder = TURNS_FOLDER): LabelledTurn[] {
  const open = namesIn(folder).flatMap((name) => turnsOf(folder, name, false));
  const kept = join(folder, HELD_OUT);
  return [...open, ...namesIn(kept).flatMap((name) => turnsOf(kept, name, true))];
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort();
}

function turnsOf(folder: string, name: string, heldOut: boolean): LabelledTurn[] {
  const path = join(folder, name);
  const read = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  return read.data.scenes.flatMap((one) => {
    const { open } = one;
    const list = 'dialogue' in one ? one.dialogue : one.each;
    const said: Before[] = [...(one.before ?? [])];
    return list.map((row): LabelledTurn => {
      const { say, kind = one.kind ?? read.data.kind, ...label } = row;
      if (kind === undefined) throw new Error(`${path}: “${String(say)}” has no kind`);
      const context = [...said];
      const message = [say].flat().join('\n');
      if ('dialogue' in one) said.push(message);
      const opened = open === undefined ? {} : { open };
      return { kind, heldOut, ...opened, before: context, say: message, label, file: path };
    });
  });
}
