import { fileURLToPath } from 'node:url';
import { Eta } from 'eta';
import type { Role, SignedIn } from '../../accounts/types.js';
import type { ServiceSwitch } from '../../conversation/service-switch.js';
import type { Flash, PageAnswer } from './answers.js';
import { MODE_WORDS } from './work/words.js';
import { format } from './format.js';
import { mayTake, type NavigationItem } from './navigation.js';

/** The compiler copies no templates, so they are read where they are written, also from `dist/`. */
const VIEWS = fileURLToPath(new URL('../../../src/http/staff/views/', import.meta.url));
const eta = new Eta({ views: VIEWS, autoEscape: true, cache: true });

export interface Surroundings {
  account: SignedIn | null;
  navigation: readonly NavigationItem[];
  authority: string;
  csrf: string;
  demo: boolean;
  /** Set while the bot does not serve as always. */
  service?: ServiceSwitch | null;
  flash: Flash | null;
}

/** The page as HTML: its template within the layout. Whatever is written with `<%= %>` is escaped. */
export function render(answer: PageAnswer, around: Surroundings): string {
  const { account, csrf } = around;
  const is = (...roles: Role[]) => account !== null && mayTake({ roles }, account.roles);
  const body = eta.render(answer.template, { ...answer.data, account, is, csrf, format });
  return eta.render('layout', {
    ...around,
    body,
    is,
    format,
    modeWords: MODE_WORDS,
    title: answer.title,
    styles: answer.styles ?? [],
    scripts: answer.scripts ?? [],
  });
}
