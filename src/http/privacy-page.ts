import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import { Router } from 'express';
import { fullNotice } from '../conversation/consent.js';
import type { ConversationSettings } from '../conversation/turn.js';
import type { Channel } from '../conversation/types.js';
import type { Speaker } from '../conversation/wording/say.js';
import { methodNotAllowed } from './error-responses.js';

/** The compiler copies no templates, so they are read where they are written, also from `dist/`. */
const VIEWS = fileURLToPath(new URL('../../src/http/views/', import.meta.url));
const eta = new Eta({ views: VIEWS, autoEscape: true, cache: true });

const CHANNELS: readonly { channel: Channel; name: string }[] = [
  { channel: 'messenger', name: 'Qua Messenger' },
  { channel: 'web', name: 'Qua trang trò chuyện' },
];

/** `/quyen-rieng-tu`: what the notice in the conversation says, for whoever wants to read it before. */
export function privacyPage(given: ConversationSettings, content: () => Speaker['content']): Router {
  // The page need not name its own address.
  const settings = { ...given };
  delete settings.publicUrl;
  const page = () => {
    const speaker = { settings, content: content() };
    return eta.render('privacy', {
      authority: settings.authority,
      channels: CHANNELS.map(({ channel, name }) => ({
        name,
        facts: linesOf(speaker, channel).flatMap(factOf),
      })),
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
