import { expect } from 'chai';
import type { BrowserContextOptions } from 'playwright-core';
import { browserSuite, DESKTOP, faultsOf } from './support/use-browser.js';
import { useChat } from './support/use-chat.js';

interface Screen extends BrowserContextOptions {
  /** Size of the text, percent. */
  text?: number;
}

const SCREENS: Record<string, Screen> = {
  'a phone': { viewport: { width: 360, height: 740 }, hasTouch: true },
  'a phone, dark': { viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme: 'dark' },
  'a phone, text twice as large': { viewport: { width: 360, height: 740 }, hasTouch: true, text: 200 },
  'a small phone': { viewport: { width: 320, height: 568 }, hasTouch: true },
  'a small phone, text twice as large': { viewport: { width: 320, height: 568 }, hasTouch: true, text: 200 },
  'a phone on its side': { viewport: { width: 740, height: 360 }, hasTouch: true },
  'a phone on its side, text twice as large': { viewport: { width: 740, height: 360 }, text: 200 },
  'a desktop, text twice as large': { ...DESKTOP, text: 200 },
  'a desktop with forced colours': { ...DESKTOP, forcedColors: 'active' },
  'a phone with more contrast': { viewport: { width: 360, height: 740 }, contrast: 'more' },
};

browserSuite('The web chat on every screen (needs Chromium)', function () {
  this.timeout(60_000);
  const { ask, page, shows, visit } = useChat();

  for (const [name, { text = 100, ...options }] of Object.entries(SCREENS))
    it(`on ${name}: everything is on the screen, nothing stands in the way of anyone`, async () => {
      await visit(options);
      await page().evaluate(`document.documentElement.style.fontSize = '${text}%'`);
      const first = await page().getByRole('group', { name: 'Gợi ý trả lời' }).getByRole('button').count();
      expect(first).to.be.at.most(5);
      expect(await faultsOf(page())).to.deep.equal([]);
      await ask('dang ky mst ca nhan lam sao');
      await shows('Anh/chị muốn xem phần nào?');
      expect(await faultsOf(page())).to.deep.equal([]);
      expect(await sideways()).to.equal(0);
      const { width = 0, height = 0 } = options.viewport ?? {};
      for (const control of ['Gửi', 'Cuộc trò chuyện mới']) {
        const box = await page().getByRole('button', { name: control }).boundingBox();
        expect((box?.x ?? width) + (box?.width ?? 0), control).to.be.at.most(width);
        expect((box?.y ?? height) + (box?.height ?? 0), control).to.be.at.most(height);
      }
      const scroll = await page().locator('#scroll').boundingBox();
      expect(scroll?.height, 'room for messages').to.be.greaterThan(height * 0.35);
    });

  const sideways = () =>
    page().evaluate(
      "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.getElementById('scroll'))",
    );
});
