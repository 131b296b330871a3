/** https addresses, and bare ones of the government, without the punctuation that ends a sentence. */
const ADDRESS = /https:\/\/[^\s<>"“”]+|(?<![\w@./-])(?:[a-z\d-]+\.)+gov\.vn(?:\/[^\s<>"“”]*)?/giu;

/**
 * The text as nodes, addresses as links. Only ever text nodes and our own elements: nothing in it can become markup.
 * @param {string} text
 * @returns {Node[]}
 */
export function linkedText(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?)\]…]+$/u, '');
    const url = secureUrl(address.startsWith('https:') ? address : `https://${address}`);
    if (!url) continue;
    nodes.push(document.createTextNode(text.slice(end, match.index)), link(url, address));
    end = match.index + address.length;
  }
  nodes.push(document.createTextNode(text.slice(end)));
  return nodes;
}

/**
 * The address if it is a whole https one, otherwise `null`.
 * @param {string} written
 */
export function secureUrl(written) {
  try {
    const url = new URL(written);
    return url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * A link that opens beside the chat and tells the other page nothing about it.
 * @param {string} url
 * @param {string} text
 */
export function link(url, text) {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  const hint = document.createElement('span');
  hint.className = 'unseen';
  hint.textContent = ' (mở trang khác)';
  anchor.append(text, hint);
  return anchor;
}
