import { writtenDate } from '../../shared/days.js';
import type { Contact } from '../../content/types.js';
import { body, type Line } from '../lines.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';

export function hotline(turn: Turn): Answered {
  const lines = contactsFor(turn, 'hotline').map(({ name, value, note, checkedOn }): Line => ({
    as: 'fact',
    label: name,
    text: say(turn, 'contact_line', {
      value: note === undefined ? value : `${value} – ${note}`,
      checked: writtenDate(checkedOn),
    }),
  }));
  const heading = say(turn, lines.length === 0 ? 'contacts_none' : 'contacts_heading');
  return answered('answered_information', [
    text(body([heading, ...lines, say(turn, 'contacts_warning')]), [menuChoice(turn), personChoice(turn)]),
  ]);
}

/** The contacts that staff list for an occasion, in their order. */
export function contactsFor({ content }: Turn, occasion: Contact['shownFor'][number]): Contact[] {
  return content.contacts.filter(({ shownFor }) => shownFor.includes(occasion));
}

export function whomToAskAbout(turn: Turn, contactId: string): string {
  const contact = turn.content.contacts.find(({ id }) => id === contactId);
  return contact === undefined ? contactId : `${contact.name} (${contact.value})`;
}
