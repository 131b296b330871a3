// Shows the chat on an office's own site: <script src="https://DIA-CHI-BOT/nhung.js" defer></script>
// A button at the edge of the page opens the chat in a frame of the bot's own origin; the site and the chat cannot
// read each other, and no cookie is needed. docs/embed-the-chat.md explains it.
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const { origin } = new URL(script.src);
  const { label = 'Hỏi trợ lý thuế', side = 'right' } = script.dataset;

  const STYLE = `
    :host { all: initial; }
    button {
      position: fixed; bottom: max(16px, env(safe-area-inset-bottom)); ${side === 'left' ? 'left' : 'right'}: 16px;
      z-index: 2147483000; display: flex; align-items: center; gap: 10px; min-height: 52px; padding: 8px 20px 8px 14px;
      border: 2px solid #fff; border-radius: 99px; background: #0b6461; color: #fff; cursor: pointer;
      font: 600 16px/1.3 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; box-shadow: 0 6px 24px rgb(0 0 0 / 30%);
    }
    button:focus-visible { outline: 3px solid #b45309; outline-offset: 3px; }
    button[aria-expanded='true'] { display: none; }
    img { width: 32px; height: 32px; border-radius: 9px; }
    iframe {
      position: fixed; bottom: 16px; ${side === 'left' ? 'left' : 'right'}: 16px; z-index: 2147483001;
      width: min(420px, calc(100vw - 32px)); height: min(680px, calc(100dvh - 32px)); border: 1px solid #d5dfdb;
      border-radius: 18px; background: #f7f9f7; box-shadow: 0 16px 60px rgb(0 0 0 / 30%); color-scheme: light dark;
    }
    iframe[hidden] { display: none; }
    @media (max-width: 520px), (max-height: 480px) {
      iframe { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0; }
    }
  `;

  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  const face = document.createElement('img');
  face.src = `${origin}/icon.svg`;
  face.alt = '';
  button.append(face, label);
  /** Made with the first opening: who does not ask loads nothing. */
  const frame = document.createElement('iframe');
  frame.title = label;
  frame.allow = 'clipboard-write';
  frame.hidden = true;
  root.append(button);

  /** @param {boolean} open */
  const show = (open) => {
    if (open && !frame.isConnected) {
      frame.src = `${origin}/nhung`;
      root.append(frame);
    }
    frame.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    (open ? frame : button).focus();
  };
  button.addEventListener('click', () => show(true));
  addEventListener('message', (event) => {
    if (event.source === frame.contentWindow && event.data === 'dong-hanh-đóng') show(false);
  });
  document.body.append(host);
})();
