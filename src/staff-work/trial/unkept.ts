import type { Booking, Bookings, Requests, SaturdaySlot } from '../../conversation/ports.js';

/** Requests of a trial conversation: they wait in it alone, no officer ever sees them, and they end with it. */
export function unkeptRequests(): Requests {
  const [filed, newCode] = [new Map<string, Parameters<Requests['file']>[0]>(), trialCodes('YC')];
  return {
    file(request) {
      const known = [...filed].find(([, one]) => one.eventKey === request.eventKey)?.[0];
      const code = known ?? newCode();
      filed.set(code, request);
      return Promise.resolve(code);
    },
    status(_conversationId, code) {
      const request = filed.get(code);
      if (request === undefined) return Promise.resolve(null);
      return Promise.resolve({ code, kind: request.kind, status: 'open', filedAt: request.at });
    },
    isWaiting: (_conversationId, code) => Promise.resolve(filed.has(code)),
    openTalk: () => Promise.resolve(),
    closeTalk: () => Promise.resolve(),
    withdraw: (_conversationId, code) => Promise.resolve(filed.delete(code)),
  };
}

/** Bookings of a trial conversation: it is offered the seats that are free, and takes none of them away. */
export function unkeptBookings(openSlots: Bookings['openSlots']): Bookings {
  const [booked, newCode] = [new Map<string, Booking>(), trialCodes('LH')];
  return {
    openSlots,
    async book({ eventKey, date, start, place, procedure, at }) {
      const isAsked = (slot: SaturdaySlot) =>
        slot.date === date && slot.start === start && slot.place === place;
      const slot = (await openSlots(at)).find((one) => isAsked(one) && one.free > 0);
      if (slot === undefined) return null;
      const code = newCode();
      const booking = { code, slot, eventKey, ...(procedure === undefined ? {} : { procedure }) };
      booked.set(code, booking);
      return booking;
    },
    own: () => Promise.resolve([...booked.values()]),
    byCode: (code) => Promise.resolve(booked.get(code) ?? null),
    cancel: (_conversationId, code) => Promise.resolve(booked.delete(code)),
  };
}

/** In the form of a real code, so that it is understood when it is typed: `YC-THU10`, `YC-THU11` … */
function trialCodes(prefix: 'YC' | 'LH'): () => string {
  let last = 9;
  return () => `${prefix}-THU${(last += 1)}`;
}
