import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import { Router } from 'express';
import { fullNotice } from '../conversation/consent.js';
import type { ConversationSettings } from '../conversation/turn.js';
import type { Channel } from '../conversation/types.js';
import { say, type Speaker } from '../conversation/wording/say.js';
import { methodNotAllowed } from './error-responses.js';

/** The compiler copies no templates, so they are read where they are written, also from `dist/`. */
const VIEWS = fileURLToPath(new URL('../../src/http/views/', import.meta.url));
const eta = new Eta({ views: VIEWS, autoEscape: true, cache: true });

const CHANNELS: readonly Channel[] = ['messenger', 'web'];

/** `/quyen-rieng-tu`: what the notice in the conversation says, for whoever wants to read it before. */
export function privacyPage(given: ConversationSettings, content: () => Speaker['content']): Router {
  const page = () => {
    // The page need not name its own address.
    const settings = { ...given };
    delete settings.publicUrl;
    const speaker = { settings, content: content() };
    return eta.render('privacy', {
      title: say(speaker, 'label_privacy'),
      back: say(speaker, 'privacy_back'),
      intro: say(speaker, 'privacy_intro', { authority: settings.authority }),
      channels: CHANNELS.map((channel) => ({
        name: say(speaker, `label_channel_${channel}`),
        facts: linesOf(speaker, channel).flatMap(factOf),
      })),
      deletion: say(speaker, 'label_how_to_delete'),
      steps: say(speaker, 'privacy_deletion_steps').split('\n'),
      person: say(speaker, 'privacy_deletion_person'),
      notes: linesOf(speaker, 'web').filter((line) => typeof line === 'string'),
    });
  };
  const router = Router();
  router
    .route('/')
    .get((_request, response) => {
      response.type('html').send(page());
    })
    .all(methodNotAllowed('GET'));
  return router;
}

type Lines = ReturnType<typeof linesOf>;

function linesOf(speaker: Parameters<typeof fullNotice>[0], channel: Channel) {
  return fullNotice(speaker, channel).flatMap(({ lines = [] }) => lines);
}

function factOf(line: Lines[number]): { label: string; text: string }[] {
  return typeof line !== 'string' && line.as === 'fact' ? [{ label: line.label, text: line.text }] : [];
}
