import { parseHTML } from 'linkedom';

interface PageElement {
  tagName: string;
  textContent: string | null;
  getAttribute: (name: string) => string | null;
  querySelector: (selector: string) => PageElement | null;
  querySelectorAll: (selector: string) => Iterable<PageElement>;
}

export const documentOf = (html: string): PageElement =>
  (parseHTML(html) as unknown as { document: PageElement }).document;

/** What a browser would send of the form in front of it. */
export function fieldsOf(html: string): Record<string, string> {
  const document = documentOf(html);
  const found: Record<string, string> = {};
  for (const field of document.querySelectorAll('.long-form textarea, .long-form input, .long-form select')) {
    const name = field.getAttribute('name') ?? '';
    const chosen = field.querySelector('option[selected]')?.getAttribute('value');
    if (name.startsWith('v') || name === 'text')
      found[name] =
        field.tagName === 'TEXTAREA'
          ? (field.textContent ?? '')
          : (chosen ?? field.getAttribute('value') ?? '');
  }
  return found;
}

/** Lines that are in one of the texts alone, each with its sign. */
export const lineDifferences = (before: string, after: string): string[] => {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
};
