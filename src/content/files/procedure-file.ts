import { isMap, isScalar, isSeq } from 'yaml';
import type { Dated, DatedProcedure, DatedText } from '../dated-types.js';
import type { Step } from '../types.js';
import { list, object, optional, orElse, record } from '../shapes/collections.js';
import type { FormShape } from '../shapes/form-shape.js';
import { described, fault, nameOf, type Reader } from '../shapes/reader.js';
import { name } from '../decisions/facts-file.js';
import { id, oneOf, stringIn, boundedText } from '../shapes/text.js';
import { date, url } from '../shapes/values.js';

const link = object({ title: boundedText({ max: 20 }), url });

/** When a statement holds: the days from and until, both included. */
const validity = { from: optional(date), until: optional(date) };

const stepWithLink = object({ text: boundedText({ max: 500 }), link: optional(link), ...validity });
const plainStep = boundedText({ max: 500 });
const sharedList = object({ use: id });

/** A sentence alone, or one of the groups of items: on the web the items of all stand together. */
function orPlain(...forms: readonly (FormShape | undefined)[]): FormShape | undefined {
  const fields = forms.flatMap((form) => (form?.kind === 'object' ? form.fields : []));
  const all = forms.length === 1 ? fields : fields.map((field) => ({ ...field, required: false }));
  return { kind: 'plain_or_object', key: 'text', object: { kind: 'object', fields: all } };
}

/** One step: a sentence, or a sentence with a link or dates. */
export const step: Reader<Dated<Step>> = described(orPlain(stepWithLink.form), (node, location) =>
  isMap(node) && !looksLikeSentence(node.items[0]?.key)
    ? stepWithLink(node, location)
    : { text: plainStep(node, location) },
);

/** A shared list of steps, put in by its name. */
export interface Use {
  use: string;
}

const stepOrUse: Reader<Dated<Step> | Use> = described(
  orPlain(stepWithLink.form, sharedList.form),
  (node, location) => (isMap(node) && node.has('use') ? sharedList(node, location) : step(node, location)),
);

/** "Nơi nộp: Thuế cơ sở" without quotes reads as a map; its "key" gives it away. */
function looksLikeSentence(key: unknown): boolean {
  return isScalar(key) && /[\s\p{Lu}]|[^\u0000-\u007F]/u.test(String(key.value));
}

const code: Reader<string> = described({ kind: 'text', max: 8 }, (node, location) => {
  const value = stringIn(node, location);
  if (value !== '' && !/^\d\.\d{6}$/.test(value)) {
    fault(
      location,
      `${nameOf(location)} ghi "${value}": mã thủ tục gồm 1 chữ số, dấu chấm và 6 chữ số.`,
      'Viết trong nháy kép, ví dụ "1.008498", hoặc bỏ mục này nếu chưa chắc.',
    );
  }
  return value;
});

/** A sentence, or the wordings that hold one after the other, each with its dates. */
function datedText({ max }: { max: number }): Reader<DatedText> {
  const plain = boundedText({ max });
  const wording = object({ text: plain, ...validity });
  const wordings = list(wording, { min: 1 });
  const form =
    wording.form?.kind === 'object'
      ? ({ kind: 'plain_or_list', key: 'text', object: wording.form } as const)
      : undefined;
  return described(form, (node, location) =>
    isSeq(node) ? wordings(node, location) : [{ text: plain(node, location) }],
  );
}

/** A sentence, or a sentence with dates. */
function datedLine({ max }: { max: number }): Reader<Dated<{ text: string }>> {
  const plain = boundedText({ max });
  const withDates = object({ text: plain, ...validity });
  return described(orPlain(withDates.form), (node, location) =>
    isMap(node) && node.has('text') ? withDates(node, location) : { text: plain(node, location) },
  );
}

const none = (): never[] => [];
const part = optional(datedText({ max: 600 }));

const partEn = optional(boundedText({ max: 450 }));
const partsInEnglish = object({
  who: partEn,
  when: partEn,
  papers: partEn,
  where: partEn,
  how_long: partEn,
  cost: partEn,
});

/** A procedure whose shared lists of steps are still to be put in place. */
export type WrittenProcedure = Omit<DatedProcedure, 'steps'> & { steps: (Dated<Step> | Use)[] };

/** `procedures/<id>.yml` */
export const procedureFile: Reader<WrittenProcedure> = object({
  id,
  kind: oneOf(['procedure', 'information', 'referral']),
  group: id,
  name: boundedText({ max: 80 }),
  button: boundedText({ max: 20 }),
  official_name: optional(boundedText({ max: 300 })),
  code: optional(code),
  name_en: optional(boundedText({ max: 80 })),
  summary: datedText({ max: 600 }),
  summary_en: optional(boundedText({ max: 600 })),
  parts_en: optional(partsInEnglish),
  who: optional(datedText({ max: 400 })),
  when: part,
  papers: orElse(
    list(
      object({
        name: boundedText({ max: 300 }),
        form: optional(boundedText({ max: 60 })),
        case: optional(boundedText({ max: 200 })),
        note: optional(boundedText({ max: 400 })),
        only: optional(record(list(name, { min: 1 }))),
        papers_of: optional(id),
        ...validity,
      }),
    ),
    none,
  ),
  no_papers: part,
  where: part,
  links: orElse(list(link), none),
  steps: orElse(list(stepOrUse), none),
  time_limit: part,
  fee: part,
  result: part,
  legal_basis: orElse(
    list(
      object({
        document: boundedText({ max: 300 }),
        articles: optional(boundedText({ max: 200 })),
        in_force: optional(date),
        url: optional(url),
      }),
    ),
    none,
  ),
  questions: orElse(
    list(
      object({
        title: optional(boundedText({ max: 120 })),
        ask: list(boundedText({ max: 200 }), { min: 1 }),
        ask_within: optional(list(boundedText({ max: 200 }))),
        answer: datedText({ max: 600 }),
        answer_en: optional(boundedText({ max: 450 })),
      }),
    ),
    none,
  ),
  unsure: orElse(list(datedLine({ max: 400 })), none),
  ask_whom: boundedText({ max: 200 }),
  related: orElse(list(id), none),
  checked_on: date,
  review_by: date,
  confidence: oneOf(['high', 'medium', 'low']),
});
