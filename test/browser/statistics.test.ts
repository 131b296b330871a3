import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createVisits } from '../../src/accounts/visits.js';
import type { ShellParts } from '../../src/http/staff/parts.js';
import { staffShell } from '../../src/http/staff/shell.js';
import { securityHeaders } from '../../src/http/security-headers.js';
import { createMetrics } from '../../src/shared/metrics.js';
import { silentLogger } from '../../src/shared/logger.js';
import { randomRecords } from '../integration/statistics/random-records.js';
import { countWaiting } from '../../src/statistics/counting/counter.js';
import { NOW, stageOf, type Stage } from '../unit/http/staff-statistics/stage.js';
import { accessibilityFaults } from './support/accessibility.js';
import { browserSuite, DESKTOP, SCREENS, useBrowser } from './support/use-browser.js';

const SESSION = 'a'.repeat(43);
const MONTH = '/quan-tri/thong-ke?tu=2026-11-01&den=2026-11-24';

browserSuite('The statistics page (needs Chromium)', function () {
  this.timeout(60_000);
  let stage: Stage;
  let server: Server;
  let page: Page;
  const { complaints, newPage } = useBrowser();

  before(async () => {
    stage = await stageOf();
    for (const { _id, uncounted, ...rest } of randomRecords(700, 11))
      if (uncounted !== undefined) await stage.stores.records.write({ eventKey: _id, ...rest });
    await countWaiting(stage.stores.collections, { now: () => NOW });
    server = serverOf(stage);
  });
  after(async () => {
    server.close();
    await stage.close();
  });

  const open = async (options: BrowserContextOptions, path = MONTH) => {
    const { port } = server.address() as AddressInfo;
    const url = `http://localhost:${port}`;
    page = await newPage(options, { value: SESSION, url });
    await page.goto(url + path);
  };

  for (const [name, options] of SCREENS) {
    it(`has no serious fault that axe finds and nothing that the security policy refuses, ${name}`, async () => {
      await open(options);
      const faults = await accessibilityFaults(page);
      expect(faults.filter((fault) => /^(serious|critical)/.test(fault))).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
    });

    it(`fits the screen ${name}`, async () => {
      await open(options);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).to.equal(0);
    });
  }

  it('prints on two sheets of A4', async () => {
    await open(DESKTOP);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).to.have.length(2);
  });

  it('is asked another question with the keyboard alone', async () => {
    await open(DESKTOP);
    await page.locator('#thu-tuc').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.picker button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/thu-tuc=[a-z]/);
    expect(await page.locator('h1').textContent()).to.contain('01/11/2026');
    expect(await page.locator('[data-key="citizens"]').count()).to.equal(0);
  });
});

/** The staff area with one who is signed in already. */
function serverOf({ routes }: Stage): Server {
  const account = { id: 'thu', fullName: 'Tài khoản thử', roles: ['reviewer'] as const };
  const parts: ShellParts = {
    gate: {
      bySession: (id) => Promise.resolve(id === SESSION ? account : null),
      byToken: () => Promise.resolve(null),
    },
    visits: createVisits(),
    devices: { idOf: () => null },
    audit: { append: () => Promise.resolve() },
    clock: { now: () => NOW },
    metrics: createMetrics(),
    logger: silentLogger,
    authority: 'Thuế thành phố Đà Nẵng',
  };
  const app = express();
  app.use(securityHeaders());
  app.use('/quan-tri', staffShell(routes, parts));
  app.use(express.static('public'));
  return app.listen(0);
}
