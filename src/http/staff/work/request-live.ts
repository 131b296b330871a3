import { stream } from '../answers.js';
import type { StaffRoute } from '../route.js';
import { MAX_REQUESTS, type RequestRouteDependencies } from './request-dependencies.js';

/** What open pages are told without asking: how many wait, and that what they show has changed. */
export function liveRoutes({ requests, talks, closing }: RequestRouteDependencies): StaffRoute[] {
  const queue = async () => {
    const waiting = await requests.list({ status: 'waiting', limit: MAX_REQUESTS });
    const seen = waiting.map(({ code, status, takenBy = '' }) => `${code}${status}${takenBy}`).join();
    return { waiting: waiting.filter(({ status }) => status === 'open').length, seen };
  };
  return [
    {
      method: 'GET',
      path: '/yeu-cau/tin-moi',
      roles: ['answerer'],
      handle: () => stream(queue, closing),
    },
    {
      method: 'GET',
      path: '/yeu-cau/:code/tin-moi',
      roles: ['answerer'],
      handle: ({ params }) =>
        stream(async () => {
          const { waiting } = await queue();
          const request = await requests.get(params['code'] ?? '');
          if (request === null) return { waiting, seen: '' };
          const { lines, window, standing } = await talks.of(request);
          const last = lines.map(({ id, delivery = '' }) => `${id}${delivery}`).slice(-20);
          const until = standing?.officerUntil?.getTime() ?? 0;
          const seen = [
            lines.length,
            ...last,
            request.status,
            request.takenBy,
            request.talkSince,
            window,
            until,
          ];
          return { waiting, seen: seen.join() };
        }, closing),
    },
  ];
}
