import { writtenDate } from '../../content/days.js';
import { body, type Line } from '../lines.js';
import { MENU_CHOICE, PERSON_CHOICE, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';

/** Contacts that take calls or letters from anyone, as far as staff have listed them. */
const PUBLIC = ['tong-dai-1022', 'cong-ho-tro-nnt', 'ho-tro-ung-dung-thue', 'thue-co-so'];

export function hotline(turn: Turn): Answered {
  const contacts = PUBLIC.flatMap((id) => turn.content.contacts.find((contact) => contact.id === id) ?? []);
  const lines = contacts.map(({ name, value, note, checkedOn }): Line => ({
    as: 'fact',
    label: name,
    text: `${value}${note === undefined ? '' : ` – ${note}`} (kiểm tra ngày ${writtenDate(checkedOn)})`,
  }));
  const heading =
    lines.length === 0 ? 'Dạ, em chưa có số điện thoại chắc chắn để đưa anh/chị.' : 'Dạ, anh/chị liên hệ:';
  return answered('answered_information', [
    text(body([heading, ...lines, 'Cơ quan thuế không hỏi OTP, mật khẩu qua điện thoại ạ.']), [
      MENU_CHOICE,
      PERSON_CHOICE,
    ]),
  ]);
}

export function whomToAskAbout(turn: Turn, contactId: string): string {
  const contact = turn.content.contacts.find(({ id }) => id === contactId);
  return contact === undefined ? contactId : `${contact.name} (${contact.value})`;
}
