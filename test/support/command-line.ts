import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inheritedEnvironment } from './inherited-environment.js';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  code: number;
  /** Standard output and standard error, as they came. */
  output: string;
}

/**
 * Runs `[command, ...args]` as staff do, in a process of its own with the settings given and no others; from the
 * repository, so that the TypeScript loader is found. `input` is piped to it.
 */
export function runCommandLine(
  line: readonly string[],
  { settings = {}, input = '' }: { settings?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, nodeArguments(line), spawnOptions(settings));
  child.stdin.on('error', () => undefined).end(input);
  return ended(child);
}

/** What is typed once the words before it are on the screen. */
export type Typed = readonly [after: string, keys: string];

/** The same at a terminal, which shows what is typed unless the program hides it. Needs `script` of util-linux. */
export function typeAtTerminal(
  line: readonly string[],
  typed: readonly Typed[],
  settings: Record<string, string> = {},
): Promise<Ended> {
  const command = [process.execPath, ...nodeArguments(line)].map((part) => `'${part}'`).join(' ');
  return typeInto(command, typed, settings);
}

export function typeInto(
  shellCommand: string,
  typed: readonly Typed[],
  settings: Record<string, string> = {},
): Promise<Ended> {
  const options = ['--quiet', '--return', '--flush', '--echo', 'always'];
  const child = spawn('script', [...options, '--command', shellCommand, '/dev/null'], spawnOptions(settings));
  const left = [...typed];
  let unanswered = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    unanswered += chunk;
    const [next] = left;
    if (next === undefined || !unanswered.includes(next[0])) return;
    left.shift();
    unanswered = '';
    child.stdin.write(next[1]);
  });
  return ended(child);
}

const nodeArguments = ([command = '', ...args]: readonly string[]) => [
  '--import',
  'tsx',
  `src/commands/${command}.ts`,
  ...args,
];

const spawnOptions = (settings: Record<string, string>) => ({
  cwd: REPOSITORY,
  // Only against what never ends: the test's own limit comes before.
  timeout: 900_000,
  env: { ...inheritedEnvironment(), TERM: 'xterm', SHELL: '/bin/sh', ...settings },
});

function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}
