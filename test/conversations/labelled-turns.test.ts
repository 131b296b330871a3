import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadContent } from '../../src/content/load.js';
import type { Content } from '../../src/content/types.js';
import type { Knowledge } from '../../src/conversation/ports.js';
import { fold } from '../../src/shared/fold.js';
import { trainUnderstanding } from '../../src/train-understanding.js';
import {
  distinctMessages,
  distinctTurns,
  messageKey,
  placeNames,
} from '../support/labelled-turns/distinct.js';
import { KINDS, readLabelledTurns, TURNS_FOLDER, type Label } from '../support/labelled-turns/labels.js';
import { TODAY, TurnPlayer } from '../support/labelled-turns/play.js';

const MODELS = 'node_modules/.cache/models';
const DISTINCT = 900;
const HELD_OUT = 200;
const LONG_ENOUGH = 3;

describe('labelled turns: a message, what stands before it and what should answer it', function () {
  // The real content is learned first; that takes as long as the machine needs.
  this.timeout(0);
  const turns = readLabelledTurns();
  const [open, heldOut] = [false, true].map((kept) => turns.filter((turn) => turn.heldOut === kept));
  let knowledge: ReturnType<Knowledge['current']>;
  let places: string[];

  before(async () => {
    const { content, problems } = await loadContent('.', TODAY);
    if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    knowledge = { content, ...(await trainUnderstanding(content, MODELS)) };
    places = placeNames(content.offices);
  });

  it('are of every kind, and name only entries, decisions and facts that there are', () => {
    const kinds = new Set((open ?? []).map(({ kind }) => kind));
    expect([...kinds]).to.have.members(KINDS);
    const unknown = turns.flatMap(({ label, open: guide, say }) =>
      [...namesIn(label), ...(guide === undefined ? [] : [guide])]
        .filter((name) => !isKnown(name, knowledge.content))
        .map((name) => `${say}: ${name}`),
    );
    expect(unknown).to.deep.equal([]);
  });

  it('are distinct by more than numbers and names', () => {
    expect(distinctTurns(turns, places).size).to.be.at.least(DISTINCT);
    expect(distinctMessages(turns, places).size).to.be.at.least(DISTINCT);
    expect(distinctMessages(heldOut ?? [], places).size).to.be.at.least(HELD_OUT);
  });

  it('are no examples that the bot learns from', () => {
    const learned = new Set(wordingsOf(knowledge.content).map((words) => bare(words)));
    const copied = turns.filter(
      ({ say }) => bare(say).split(' ').length >= LONG_ENOUGH && learned.has(bare(say)),
    );
    expect(copied.map(({ say }) => say)).to.deep.equal([]);
  });

  it('are not held out and open at once', () => {
    const known = new Set((open ?? []).map(({ say }) => messageKey(say, places)));
    const twice = (heldOut ?? []).filter(({ say }) => known.has(messageKey(say, places)));
    expect(twice.map(({ say }) => say)).to.deep.equal([]);
  });

  it('are answered as their label says no less often than before', async () => {
    const floor = JSON.parse(await readFile(join(TURNS_FOLDER, 'floor.json'), 'utf8')) as { open: number };
    const player = new TurnPlayer(knowledge);
    let right = 0;
    for (const turn of open ?? []) right += (await player.play(turn)).missed.length === 0 ? 1 : 0;
    expect(right / (open ?? []).length).to.be.at.least(floor.open);
  });
});

function namesIn({ entry, decision, facts, ask, ask_back: near }: Label): string[] {
  return [entry, decision, Object.keys(facts ?? {}), ask, near].flat().filter((name) => name !== undefined);
}

function isKnown(name: string, { procedures, decisions, facts }: Content): boolean {
  return procedures.has(name) || decisions.has(name) || facts.has(name);
}

function wordingsOf({ intents, dialogueActs, procedures, decisions }: Content): string[] {
  return [
    ...[...intents.values()].flatMap(({ examples }) => examples),
    ...dialogueActs.flatMap(({ examples }) => examples),
    ...[...procedures.values()].flatMap(({ questions }) => questions.flatMap(({ ask }) => ask)),
    ...[...decisions.values()].flatMap(({ asks }) => asks),
  ];
}

/** Letters and numbers only, as the bot folds them. */
function bare(words: string): string {
  return (fold(words).match(/[\p{L}\d]+/gu) ?? []).join(' ');
}
