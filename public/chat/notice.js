import { pageStatus } from './api.js';

const HIDDEN = 'dong-hanh-đã-ẩn-thông-báo';

/** Says whose bot this is, that this is a trial, and what is missing before the same conversation runs on the Page. */
export async function showNotice(find) {
  const { pageConnected, missing, authority } = await pageStatus();
  if (authority) find('authority').textContent = authority;
  if (sessionStorage.getItem(HIDDEN)) return;
  find('notice-summary').textContent = pageConnected
    ? 'Trang dùng thử. Anh/chị cũng có thể nhắn tin cho Fanpage trên Messenger.'
    : 'Trang dùng thử, chưa nối với Messenger.';
  find('notice-details').hidden = missing.length === 0;
  find('notice-missing').replaceChildren(...missing.map(settingLine));
  find('notice-close').addEventListener('click', () => {
    find('notice').hidden = true;
    sessionStorage.setItem(HIDDEN, '1');
    find('message-text').focus();
  });
  find('notice').hidden = false;
}

function settingLine(key) {
  const line = document.createElement('li');
  const code = document.createElement('code');
  code.textContent = key;
  line.append(code);
  return line;
}
