import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { CONFIG_KEYS } from '../../src/config.js';

const text = (path: string) => readFileSync(path, 'utf8');
const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: object }).scripts);

/** Scripts by name, as they are called in what is written. */
const calls = (written: string) => [
  ...new Set(
    [...written.matchAll(/\bnpm (?:run (?:-s )?|(?=test|start))([a-z:-]+)/g)].map(([, name = '']) => name),
  ),
];

interface Compose {
  services: Record<string, { environment?: Record<string, string>; secrets?: string[]; volumes?: string[] }>;
  volumes: object;
  secrets: object;
}

describe('What an office runs it with', () => {
  for (const path of ['.github/workflows/ci.yml', 'docs/deploy.md', 'docs/alerts.md', 'compose.yaml'])
    it(`${path} calls only scripts that there are`, () => {
      expect(scripts).to.include.members(calls(text(path)));
    });

  it('the scripts of the continuous integration are the ones that a contributor has', () => {
    expect(calls(text('.github/workflows/ci.yml'))).to.include.members(['test', 'lint', 'types']);
  });

  it('docs/deploy.md names only files that there are', () => {
    const named = [...text('docs/deploy.md').matchAll(/(?<![\w/])deploy\/[\w./-]+\w/g)].map(([path]) => path);
    expect(named).to.include('deploy/systemd/dong-hanh.service');
    expect(named.filter((path) => !existsSync(path))).to.deep.equal([]);
  });

  it('docs/deploy.md sets only keys of the settings that stand in .env.example', () => {
    const set = [...text('docs/deploy.md').matchAll(/s\|\^([A-Z_]+)=/g)].map(([, key = '']) => key);
    expect(set).to.include.members(['DATA_DIR', 'HOST', 'TRUST_PROXY', 'MONGODB_URI']);
    expect(CONFIG_KEYS).to.include.members(set);
    for (const key of set) expect(text('.env.example')).to.match(new RegExp(`^${key}=`, 'm'));
  });

  it('each unit starts a program that is compiled from our sources', () => {
    const units = readdirSync('deploy/systemd').filter((name) => name.endsWith('.service'));
    expect(units).to.have.length(2);
    for (const unit of units) {
      const started = /^ExecStart=\/usr\/bin\/node dist\/(\S+)\.js/m.exec(text(join('deploy/systemd', unit)));
      expect(existsSync(`src/${started?.[1] ?? ''}.ts`), unit).to.equal(true);
    }
  });

  it('the image is built from files that there are, and that are not kept back from it', () => {
    const copied = [...text('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    const sent = text('.dockerignore').split('\n');
    expect(copied).to.include.members(['src', 'public', 'intents', 'procedures']);
    for (const path of copied) {
      expect(existsSync(path), path).to.equal(true);
      expect(sent).to.include(`!${path}`);
    }
  });

  it('the compose file declares each volume and secret, and gives the bot only settings that there are', () => {
    const { services, volumes, secrets } = parse(text('compose.yaml'), { merge: true }) as Compose;
    for (const service of Object.values(services)) {
      expect(Object.keys(secrets)).to.include.members(service.secrets ?? []);
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('.')) expect(existsSync(source), source).to.equal(true);
        else expect(Object.keys(volumes)).to.include(source);
      }
    }
    expect(CONFIG_KEYS).to.include.members(Object.keys(services['bot']?.environment ?? {}));
  });
});
