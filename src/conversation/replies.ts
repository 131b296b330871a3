import { writtenDate } from '../shared/days.js';
import type { Procedure } from '../content/types.js';
import type { Body, Line } from './lines.js';
import { encodePayload, type Payload } from './payloads.js';
import type { Button, Choice, Reply } from './types.js';
import { say, type Speaker } from './wording/say.js';
import { MESSENGER_LIMITS } from '../shared/messenger-limits.js';

/** Words with or without the roles of their lines. */
export type Words = string | Body;

function bodyOf(content: Words): Body {
  return typeof content === 'string' ? { text: content } : content;
}

export function text(content: Words, quickReplies: Choice[] = []): Reply {
  return { kind: 'text', ...bodyOf(content), ...(quickReplies.length > 0 ? { quickReplies } : {}) };
}

export function buttons(content: Words, list: Button[], quickReplies: Choice[] = []): Reply {
  return {
    kind: 'buttons',
    ...bodyOf(content),
    buttons: list.slice(0, MESSENGER_LIMITS.buttons),
    ...(quickReplies.length > 0 ? { quickReplies } : {}),
  };
}

export function choice(title: string, payload: Payload): Choice {
  return { title: shortened(title), payload: encodePayload(payload) };
}

export function button(title: string, payload: Payload): Button {
  return { type: 'reply', ...choice(title, payload) };
}

export function linkButton(title: string, url: string): Button {
  return { type: 'link', title: shortened(title), url };
}

/** Buttons need a text of at most 640 characters; a longer one goes out before them as messages of its own. */
export function textWithButtons(
  content: Words,
  prompt: string,
  list: Button[],
  quickReplies: Choice[] = [],
): Reply[] {
  if (list.length === 0) return [text(content, quickReplies)];
  if (bodyOf(content).text.length <= MESSENGER_LIMITS.buttonText)
    return [buttons(content, list, quickReplies)];
  return [text(content), buttons(prompt, list, quickReplies)];
}

export function menuChoice(speaker: Speaker): Choice {
  return choice(say(speaker, 'button_menu'), { kind: 'menu' });
}

export function personChoice(speaker: Speaker): Choice {
  return choice(say(speaker, 'button_person'), { kind: 'person' });
}

/** What stands under every answer that states something: on what it rests, and when it was checked. */
export function basisLines(speaker: Speaker, procedure: Procedure, today: string): Line[] {
  const documents = procedure.legalBasis.map(({ document }) => shortDocument(document)).slice(0, 2);
  const checkedOn = writtenDate(procedure.checkedOn);
  const line: Line =
    documents.length > 0
      ? basisLine(speaker, documents, checkedOn)
      : say(speaker, 'checked_only', { day: checkedOn });
  return procedure.reviewBy < today ? [line, overdueLine(speaker, procedure)] : [line];
}

/** @param checkedOn DD/MM/YYYY */
export function basisLine(speaker: Speaker, documents: readonly string[], checkedOn: string): Line {
  return {
    as: 'basis',
    text: say(speaker, 'basis_of', { documents: documents.join('; ') }),
    checkedOn,
    checked: say(speaker, 'checked_on', { day: checkedOn }),
  };
}

export function overdueLine(speaker: Speaker, procedure: Procedure): string {
  return say(speaker, 'overdue', { day: writtenDate(procedure.reviewBy) });
}

/** "Thông tư 90/2026/TT-BTC" out of a longer title. */
function shortDocument(document: string): string {
  return /^(?:[^\d]{1,25})?\d+\/\d{4}\/[\p{Lu}\d-]+/u.exec(document)?.[0] ?? document;
}

/** "Số 90/2026/TT-BTC": what names a document and still fits on a button. */
export function documentNumber(speaker: Speaker, document: string): string {
  const number = /\d+\/\d{4}\/[\p{Lu}\d-]+/u.exec(document)?.[0];
  return number === undefined ? document : say(speaker, 'button_document', { number });
}

/** Keeps whole characters and, where it can, whole words. */
export function shortened(title: string, limit: number = MESSENGER_LIMITS.title): string {
  if (title.length <= limit) return title;
  const kept = Array.from(title).reduce(
    (result, character) => (result.length + character.length < limit ? result + character : result + '\0'),
    '',
  );
  const cut = kept.split('\0')[0] ?? '';
  const atWord = cut.replace(/\s+\S*$/u, '');
  return `${(atWord.length >= limit / 2 ? atWord : cut).trimEnd()}…`;
}
