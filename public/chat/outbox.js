import { RequestFailed, sendMessage } from './api.js';

const PAUSES_MS = [1000, 3000, 8000, 15_000];
const LONGEST_PAUSE_MS = 15_000;

/** @typedef {Parameters<typeof sendMessage>[0]} Outgoing */

/** Sends one message after the other, so that they arrive in order, and tries again by itself what may still work. */
export class Outbox {
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * Resolves to what the server kept; rejects with the reason when it is given up. Without a connection nothing is.
   * @param {Outgoing} message
   * @param {() => void} onTrouble hears of each retry
   */
  send(message, onTrouble) {
    const sent = this.#last.then(() => deliver(message, onTrouble));
    this.#last = sent.catch(() => {});
    return sent;
  }
}

/**
 * @param {Outgoing} message
 * @param {() => void} onTrouble
 */
async function deliver(message, onTrouble) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await sendMessage(message);
    } catch (error) {
      if (!(error instanceof RequestFailed) || !error.temporary) throw error;
      const unreachable = error.status === 0;
      if (!unreachable && attempt >= PAUSES_MS.length) throw error;
      onTrouble();
      await pauseOrOnline(PAUSES_MS[attempt] ?? LONGEST_PAUSE_MS);
    }
  }
}

/**
 * Waits, but no longer than until the device is online again; while it is not, nothing is tried.
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function pauseOrOnline(milliseconds) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = navigator.onLine ? setTimeout(done, milliseconds) : undefined;
    addEventListener('online', done);
  });
}
