import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { CONFIG_KEYS, readConfig } from '../../src/config.js';
import { AppError } from '../../src/shared/errors.js';

const PAGE = {
  FACEBOOK_PAGE_ID: '1000',
  FACEBOOK_PAGE_TOKEN: 'page-token',
  FACEBOOK_APP_SECRETS: 'new, old',
  FACEBOOK_VERIFY_TOKEN: 'verify',
};

describe('settings', () => {
  it('need nothing: the web chat runs on the embedded store', () => {
    const config = readConfig({});
    expect(config.port).to.equal(3000);
    expect(config.mongodbUri).to.equal(undefined);
    expect(config.page).to.equal(undefined);
    expect(config.missingForPage).to.deep.equal(Object.keys(PAGE));
  });

  it('treat an empty line like a missing one', () => {
    expect(readConfig({ PORT: '', MONGODB_URI: '', FACEBOOK_PAGE_ID: '' })).to.deep.equal(readConfig({}));
  });

  it('connect a Page once all of its keys are there, with several app secrets', () => {
    expect(readConfig(PAGE).page).to.deep.include({
      id: '1000',
      appSecrets: ['new', 'old'],
      graphVersion: 'v26.0',
      tokenInQuery: false,
    });
  });

  for (const key of [
    'FACEBOOK_PAGE_TOKEN',
    'FACEBOOK_APP_SECRETS',
    'FACEBOOK_VERIFY_TOKEN',
    'OIDC_CLIENT_SECRET',
    'CITIZEN_KEY',
  ] as const) {
    const value = 'a-secret-that-is-long-enough-for-every-key';
    const base = {
      ...PAGE,
      PUBLIC_URL: 'https://bot.example',
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'id',
      OIDC_CLIENT_SECRET: 'x',
    };

    it(`take white space and hidden characters around ${key} for a slip of copying`, () => {
      for (const written of [`${value}\n`, `\t ${value} `, `\ufeff${value}\u200b`, `\u00a0${value}\r\n`])
        expect(readConfig({ ...base, [key]: written })).to.deep.equal(readConfig({ ...base, [key]: value }));
    });

    it(`are refused with a line break or a hidden character within ${key}, without its value`, () => {
      for (const inside of ['\n', '\u200b', '\u00ad', '\u0007']) {
        const read = () => readConfig({ ...base, [key]: `a-secret${inside}${value}` });
        expect(read).to.throw(AppError, key);
        expect(read).not.to.throw(/a-secret/);
      }
    });
  }

  it('refuse a token that cannot stand in a header', () => {
    for (const token of ['page token', 'mã-trang', '“token”'])
      expect(() => readConfig({ ...PAGE, FACEBOOK_PAGE_TOKEN: token })).to.throw(/FACEBOOK_PAGE_TOKEN/);
    expect(readConfig({ ...PAGE, FACEBOOK_VERIFY_TOKEN: 'chữ của mình' }).page?.verifyToken).to.equal(
      'chữ của mình',
    );
  });

  it('name every wrong key and the remedy, and no value', () => {
    const read = () =>
      readConfig({
        PORT: 'abc',
        RETENTION_DAYS: '90',
        CITIZEN_KEY: 'too-short-secret',
        FACEBOOK_PAGE_ID: 'my page',
      });
    expect(read).to.throw(AppError).with.property('remedy').that.includes('.env');
    expect(read).to.throw(/PORT.*RETENTION_DAYS.*CITIZEN_KEY.*FACEBOOK_PAGE_ID/);
    expect(read).not.to.throw(/too-short-secret/);
  });

  describe('for alerts', () => {
    const MAIL = {
      ALERT_MAIL_TO: 'an@thue.vn, binh@thue.vn',
      SMTP_HOST: 'mail.thue.vn',
      MAIL_FROM: 'bot@thue.vn',
    };
    const key = 'x'.repeat(32);
    const hook = (url: string) => ({ ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: key });

    it('set up mail, a webhook, or nothing', () => {
      expect(readConfig({}).alerts).to.not.have.any.keys('mail', 'webhook');
      expect(readConfig(MAIL).alerts.mail).to.deep.include({
        ...{ port: 587, security: 'starttls', to: ['an@thue.vn', 'binh@thue.vn'] },
      });
      const url = 'https://nhan.thue.vn/x';
      expect(readConfig(hook(url)).alerts.webhook).to.deep.equal({ url, secret: key });
      expect(readConfig({ ALERT_KINDS: 'none' }).alerts.kinds).to.deep.equal([]);
    });

    it('mail the monthly report to readers of its own, with the same server, by nobody’s wish to nobody', () => {
      const own = { ...MAIL, ALERT_MAIL_TO: '', REPORT_MAIL_TO: 'lanhdao@thue.vn' };
      const { alerts, reportMail } = readConfig(own);
      expect(alerts.mail).to.equal(undefined);
      expect(reportMail?.day).to.equal(2);
      expect(reportMail?.mail).to.deep.include({ to: ['lanhdao@thue.vn'], port: 587, from: 'bot@thue.vn' });
      expect(readConfig(MAIL).reportMail).to.equal(undefined);
    });

    const wrong: [string, Record<string, string>][] = [
      ['SMTP_HOST', { REPORT_MAIL_TO: 'lanhdao@thue.vn' }],
      ['REPORT_MAIL_TO', { ...MAIL, REPORT_MAIL_TO: 'lanhdao' }],
      ['REPORT_MAIL_DAY', { ...MAIL, REPORT_MAIL_DAY: '31' }],
      ['SMTP_HOST', { ...MAIL, SMTP_HOST: '' }],
      ['MAIL_FROM', { ...MAIL, MAIL_FROM: '' }],
      ['ALERT_MAIL_TO', { ...MAIL, ALERT_MAIL_TO: '' }],
      ['ALERT_MAIL_TO', { ...MAIL, ALERT_MAIL_TO: 'an@thue.vn, binh' }],
      ['SMTP_PASSWORD', { ...MAIL, SMTP_USER: 'bot' }],
      ['SMTP_SECURITY', { ...MAIL, SMTP_SECURITY: 'ssl' }],
      ['ALERT_WEBHOOK_SECRET', { ALERT_WEBHOOK_URL: 'https://nhan.thue.vn' }],
      ['ALERT_WEBHOOK_URL', hook('http://nhan.thue.vn')],
      ['ALERT_WEBHOOK_URL', hook('https://ten:mat-khau@nhan.thue.vn')],
      ['ALERT_WEBHOOK_URL', hook('ftp://localhost')],
      ['ALERT_WEBHOOK_SECRET', { ...hook('https://nhan.thue.vn'), ALERT_WEBHOOK_SECRET: 'ngan' }],
      ['ALERT_KINDS', { ALERT_KINDS: 'new_request, gi_do' }],
      ['ALERT_HOURS', { ALERT_HOURS: '7h-17h' }],
    ];
    for (const [name, given] of wrong)
      it(`are refused with ${name} named: ${Object.entries(given).at(-1)?.join('=') ?? ''}`, () => {
        expect(() => readConfig(given)).to.throw(AppError, name);
      });

    it('take plain http on this machine alone', () => {
      expect(readConfig(hook('http://127.0.0.1:9000/x')).alerts.webhook?.url).to.contain('127.0.0.1');
    });
  });

  it('are all explained in .env.example, which explains nothing else', () => {
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
      ([, key]) => key,
    );
    expect(explained.sort()).to.deep.equal([...CONFIG_KEYS].sort());
  });

  it('in .env.example are accepted as they stand', () => {
    const written = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(
      ([, key = '', value = '']) => [key, value],
    );
    expect(readConfig(Object.fromEntries(written) as Record<string, string>)).to.deep.equal(readConfig({}));
  });

  it('refuse an address of MongoDB that names no database, and say how it is written', () => {
    for (const uri of [
      'mongodb://127.0.0.1:27017',
      'mongodb://127.0.0.1:27017/',
      'mongodb://a:b@h1,h2/?replicaSet=rs',
      'mongodb+srv://cluster.example.vn/?w=majority',
    ])
      expect(() => readConfig({ MONGODB_URI: uri }), uri).to.throw(/MONGODB_URI thiếu tên cơ sở dữ liệu/);
    const named = 'mongodb://a:b@h1,h2/dong-hanh?replicaSet=rs';
    expect(readConfig({ MONGODB_URI: named }).mongodbUri).to.equal(named);
  });
});
