import type { Button, Choice, Reply } from '../../conversation/types.js';
import { MESSENGER_LIMITS } from '../../shared/messenger-limits.js';

/** Text stays 100 below what Messenger takes: how Facebook counts an emoji is not documented. */
const LIMITS = { ...MESSENGER_LIMITS, text: MESSENGER_LIMITS.text - 100 };

export type SendMessage = Readonly<Record<string, unknown>>;

/** A reply as one or more Send API messages: long text is parted between sentences, only the last part carries the choices. */
export function renderReply(reply: Reply): SendMessage[] {
  const limit = reply.kind === 'buttons' ? LIMITS.buttonText : LIMITS.text;
  const parts = partText(reply.text, LIMITS.text);
  const last = parts.at(-1) ?? '';
  // Of a text too long to stand above buttons only its end does.
  const above = partText(last, limit);
  const [before, own] = [[...parts.slice(0, -1), ...above.slice(0, -1)], above.at(-1) ?? ''];
  const choices = quickReplies(reply.quickReplies ?? []);
  const message =
    reply.kind === 'buttons' ? { attachment: buttonTemplate(own, reply.buttons) } : { text: own };
  return [
    ...before.map((text) => ({ text })),
    { ...message, ...(choices.length > 0 ? { quick_replies: choices } : {}) },
  ];
}

function buttonTemplate(text: string, buttons: readonly Button[]) {
  const shown = buttons
    .slice(0, LIMITS.buttons)
    .map((button) =>
      button.type === 'link'
        ? { type: 'web_url', title: fitting(button.title), url: button.url }
        : { type: 'postback', title: fitting(button.title), payload: button.payload },
    );
  return { type: 'template', payload: { template_type: 'button', text, buttons: shown } };
}

function quickReplies(choices: readonly Choice[]) {
  return choices
    .filter(({ payload }) => payload.length <= LIMITS.payload)
    .slice(0, LIMITS.quickReplies)
    .map(({ title, payload }) => ({ content_type: 'text', title: fitting(title), payload }));
}

function fitting(title: string): string {
  return title.length <= LIMITS.title ? title : `${partText(title, LIMITS.title - 1)[0] ?? ''}…`;
}

const segmenter = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Parts of at most `limit` code units: between paragraphs, else sentences, else words, else whole characters;
 * never inside a character, be it an emoji of several code points or a letter with combining marks.
 */
export function partText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const end = breakBefore(rest, limit);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

function breakBefore(text: string, limit: number): number {
  const head = text.slice(0, limit + 1);
  for (const border of [/\n\s*\n/g, /\n/g, /[.!?…;](?=\s)/g, /\s/g]) {
    const ends = [...head.matchAll(border)]
      .map((match) => match.index + match[0].length)
      .filter((end) => end <= limit);
    const end = ends.at(-1);
    if (end !== undefined && end > limit / 3) return end;
  }
  let end = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return end > 0 ? end : limit;
}
