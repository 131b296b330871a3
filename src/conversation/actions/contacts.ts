import { writtenDate } from '../../shared/days.js';
import type { Contact } from '../../content/types.js';
import { body, type Line } from '../lines.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { officeInEnglish } from '../wording/english-parts.js';
import { say } from '../wording/say.js';
import { officeHere, phoneHere } from './office.js';

export function hotline(turn: Turn): Answered {
  const here = officeHere(turn, 'contacts_here');
  const others = contactsFor(turn, 'hotline').filter(
    ({ asksFor }) => here === undefined || asksFor !== 'place',
  );
  const lines = others.map(({ name, value, note, checkedOn }): Line => ({
    as: 'fact',
    label: name,
    text: say(turn, 'contact_line', {
      value: note === undefined ? value : `${value} – ${note}`,
      checked: writtenDate(checkedOn),
    }),
  }));
  const heading =
    here === undefined
      ? [say(turn, lines.length === 0 ? 'contacts_none' : 'contacts_heading')]
      : [`${here} ${phoneHere(turn)}`, ...(lines.length === 0 ? [] : [say(turn, 'contacts_beside')])];
  return answered(
    'answered_information',
    [
      text(body([...heading, ...lines, say(turn, 'contacts_warning')]), [
        menuChoice(turn),
        personChoice(turn),
      ]),
    ],
    { english: [officeInEnglish(turn) ?? [], say(turn, 'english_contacts')].flat().join('\n') },
  );
}

/** The contacts that staff list for an occasion, in their order. */
export function contactsFor({ content }: Turn, occasion: Contact['shownFor'][number]): Contact[] {
  return content.contacts.filter(({ shownFor }) => shownFor.includes(occasion));
}

export function whomToAskAbout(turn: Turn, contactId: string): string {
  const contact = turn.content.contacts.find(({ id }) => id === contactId);
  return contact === undefined ? contactId : `${contact.name} (${contact.value})`;
}
