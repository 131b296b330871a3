import type { IncomingMessage } from 'node:http';
import { webhookFieldsOf, parseJson, type Fields } from '../../messenger/webhook/values.js';

/** A call's JSON; empty where it has none. */
export async function readRequestBody(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return bytes.length === 0 ? {} : webhookFieldsOf(parseJson(bytes));
}
