import { writtenDate } from '../../content/days.js';
import { MENU_CHOICE, PERSON_CHOICE, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';

/** Contacts that take calls or letters from anyone, as far as staff have listed them. */
const PUBLIC = ['tong-dai-1022', 'cong-ho-tro-nnt', 'ho-tro-ung-dung-thue', 'thue-co-so'];

export function hotline(turn: Turn): Answered {
  const contacts = PUBLIC.flatMap((id) => turn.content.contacts.find((contact) => contact.id === id) ?? []);
  const lines = contacts.map(
    ({ name, value, note, checkedOn }) =>
      `• ${name}: ${value}${note === undefined ? '' : ` – ${note}`} (kiểm tra ngày ${writtenDate(checkedOn)})`,
  );
  const words =
    lines.length === 0
      ? 'Dạ, em chưa có số điện thoại chắc chắn để đưa anh/chị.'
      : `Dạ, anh/chị liên hệ:\n${lines.join('\n')}`;
  return answered('answered_information', [
    text(`${words}\nCơ quan thuế không hỏi OTP, mật khẩu qua điện thoại ạ.`, [MENU_CHOICE, PERSON_CHOICE]),
  ]);
}

export function whomToAskAbout(turn: Turn, contactId: string): string {
  const contact = turn.content.contacts.find(({ id }) => id === contactId);
  return contact === undefined ? contactId : `${contact.name} (${contact.value})`;
}
