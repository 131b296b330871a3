/** @typedef {import('./types.js').OwnEntry} OwnEntry */

/** Tells the other tabs of the same conversation what was written in this one. */
export class Tabs {
  #channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('dong-hanh') : null;

  /**
   * @param {OwnEntry} entry as the server has kept it
   * @param {string} begun the beginning that it belongs to: what was deleted meanwhile must not come back
   */
  tell(entry, begun) {
    this.#channel?.postMessage({ entry, begun });
  }

  /** @param {(entry: OwnEntry, begun: string) => void} show */
  onTold(show) {
    this.#channel?.addEventListener(
      'message',
      (/** @type {MessageEvent<{entry: OwnEntry, begun: string}>} */ { data }) =>
        show(data.entry, data.begun),
    );
  }
}
