import { encodePayload } from '../conversation/payloads.js';
import { shortened } from '../conversation/replies.js';
import { say, type Speaker } from '../conversation/wording/say.js';
import { AppError } from '../shared/errors.js';
import { COMMENT_FIELD } from './page-watch.js';
import type { GraphClient } from './send/client.js';
import { MESSENGER_LIMITS } from '../shared/messenger-limits.js';

/** What a Page is set to by `npm run profile -- set`; limits are of the messenger facts, section 3.7. */
export function profileSettings(content: Speaker['content'], authority: string): Record<string, unknown> {
  const menu = [
    ['button_page_menu', { kind: 'menu' }],
    ['button_person', { kind: 'person' }],
    ['button_restart', { kind: 'restart' }],
    ['button_help', { kind: 'help' }],
    ['button_privacy', { kind: 'privacy' }],
    ['button_delete_mine', { kind: 'delete_data', confirmed: false }],
  ] as const;
  return {
    get_started: { payload: encodePayload({ kind: 'get_started' }) },
    greeting: [
      {
        locale: 'default',
        // A long name of the office may make it longer than it was written.
        text: say({ content }, 'page_greeting', { authority }).slice(0, MESSENGER_LIMITS.greeting),
      },
    ],
    persistent_menu: [
      {
        locale: 'default',
        composer_input_disabled: false,
        call_to_actions: menu.map(([title, payload]) => ({
          type: 'postback',
          title: say({ content }, title),
          payload: encodePayload(payload),
        })),
      },
    ],
  };
}

const SUBSCRIBED_FIELDS = [
  'messages',
  'messaging_postbacks',
  'messaging_referrals',
  'message_deliveries',
  'message_reads',
  'message_echoes',
  'message_reactions',
  'message_edits',
  'messaging_handovers',
  'standby',
  'messaging_policy_enforcement',
] as const;

/** Shows thumbs under the bot's messages as soon as it is subscribed to. */
const THUMBS_FIELD = 'response_feedback';

/** How long a question may be is not documented. */
const QUESTION_LIMIT = 80;

/** At most four; they hide Get Started, and with it the `ref` of new threads. */
export function iceBreakers(
  questions: readonly { question: string; procedure: string }[],
): Record<string, unknown> {
  const actions = questions.slice(0, 4).map(({ question, procedure }) => ({
    question: shortened(question, QUESTION_LIMIT),
    payload: encodePayload({ kind: 'open', procedure, entryPoint: 'ice_breaker' }),
  }));
  return { ice_breakers: [{ locale: 'default', call_to_actions: actions }] };
}

const PROFILE_FIELDS = 'get_started,greeting,persistent_menu,ice_breakers';

/** How the Page is set now: profile and subscription, as Facebook tells them. */
export async function readProfile(
  client: GraphClient,
  pageId: string,
): Promise<{ profile: unknown; subscription: unknown }> {
  const profile = await asked(client, 'GET', `me/messenger_profile?fields=${PROFILE_FIELDS}`);
  return { profile, subscription: await asked(client, 'GET', `${pageId}/subscribed_apps`) };
}

export async function writeProfile(
  client: GraphClient,
  pageId: string,
  settings: Record<string, unknown>,
  { thumbs = false, comments = false }: { thumbs?: boolean; comments?: boolean } = {},
): Promise<void> {
  // Left from an earlier time they would go on hiding Get Started.
  if (!('ice_breakers' in settings))
    await asked(client, 'DELETE', 'me/messenger_profile', { fields: ['ice_breakers'] });
  await asked(client, 'POST', 'me/messenger_profile', settings);
  await asked(client, 'POST', `${pageId}/subscribed_apps`, {
    subscribed_fields: [
      ...SUBSCRIBED_FIELDS,
      ...(thumbs ? [THUMBS_FIELD] : []),
      ...(comments ? [COMMENT_FIELD] : []),
    ].join(','),
  });
}

async function asked(
  client: GraphClient,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await client.call(method, path, body);
  if (answer.ok) return answer.body;
  throw new AppError('GRAPH_REFUSED', `Facebook không nhận lệnh (${answer.reason}).`, {
    remedy:
      'Kiểm tra FACEBOOK_PAGE_ID, FACEBOOK_PAGE_TOKEN (quyền pages_messaging, pages_manage_metadata) và GRAPH_API_VERSION; bảng mã lỗi ở docs/connect-a-page.md.',
  });
}
