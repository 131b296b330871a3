import { webhookFieldsOf, listOf, textOf, type Fields } from './values.js';

/** One event of one entry, as it came. */
export interface RawEvent {
  pageId: string;
  event: Fields;
  /** Another app owns the thread: never answered. */
  standby: boolean;
}

/** Every event of every entry, `messaging` and `standby` both; `changes` are read apart (`changesOf`). */
export function eventsOf(body: unknown): RawEvent[] {
  return listOf(webhookFieldsOf(body)['entry']).flatMap((entry) => {
    const fields = webhookFieldsOf(entry);
    const pageId = textOf(fields['id']) ?? '';
    const from = (list: unknown, standby: boolean) =>
      listOf(list).map((event) => ({ pageId, event: webhookFieldsOf(event), standby }));
    return [...from(fields['messaging'], false), ...from(fields['standby'], true)];
  });
}
