import type { Turn } from '../turn.js';

const MAX_KEYS = 20;

type Told = Pick<Turn, 'state'>;

/** Whether this was said in full in the conversation already. */
export function wasSaid({ state }: Told, key: string): boolean {
  return state.saidOnce?.includes(key) === true;
}

export function rememberSaid({ state }: Told, key: string): void {
  state.saidOnce = [...(state.saidOnce ?? []).filter((one) => one !== key), key].slice(-MAX_KEYS);
}
