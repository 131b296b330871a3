import { isObject, type Plain } from '../../../content/forms/plain.js';

export interface PreviewMessage {
  /** Who says it. */
  from: 'bot' | 'citizen';
  text: string;
  buttons: string[];
}

/** The texts of a part as messages on a phone, as far as they are texts that a citizen reads. */
export function previewOf(path: string, value: Plain | undefined): PreviewMessage[] {
  if (/^procedures\/[^/]+\.yml$/.test(path) && isObject(value)) return entryMessages(value);
  const texts = path.endsWith('/sentences.yml') ? linesOf(value) : [];
  return texts.map((text) => ({ from: 'bot', text, buttons: [] }));
}

function entryMessages(entry: Readonly<Record<string, Plain>>): PreviewMessage[] {
  const bot = (text: string): PreviewMessage => ({ from: 'bot', text, buttons: [] });
  const steps = linesOf(entry['steps']);
  const questions = Array.isArray(entry['questions']) ? entry['questions'] : [];
  return [
    ...linesOf(entry['summary']).map(bot),
    ...(steps.length > 0 ? [bot(steps.map((step, index) => `${index + 1}. ${step}`).join('\n'))] : []),
    ...questions.slice(0, 10).flatMap((one): PreviewMessage[] => {
      const [asked] = isObject(one) ? [linesOf(one['title'])[0] ?? linesOf(one['ask'])[0]] : [];
      const answers = isObject(one) ? linesOf(one['answer']).map(bot) : [];
      return asked === undefined ? answers : [{ from: 'citizen', text: asked, buttons: [] }, ...answers];
    }),
  ];
}

function linesOf(value: Plain | undefined): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(linesOf);
  return isObject(value) ? linesOf(value['text']) : [];
}
