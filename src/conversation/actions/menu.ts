import { inSeason } from '../../content/dated.js';
import type { Group } from '../../content/types.js';
import { needsNotice } from '../consent.js';
import type { Line } from '../lines.js';
import { button, buttons, choice, menuChoice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Choice, Reply } from '../types.js';
import { say, sayLines } from '../wording/say.js';

/** Procedures on one page of a group: with "Trang sau", "Xem menu" and a person this stays under 13 quick replies. */
const PAGE = 9;

/** What stands on an open page before anything was said: the greeting, with the ways in. */
export function welcome(speaker: Pick<Turn, 'content' | 'today'>, authority: string): Reply {
  const turn = { ...speaker, state: {} };
  return text(say(turn, 'greeting', { authority }), menuChoices(turn));
}

/** The first words: a bot, whose, what it can do, and the ways in. */
export function greet(turn: Turn): Answered {
  const { authority } = turn.settings;
  const first = turn.returning || needsNotice(turn);
  const hello = first ? say(turn, 'greeting', { authority }) : say(turn, 'greeting_short', { authority });
  turn.state.lastDisclosedAt = turn.now;
  return answered('answered_menu', [text(hello, menuChoices(turn))]);
}

export function showMenu(turn: Turn): Answered {
  return answered('answered_menu', [text(say(turn, 'menu'), menuChoices(turn))], {
    english: say(turn, 'english_menu'),
  });
}

/** What many ask about these days, as a group before the others. */
function seasonOf({ content, today }: Pick<Turn, 'content' | 'today'>): Group {
  const procedures = inSeason(content, today).map(({ id }) => id);
  return { id: 'dang-duoc-hoi-nhieu', name: say({ content }, 'button_season'), procedures };
}

/** The groups and a person, as the menu offers them. */
export function menuChoices(turn: Pick<Turn, 'content' | 'today'>): Choice[] {
  const groups = [seasonOf(turn), ...turn.content.groups].filter(({ procedures }) =>
    procedures.some((id) => turn.content.procedures.has(id)),
  );
  return [
    ...groups.map(({ id, name }) => choice(name, { kind: 'group', group: id, page: 0 })),
    personChoice(turn),
  ];
}

export function showGroup(turn: Turn, groupId: string, page: number): Answered {
  const group = [...turn.content.groups, seasonOf(turn)].find(({ id }) => id === groupId);
  if (group === undefined) return showMenu(turn);
  const entries = entriesOf(turn, group);
  const pages = Math.ceil(entries.length / PAGE);
  const shown = Number.isInteger(page) && page >= 0 && page < pages ? page : 0;
  const part = entries.slice(shown * PAGE, shown * PAGE + PAGE);
  const choices = part.map(({ id, button: title }) => choice(title, { kind: 'open', procedure: id }));
  const rows = part.map(({ name }, index): Line => ({
    as: 'row',
    text: name,
    payload: choices[index]?.payload ?? '',
  }));
  const more: Choice[] =
    pages > 1
      ? [
          choice(
            say(turn, 'button_page', { page: String(((shown + 1) % pages) + 1), pages: String(pages) }),
            {
              kind: 'group',
              group: groupId,
              page: (shown + 1) % pages,
            },
          ),
        ]
      : [];
  return answered('answered_menu', [
    text(sayLines(turn, 'group_heading', { group: [{ as: 'title', text: group.name }], entries: rows }), [
      ...choices,
      ...more,
      menuChoice(turn),
    ]),
  ]);
}

export function help(turn: Turn): Answered {
  turn.state.lastDisclosedAt = turn.now;
  return answered(
    'answered_command',
    [
      buttons(say(turn, 'help', { authority: turn.settings.authority }), [
        button(say(turn, 'button_menu'), { kind: 'menu' }),
        button(say(turn, 'button_person'), { kind: 'person' }),
        button(say(turn, 'button_privacy'), { kind: 'privacy' }),
      ]),
    ],
    { english: say(turn, 'english_help') },
  );
}

function entriesOf(
  turn: Pick<Turn, 'content'>,
  group: Group,
): { id: string; name: string; button: string }[] {
  return group.procedures.flatMap((id) => turn.content.procedures.get(id) ?? []);
}
