import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import { Router } from 'express';
import { fullNotice } from '../conversation/consent.js';
import type { ConversationSettings } from '../conversation/turn.js';
import type { Channel } from '../conversation/types.js';
import { methodNotAllowed } from './error-responses.js';

/** The compiler copies no templates, so they are read where they are written, also from `dist/`. */
const VIEWS = fileURLToPath(new URL('../../src/http/views/', import.meta.url));
const eta = new Eta({ views: VIEWS, autoEscape: true, cache: true });

const CHANNELS: readonly { channel: Channel; name: string }[] = [
  { channel: 'messenger', name: 'Qua Messenger' },
  { channel: 'web', name: 'Qua trang trò chuyện' },
];

/** `/quyen-rieng-tu`: what the notice in the conversation says, for whoever wants to read it before. */
export function privacyPage(given: ConversationSettings): Router {
  // The page need not name its own address.
  const settings = { ...given };
  delete settings.publicUrl;
  const html = eta.render('privacy', {
    authority: settings.authority,
    channels: CHANNELS.map(({ channel, name }) => ({
      name,
      facts: linesOf(settings, channel).flatMap(factOf),
    })),
    notes: linesOf(settings, 'web').filter((line) => typeof line === 'string'),
  });
  const router = Router();
  router
    .route('/')
    .get((_request, response) => {
      response.type('html').send(html);
    })
    .all(methodNotAllowed('GET'));
  return router;
}

type Lines = ReturnType<typeof linesOf>;

function linesOf(settings: ConversationSettings, channel: Channel) {
  return fullNotice(settings, channel).flatMap(({ lines = [] }) => lines);
}

function factOf(line: Lines[number]): { label: string; text: string }[] {
  return typeof line !== 'string' && line.as === 'fact' ? [{ label: line.label, text: line.text }] : [];
}
