import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { amiss, readStory, writtenTurn, type StoryTurn } from '../../src/simulator/story.js';
import { loadContent } from '../../src/content/load.js';
import type { Knowledge } from '../../src/conversation/ports.js';
import { Citizen } from '../support/citizen.js';
import { understandingOf } from '../support/trained.js';
import { contentFolder } from '../support/content-folder.js';

const FOLDER = 'test/conversations';
const HOUR_MS = 3_600_000;

describe('stories: what citizens say and what they must see', () => {
  let knowledge: ReturnType<Knowledge['current']>;

  before(async () => {
    const { content, problems } = await loadContent(
      contentFolder('test/conversations/content'),
      '2026-11-24',
    );
    if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    knowledge = understandingOf(content);
  });

  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yml'))) {
    it(file.replace('.yml', '').replaceAll('-', ' '), async () => {
      const { turns } = await readStory(join(FOLDER, file));
      const citizen = new Citizen(knowledge, { known: false, now: new Date('2026-11-24T03:00:00Z') });
      for (const turn of turns) {
        await play(citizen, turn);
        const links = citizen.replies.flatMap((reply) => (reply.kind === 'buttons' ? reply.buttons : []));
        const titles = [...citizen.titles(), ...links.map(({ title }) => title)];
        const wrong = amiss(turn, { text: citizen.screen(), titles });
        expect(wrong, `${writtenTurn(turn)}\n${citizen.screen()}`).to.deep.equal([]);
        if (turn.outcome !== undefined)
          expect(citizen.last?.outcome, writtenTurn(turn)).to.equal(turn.outcome);
      }
    });
  }
});

async function play(citizen: Citizen, turn: StoryTurn): Promise<void> {
  citizen.wait((turn.hours_later ?? 0) * HOUR_MS);
  if ('citizen' in turn) await citizen.say(turn.citizen);
  else if ('button' in turn) await citizen.press(turn.button);
  else if ('link' in turn) await citizen.send({ kind: 'referral', ref: turn.link });
  else if ('attachment' in turn) await citizen.send({ kind: 'attachment', attachments: [turn.attachment] });
  else throw new Error('the Page’s inbox has stories of its own');
}
