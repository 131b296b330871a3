import { expect } from 'chai';
import { lookOnce } from '../../src/alerts/watch.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { loadTypefaces } from '../../src/posters/typeface.js';
import { reportToPdf } from '../../src/posters/write-report.js';
import type { Stores } from '../../src/records/stores.js';
import { reportAlerts, type ReportMailingDependencies } from '../../src/report-mailing.js';
import { silentLogger } from '../../src/shared/logger.js';
import { readMeetingReport } from '../../src/statistics/read-meeting-report.js';
import { createStatistics } from '../../src/statistics/statistics.js';
import { readMail } from '../fakes/mail-parts.js';
import { FakeSmtpServer } from '../fakes/smtp-server.js';
import { contentFolder } from '../support/content-folder.js';
import { SAMPLE_CONTENT } from '../support/sample-content.js';
import { embeddedPlace, onBothEngines } from './records/engines.js';
import { record } from './statistics/examples.contract.js';
import { randomRecords } from './statistics/random-records.js';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** The second of December, 7 o'clock in Vietnam. */
const DUE = new Date('2026-12-02T00:00:00Z');

onBothEngines('the report of the month before, by mail,', (stores) => {
  let mail: FakeSmtpServer;
  let now: Date;
  beforeEach(async () => {
    mail = await FakeSmtpServer.start();
    now = DUE;
  });
  afterEach(() => mail.close());

  const clock = { now: () => now };
  const statistics = () => createStatistics(stores().collections, () => SAMPLE_CONTENT, clock);
  const parts = (): ReportMailingDependencies => ({
    ...{ stores: stores(), clock, logger: silentLogger },
    config: {
      authority: 'Thuế thử',
      publicUrl: 'https://bot.example',
      reportMail: {
        day: 2,
        mail: {
          ...{ host: '127.0.0.1', port: mail.port, security: 'none', from: 'bot@thue.vn' },
          to: ['lanhdao@thue.vn', 'phong@thue.vn'],
        },
      },
    },
  });
  /** As a process does every few seconds. */
  const look = () => lookOnce(reportAlerts(parts(), statistics()));
  const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));
  const november = (given: Stores = stores()) => record(given, randomRecords(80, 5));

  it('goes to its readers once, on its day from 7 o’clock on, and not again', async () => {
    await november();
    now = new Date(DUE.getTime() - MINUTE);
    await look();
    expect(mail.mails, 'in the night').to.be.empty;
    now = DUE;
    await look();
    for (let day = 0; day < 29; day += 1) {
      await look();
      later(DAY);
    }
    expect(mail.mails).to.have.length(1);
    const { to, subject, text, files } = readMail(mail.mails[0] ?? '');
    expect(to).to.equal('lanhdao@thue.vn, phong@thue.vn');
    expect(subject).to.equal('[Đồng Hành] Báo cáo tháng 11/2026');
    expect(text)
      .to.contain('Thuế thử')
      .and.contain('https://bot.example/quan-tri/thong-ke/bao-cao?tu=2026-11-01&den=2026-11-30');
    expect(files.map(({ name }) => name)).to.deep.equal(['bao-cao-2026-11-01-2026-11-30.pdf']);
  });

  it('is the PDF of the page, with records in it that were not counted yet, and has no word of a citizen', async () => {
    const own = randomRecords(80, 5).map((one) => ({ ...one, text: 'chị Hoa ở số 7 hỏi' }));
    await record(stores(), own);
    await look();
    const [{ text, files } = { text: '', files: [] }] = mail.mails.map(readMail);
    const report = await readMeetingReport(statistics(), { period: NOVEMBER, authority: 'Thuế thử' });
    expect(JSON.stringify(report))
      .to.match(/Trong kỳ có [1-9]/)
      .and.not.contain('Hoa');
    const page = await reportToPdf(loadTypefaces(), report);
    expect(dateless(files[0]?.content)).to.equal(dateless(page));
    expect(text).to.not.contain('Hoa');
  });

  it('goes by one of three processes alone', async () => {
    await november();
    await Promise.all([look(), look(), look()]);
    expect(mail.mails).to.have.length(1);
  });

  it('is made up for by a process that was down on the day', async () => {
    await november();
    later(17 * DAY);
    await look();
    await look();
    expect(mail.mails).to.have.length(1);
  });

  it('is none of a month of which nothing was counted', async () => {
    await look();
    await november();
    now = new Date('2027-01-05T03:00:00Z');
    await look();
    expect(mail.mails).to.be.empty;
  });

  it('goes later when the mail server refuses, and then once', async () => {
    await november();
    mail.refusal = '451 try later';
    await look();
    expect(mail.mails).to.be.empty;
    mail.refusal = undefined;
    later(MINUTE);
    await look();
    later(DAY);
    await look();
    expect(mail.mails).to.have.length(1);
  });
});

describe('the report of the month before', function () {
  this.timeout(60_000);

  it('goes by mail from the running bot as the settings say, and not again when it starts anew', async () => {
    const mail = await FakeSmtpServer.start();
    const place = await embeddedPlace();
    const stores = await place.open();
    await record(stores, randomRecords(30, 6));
    await stores.close();
    const settings = {
      ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: place.directory, AUTHORITY: 'Thuế thử' },
      ...{ CONTENT_DIR: contentFolder('test/fixtures/content'), REPORT_MAIL_TO: 'lanhdao@thue.vn' },
      ...{
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(mail.port),
        SMTP_SECURITY: 'none',
        MAIL_FROM: 'bot@thue.vn',
      },
    };
    const clock = { now: () => DUE };
    for (let start = 0; start < 2; start += 1) {
      const app = await startApp(readConfig(settings), { logger: silentLogger, clock });
      await app.close();
    }
    expect(mail.mails.map((one) => readMail(one).subject)).to.deep.equal([
      '[Đồng Hành] Báo cáo tháng 11/2026',
    ]);
    await mail.close();
    await place.clear();
  });
});

/** A PDF says when it was made, and is named by that. */
const dateless = (bytes: Buffer | undefined) =>
  bytes
    ?.toString('latin1')
    .replace(/\(D:\d+Z\)/g, '')
    .replace(/\/ID \[[^\]]*\]/g, '');
