import { openSession } from './api.js';
import { composer } from './composer.js';
import { Conversation } from './conversation.js';
import { find, hasKeyboard } from './dom.js';
import { newId } from './entries.js';
import { pageData } from './page-data.js';
import { listen } from './replies.js';
import { Scroller } from './scroller.js';
import { Tabs } from './tabs.js';
import { Transcript } from './transcript.js';

/** A short cut heals by itself and needs no words. */
const QUIET_CUT_MS = 1500;

const transcript = new Transcript();
const scroller = new Scroller(find('scroll'), find('more'), find('more-label'));
const conversation = new Conversation(transcript, scroller, new Tabs());
const field = /** @type {HTMLTextAreaElement} */ (find('message-text'));

/** @type {ReturnType<typeof setTimeout> | undefined} */
let cutTimer;
let isRecalled = !transcript.isEmpty;

/** @param {string} words */
function say(words) {
  find('state').textContent = words;
}

function sayOffline() {
  say('Không có mạng. Anh/chị cứ nhắn, em giữ lại và gửi khi có mạng.');
}

const stream = listen(() => transcript.lastRead, {
  reply: (reply, number) => conversation.hear(reply, number),
  ready: (waiting) => {
    if (waiting) conversation.typing(true);
  },
  typing: (on) => conversation.typing(on),
  opened: async (created) => {
    if (created && !transcript.isEmpty && transcript.lastRead > 0) conversation.clear();
    if (!created && !isRecalled) await conversation.recall();
    isRecalled = true;
    conversation.goOn();
  },
  connected: () => {
    clearTimeout(cutTimer);
    cutTimer = undefined;
    say('');
  },
  disconnected: () => {
    if (!navigator.onLine) sayOffline();
    else cutTimer ??= setTimeout(() => say('Mất kết nối. Trang đang tự nối lại…'), QUIET_CUT_MS);
  },
});

addEventListener('offline', sayOffline);
transcript.onBeginning(() => {
  isRecalled = false;
  conversation.clear();
  void stream.restart();
});

async function startFresh() {
  await openSession({ fresh: true });
  conversation.clear({ begun: newId() });
  await stream.restart();
}

/** @param {unknown} error */
function sayWhy(error) {
  say(error instanceof Error ? error.message : 'Hệ thống gặp trục trặc.');
}

function joinControls() {
  composer(/** @type {HTMLFormElement} */ (find('composer')), field, (text) => conversation.say(text));
  const toggle = find('about-toggle');
  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(find('about').classList.toggle('open')));
  });
  const dialog = /** @type {HTMLDialogElement} */ (find('fresh-dialog'));
  find('fresh').addEventListener('click', () => {
    dialog.returnValue = 'no';
    dialog.showModal();
  });
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'yes') startFresh().catch(sayWhy);
    field.focus({ preventScroll: true });
  });
  find('told-close').addEventListener('click', () => {
    find('told').hidden = true;
    field.focus({ preventScroll: true });
  });
  find('to-choices').addEventListener('click', (event) => {
    event.preventDefault();
    const newest = document.querySelectorAll(
      '#quick button, .message:last-child button:enabled, .message:last-child a',
    );
    (newest[0] instanceof HTMLElement ? newest[0] : find('scroll')).focus();
  });
  find('close').addEventListener('click', () => parent.postMessage('dong-hanh-đóng', '*'));
}

find('authority').textContent = pageData.authority;
find('trial').hidden = !pageData.trial;
find('close').hidden = !pageData.framed;
document.body.classList.toggle('framed', pageData.framed);
conversation.begin();
joinControls();
if (hasKeyboard()) field.focus({ preventScroll: true });
