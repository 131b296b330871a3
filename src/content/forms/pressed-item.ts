/** The form after an item was taken out of a list or moved up: `remove:v.papers.2`, `up:v.papers.2`. */
export function pressedItem(form: URLSearchParams, pressed: string): URLSearchParams {
  const [, action, list, place] = /^(remove|up):(.+)\.(\d+)$/.exec(pressed) ?? [];
  if (action === undefined || list === undefined) return form;
  const index = Number(place);
  const renamed = new URLSearchParams();
  for (const [key, value] of form) {
    const at = placeIn(key, list);
    if (action === 'remove' && at === index) continue;
    if (action === 'up' && at === index && index > 0)
      renamed.append(moved(key, list, index, index - 1), value);
    else if (action === 'up' && at === index - 1) renamed.append(moved(key, list, index - 1, index), value);
    else renamed.append(key, value);
  }
  return renamed;
}

function placeIn(key: string, list: string): number | undefined {
  if (!key.startsWith(`${list}.`)) return undefined;
  const part = key.slice(list.length + 1).split('.')[0] ?? '';
  return /^\d+$/.test(part) ? Number(part) : undefined;
}

function moved(key: string, list: string, from: number, to: number): string {
  return `${list}.${to}${key.slice(`${list}.${from}`.length)}`;
}
