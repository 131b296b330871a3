/** A promise that is kept by hand. */
export function deferred() {
  let resolve = () => {};
  /** @type {Promise<void>} */
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

/**
 * @param {import('./types.js').History['turns']} turns
 * @returns {import('./types.js').Entry[]}
 */
export function entriesOf(turns) {
  return turns.flatMap(({ messageId, text, at, answeredAt, replies }) => [
    /** @type {import('./types.js').Entry} */ ({
      from: 'own',
      id: messageId ?? newId(),
      text,
      at: Date.parse(at),
    }),
    ...replies.map(
      (reply) =>
        /** @type {import('./types.js').Entry} */ ({ from: 'bot', reply, at: Date.parse(answeredAt) }),
    ),
  ]);
}

/**
 * The same in every tab that is told of the same deletion, and nothing that says more than that there was one.
 * @param {string} told
 */
export function beginningAfter(told) {
  return String(
    Array.from(told).reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 40, 7),
  );
}

/** Not randomUUID: browsers withhold it on plain http, as in a trial on an office network. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
