import { startApp } from '../app.js';
import { readConfig } from '../config.js';
import type { ShownMessage } from './fake-graph-api/screen.js';
import { startFakeGraphApi, type FakeGraphApi } from './fake-graph-api/server.js';
import { PageInbox } from './page-inbox.js';
import { SimulatedCitizen } from './messenger-citizen.js';
import type { Logger } from '../shared/logger.js';
import type { Story, StoryTurn } from './story.js';

export interface StageOptions {
  dataDir: string;
  contentDir: string;
  logger: Logger;
  mongodbUri?: string | undefined;
  /** When the story begins; its time then passes as real time does, and by its `hours_later`. Now unless told. */
  startAt?: Date;
}

export interface PlayedTurn {
  turn: StoryTurn;
  /** What reached the citizen's screen because of it. */
  messages: ShownMessage[];
  /** What was passed to the Page's inbox because of it. */
  passed: string;
}

const PAGE = {
  id: '100000000000001',
  token: 'token-of-the-fake',
  secret: 'secret-of-the-fake',
  verify: 'verify',
};
const HOUR_MS = 3_600_000;

/**
 * Plays a story as one citizen through the whole product: signed webhook, store, worker, fake Graph API. Calls `onTurn`
 * after each turn; resolves to what Facebook would have refused, empty when nothing.
 */
export async function playStory(
  { turns, settings = {} }: Story,
  options: StageOptions,
  onTurn: (played: PlayedTurn) => void,
): Promise<string[]> {
  let ahead = (options.startAt?.getTime() ?? Date.now()) - Date.now();
  const now = () => Date.now() + ahead;
  const graph = await startFakeGraphApi({
    ...{ token: PAGE.token, appSecret: PAGE.secret, pageId: PAGE.id, now },
  });
  try {
    const clock = { now: () => new Date(now()) };
    const app = await startApp(configFor(graph, options, settings), { logger: options.logger, clock });
    try {
      const target = {
        ...{ botUrl: app.url.replace(/\/$/, ''), appSecret: PAGE.secret, pageId: PAGE.id, now },
      };
      const { messages, threads } = graph;
      const citizen = new SimulatedCitizen({ ...target, messages, threads });
      const inbox = new PageInbox(target, threads);
      for (const turn of turns) {
        ahead += (turn.hours_later ?? 0) * HOUR_MS;
        const before = threads.passed.length;
        await act(citizen, inbox, turn);
        await app.idle();
        const passed = threads.passed.slice(before).map(({ metadata }) => metadata);
        onTurn({ turn, messages: citizen.look(), passed: passed.join('\n') });
      }
    } finally {
      await app.close();
    }
  } finally {
    await graph.close();
  }
  return graph.refusals;
}

function configFor(
  graph: FakeGraphApi,
  { dataDir, contentDir, mongodbUri }: StageOptions,
  settings: Readonly<Record<string, string>>,
) {
  return readConfig({
    ...settings,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    CONTENT_DIR: contentDir,
    MONGODB_URI: mongodbUri,
    FACEBOOK_PAGE_ID: PAGE.id,
    FACEBOOK_PAGE_TOKEN: PAGE.token,
    FACEBOOK_APP_SECRETS: PAGE.secret,
    FACEBOOK_VERIFY_TOKEN: PAGE.verify,
    GRAPH_API_URL: graph.url,
  });
}

async function act(citizen: SimulatedCitizen, inbox: PageInbox, turn: StoryTurn): Promise<void> {
  if ('colleague' in turn) return inbox.answer(citizen.id, turn.colleague);
  if ('inbox' in turn) {
    if (turn.inbox === 'take') return inbox.take(citizen.id);
    return turn.inbox === 'give_back' ? inbox.giveBack(citizen.id) : inbox.release(citizen.id);
  }
  if ('citizen' in turn) return citizen.say(turn.citizen);
  if ('button' in turn) return citizen.press(turn.button);
  return 'link' in turn ? citizen.follow(turn.link) : citizen.attach(turn.attachment);
}
