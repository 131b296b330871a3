import { sendMessage } from './api.js';

const PAUSES_MS = [1000, 3000, 8000, 15_000];

/** Sends one message after the other, so that they arrive in order, and tries again by itself what may still work. */
export class Outbox {
  #last = Promise.resolve();

  /** Resolves to what the server kept; rejects with the reason when it is given up. `onTrouble` hears of each retry. */
  send(message, onTrouble = () => {}) {
    const sent = this.#last.then(() => deliver(message, onTrouble));
    this.#last = sent.catch(() => {});
    return sent;
  }
}

async function deliver(message, onTrouble) {
  for (const pause of [...PAUSES_MS, null]) {
    try {
      return await sendMessage(message);
    } catch (error) {
      if (!error.temporary || pause === null) throw error;
      onTrouble(error);
      await pauseOrOnline(pause);
    }
  }
}

/** Waits, but no longer than until the device is online again. */
function pauseOrOnline(milliseconds) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
  });
}
