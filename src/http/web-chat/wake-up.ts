import type { WebSignal } from './notifier.js';

/** What a stream waits for between two looks at the storage. No signal is lost while it looks. */
export class WakeUp {
  private accepted = false;
  private signalled = false;
  private resume: () => void = () => undefined;
  ended = false;

  readonly hear = (signal: WebSignal): void => {
    this.accepted ||= signal === 'accepted';
    this.ended ||= signal === 'closed';
    this.signalled = true;
    this.resume();
  };

  /** Whether a message was accepted since the last call; signals from now on count for the next wait. */
  takeAccepted(): boolean {
    const taken = this.accepted;
    this.accepted = this.signalled = false;
    return taken;
  }

  /** Until the next signal, or that many milliseconds. */
  async next(milliseconds: number): Promise<void> {
    if (this.signalled) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.resume = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
