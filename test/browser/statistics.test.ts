import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createVisits } from '../../src/accounts/visits.js';
import type { ShellDependencies } from '../../src/http/staff/shell-dependencies.js';
import { staffShell } from '../../src/http/staff/shell.js';
import { securityHeaders } from '../../src/http/security-headers.js';
import { createMetrics } from '../../src/shared/metrics.js';
import { silentLogger } from '../../src/shared/logger.js';
import { randomRecords } from '../integration/statistics/random-records.js';
import type { ExampleExchange } from '../../src/statistics/metrics/example.js';
import { NOW, stageOf, type Stage } from '../unit/http/staff-statistics/stage.js';
import { accessibilityFaults } from './support/accessibility.js';
import { browserSuite, DESKTOP, PHONE, SCREENS, useBrowser } from './support/use-browser.js';

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
    await stage.record(longNames());
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

  for (const [range, days] of [
    ['a day', 'tu=2026-11-10&den=2026-11-10'],
    ['a month', 'tu=2026-11-01&den=2026-11-24'],
    ['half a year', 'tu=2026-06-01&den=2026-11-24'],
    ['three years', 'tu=2023-12-01&den=2026-11-24'],
    ['one procedure', 'tu=2026-11-01&den=2026-11-24&thu-tuc=hoan-thue'],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`prints ${range} on two sheets of A4, from the ${colorScheme} screen too`, async () => {
        await open({ ...DESKTOP, colorScheme }, `/quan-tri/thong-ke?${days}`);
        const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).to.be.within(1, 2);
        await page.emulateMedia({ media: 'print' });
        const ground = await page.evaluate(
          'getComputedStyle(document.querySelector(".number")).backgroundColor',
        );
        expect(ground).to.equal('rgb(255, 255, 255)');
      });

  it('prints the report for the meeting on two sheets of A4, and has no fault that axe finds', async () => {
    await open(PHONE, '/quan-tri/thong-ke/bao-cao?tu=2026-10-01&den=2026-11-24&phut=5');
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).to.equal(0);
    expect(await accessibilityFaults(page)).to.deep.equal([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).to.have.length(2);
  });

  it('shows the first number on the first screen of a phone', async () => {
    await open(PHONE);
    const box = await page.locator('[data-key="conversations"] .value').boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).to.be.below(PHONE.viewport?.height ?? 0);
  });

  it('is asked another question with the keyboard alone', async () => {
    await open(DESKTOP);
    await page.locator('.other-period summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('#thu-tuc').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.picker button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/thu-tuc=[a-z]/);
    expect(await page.locator('h1').textContent()).to.contain('01/11/2026');
    expect(await page.locator('[data-key="citizens"]').count()).to.equal(0);
  });
});

/** In October: more procedures, places and phrases than a list shows, each with a long name. */
function longNames(): ExampleExchange[] {
  const long = (what: string, index: number) => `${what}-${index}-${'tên-rất-dài-'.repeat(4)}`.slice(0, 60);
  return Array.from({ length: 48 }, (_, index): ExampleExchange[] => {
    const at = `2026-10-${10 + (index % 12)} 09:00`;
    const kind = index % 12;
    return [
      {
        who: index,
        at,
        outcome: 'answered_procedure',
        procedure: long('thủ-tục', kind),
        toldPlace: { office: long('thuế-cơ-sở', kind), ward: long('xã', kind) },
      },
      {
        who: index,
        at,
        entryPoint: 'typed',
        outcome: 'declined_unknown',
        text: `${'cho em hỏi chuyện này với ạ '.repeat(6)}${kind}`,
        alternatives: [{ intent: long('câu-hỏi', kind), confidence: 0.2 }],
      },
    ];
  }).flat();
}

/** The staff area with one who is signed in already. */
function serverOf({ routes }: Stage): Server {
  const account = { id: 'thu', fullName: 'Tài khoản thử', roles: ['reviewer'] as const };
  const parts: ShellDependencies = {
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
    authority: () => 'Thuế thành phố Đà Nẵng',
  };
  const app = express();
  app.use(securityHeaders());
  app.use('/quan-tri', staffShell(routes, parts));
  app.use(express.static('public'));
  return app.listen(0);
}
