import type { RequestQueue, StaffRequest } from '../../staff-work/ports.js';
import type { Collections } from '../collections.js';
import type { RequestDocument } from '../documents/request.js';
import { without } from '../engine/plain.js';
import { normalCode } from './code.js';
import { extendedTerm } from '../../staff-work/requests/request-terms.js';

export const WAITING = { status: { $in: ['open', 'taken'] } };

/** What a request has only while officers may write to its citizen, as `$unset` takes it. */
export const TALK = { talkSince: true, address: true, channel: true, pageId: true } as const;

/** Each step is one update of one document that says what it must find, so that two officers never both get through. */
export function queueOf(requests: Collections['requests']): RequestQueue {
  const change = async (
    code: string,
    found: object,
    $set: object,
    $unset: Readonly<Record<string, true>> = {},
  ) => {
    const update = Object.keys($unset).length === 0 ? { $set: { ...$set } } : { $set: { ...$set }, $unset };
    return (await requests.updateOne({ _id: normalCode(code), ...found }, update)) === 1;
  };
  return {
    async list({ status, kind, limit }) {
      const filter = {
        ...(status === 'closed' ? { status } : WAITING),
        ...(kind === undefined ? {} : { kind }),
      };
      const sort = status === 'closed' ? ({ closedAt: -1 } as const) : ({ filedAt: 1 } as const);
      return (await requests.find(filter, { sort, limit })).map(asStaffRequest);
    },

    async get(code) {
      const found = await requests.findOne({ _id: normalCode(code) });
      return found === null ? null : asStaffRequest(found);
    },

    take: (code, by, at) =>
      change(code, { status: 'open' }, { status: 'taken', takenBy: by, takenAt: at, confirmedAt: at }),

    giveBack: (code, by) =>
      change(code, { status: 'taken', takenBy: by }, { status: 'open' }, { takenBy: true, takenAt: true }),

    async extend(code, reason, at) {
      const found = await requests.findOne({ _id: normalCode(code), ...WAITING });
      if (found?.dueBy === undefined || found.extendedAt !== undefined) return false;
      const dueBy = extendedTerm(found.kind, found.dueBy);
      if (dueBy === null) return false;
      const asRead = { ...WAITING, dueBy: found.dueBy, extendedAt: { $exists: false } };
      return change(code, asRead, { dueBy, extendedAt: at, extensionReason: reason });
    },

    close: (code, { how, note, by }, at) =>
      change(code, WAITING, { status: 'closed', closing: how, note, closedBy: by, closedAt: at }, TALK),

    ...answers(requests),
  };
}

function answers(requests: Collections['requests']): Pick<RequestQueue, 'answerAddress' | 'answered'> {
  return {
    async answerAddress(code) {
      const { conversationId, channel, pageId, address } =
        (await requests.findOne({ _id: normalCode(code), ...WAITING })) ?? {};
      if (channel === undefined || pageId === undefined || address === undefined) return null;
      return { conversationId: conversationId ?? '', channel, pageId, address };
    },

    async answered(code, by, at) {
      const first = { _id: normalCode(code), firstAnswerAt: { $exists: false } };
      await requests.updateOne(first, { $set: { firstAnswerAt: at, answeredBy: by } });
    },
  };
}

export function asStaffRequest({ _id, ...document }: RequestDocument): StaffRequest {
  return { code: _id, ...without(document, 'eventKey', 'address', 'pageId') };
}
