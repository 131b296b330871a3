import type { Stores } from '../../src/records/stores.js';
import type { ExchangeRecord } from '../../src/turns/ports.js';

/** What the bot thought of, and the file that staff file wordings in. */
export const INTENT = 'dang-ky-thue-ca-nhan';
export const FILE = `intents/${INTENT}.yml`;
const NEAR = [{ intent: INTENT, confidence: 0.31 }];

let minute = 0;

/** A message of a minute ago, each newer than the one before, that the bot did not understand. */
export function misunderstood(
  stores: Stores,
  key: string,
  text: string,
  changes: Partial<ExchangeRecord> = {},
) {
  minute += 1;
  const at = new Date(Date.now() - 3_600_000 + minute * 1000);
  return stores.records.write({
    eventKey: key,
    conversationId: `citizen-${key}`,
    channel: 'web',
    pageId: 'web',
    text,
    replyTexts: ['Dạ, em chưa hiểu chắc câu này.'],
    receivedAt: at,
    answeredAt: at,
    outcome: 'declined_unknown',
    confidence: 0.31,
    alternatives: NEAR,
    entryPoint: 'typed',
    contentVersion: 'v1',
    ...changes,
  });
}

/** Five of them: two alike, one with a masked number, one that is none of the bot's business, one without a matter. */
export async function seed(stores: Stores): Promise<void> {
  await misunderstood(stores, 'a', 'xin cái số để đóng thuế lương');
  await misunderstood(stores, 'b', 'xin cai so de dong thue luong');
  await misunderstood(stores, 'c', 'gọi cho [đã che: số điện thoại] giùm');
  await misunderstood(stores, 'd', 'hôm nay vàng bao nhiêu', {
    outcome: 'declined_out_of_scope',
    alternatives: [],
  });
  await misunderstood(stores, 'e', 'alo alo');
}
