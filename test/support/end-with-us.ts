import type { ChildProcess } from 'node:child_process';

const children = new Set<ChildProcess>();
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** A child that goes on when this process is ended from outside (`timeout`, Ctrl-C) would hold its port and its processor. */
export function endWithUs<C extends ChildProcess>(child: C): C {
  listen();
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.once('exit', endAll);
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      endAll();
      // What the signal does without us: end the process, or what somebody else listens for.
      process.kill(process.pid, signal);
    });
  }
}

function endAll(): void {
  for (const child of children) child.kill('SIGKILL');
}
