import { openSession } from './api.js';
import { composer } from './composer.js';
import { Conversation } from './conversation.js';
import { showNotice } from './notice.js';
import { listen } from './replies.js';
import { Scroller } from './scroller.js';
import { Transcript } from './transcript.js';

const GET_STARTED = 'dh1|{"kind":"get_started"}';
/** A short cut heals by itself and needs no words. */
const QUIET_CUT_MS = 1500;

const find = (id) => document.getElementById(id);
const transcript = new Transcript();
const scroller = new Scroller(find('scroll'), find('more'), find('more-label'));
const conversation = new Conversation({ find, transcript, scroller });

let cutTimer;
const say = (words) => (find('state').textContent = words);

const onReplies = {
  reply: (reply, number) => conversation.hear(reply, number),
  ready: ({ waiting }) => {
    if (waiting) conversation.typing(true);
    else if (transcript.isEmpty) greet();
  },
  typing: (on) => conversation.typing(on),
  connected: () => {
    clearTimeout(cutTimer);
    cutTimer = undefined;
    say('');
  },
  disconnected: () => {
    cutTimer ??= setTimeout(() => say('Mất kết nối. Trang đang tự nối lại…'), QUIET_CUT_MS);
  },
};

/** Once a day and session, however often the page is loaded: the id is the same, so the server takes it in once. */
function greet() {
  const day = new Date().toISOString().slice(0, 10);
  conversation
    .pressSilently(`get-started-${day}`, GET_STARTED, 'Bắt đầu')
    .catch((error) => say(error.message));
}

async function startFresh(stream) {
  await openSession({ fresh: true });
  conversation.clear();
  stream.restart();
}

function joinControls(stream) {
  composer(find('composer'), find('message-text'), (text) => conversation.say(text));
  const about = find('about');
  const toggle = find('about-toggle');
  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(about.classList.toggle('open')));
  });
  const dialog = find('fresh-dialog');
  find('fresh').addEventListener('click', () => {
    dialog.returnValue = 'no';
    dialog.showModal();
  });
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'yes') startFresh(stream).catch((error) => say(error.message));
    find('message-text').focus({ preventScroll: true });
  });
}

conversation.restore();
joinControls(listen(() => transcript.lastRead, onReplies));
showNotice(find).catch(() => undefined);
