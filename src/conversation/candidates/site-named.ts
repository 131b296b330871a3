import { withoutMasks } from '../../privacy/mask-text.js';
import type { Content } from '../../content/types.js';
import { perObject } from '../../shared/per-object.js';
import { FILLER, wordClasses } from '../reading/word-classes.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';

const SURE = 0.98;
/** A host with an ending that addresses in messages have; "30.000" and "rồi.em" are none. */
const HOST =
  /(?<![\p{L}\d@.-])(?:https?:\/\/)?((?:[a-z\d-]{1,63}\.){1,6}(?:vn|com|net|org|info|top|cc|xyz|me|site|online|shop|app|vip|club|asia|io|co|link|live))(?![\p{L}\d@-])(?:\/\S*)?/giu;

/** What is said around an address when it is asked whether it is genuine, and nothing of what is to be done there. */
const around = wordClasses({
  asks: 'thật / thiệt / giả / chính thức / chính chủ / chính hãng / uy tín / an toàn / đáng tin / tin / lừa đảo / lừa / đúng / phải / không / ko / k / hông / thì sao / sao / được không / real / official / safe / fake / genuine / is / it',
  page: 'trang / trang web / web / website / link / đường link / địa chỉ / site / app / cổng / còn / thế / này / nớ / ni / nhà nước / bên thuế / thuế / cơ quan thuế / tổng cục thuế / dịch vụ công / vào / vô / bấm / mở / tin nhắn / gửi / gởi / nhận / nó / họ / hả / gì / the / this / about / what / or / a / website',
  filler: FILLER,
});

/** "dichvucong.gov.vn thì sao", "gdt-gov.vn": whether an address is genuine is answered from those that the content names. */
export function proposeSiteNamed(turn: Turn): Candidate[] {
  if (turn.event.kind !== 'text') return [];
  const said = withoutMasks(turn.event.text ?? '');
  const [host] = [...said.matchAll(HOST)].map((match) => (match[1] ?? '').toLowerCase());
  if (host === undefined || !turn.reading.said.toLowerCase().includes(host)) return [];
  if (around(said.replace(HOST, ' ')).some((token) => token.class === undefined)) return [];
  return [{ kind: 'safety', about: 'site', score: SURE, answer: () => tellOf(turn, host) }];
}

function tellOf(turn: Turn, site: string): Answered {
  const name = genuineSites(turn.content.procedures).get(site.replace(/^www\./u, ''));
  const words =
    name !== undefined
      ? say(turn, 'site_genuine', { site, name })
      : /(?:^|\.)gov\.vn$/u.test(site)
        ? say(turn, 'site_of_state', { site })
        : say(turn, 'site_unknown', { site });
  return answered('answered_information', [text(words, [menuChoice(turn), personChoice(turn)])]);
}

/** Hosts that entries link to, with the titles of those links. */
const genuineSites = perObject((procedures: Content['procedures']): ReadonlyMap<string, string> => {
  const links = [...procedures.values()].flatMap((procedure) => procedure.links);
  return new Map(links.map(({ title, url }) => [new URL(url).host.replace(/^www\./u, ''), title]));
});
