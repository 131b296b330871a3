import type { Role } from '../../accounts/types.js';
import type { GuardedRoute, StaffRoute } from './route.js';

export const STAFF_BASE = '/quan-tri';

export interface NavigationItem {
  label: string;
  href: string;
  current: boolean;
}

export function mayTake(route: Pick<GuardedRoute, 'roles'>, roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'admin' || route.roles.includes(role));
}

/** The pages of somebody with these roles, in their order; the one that `path` (below the base) belongs to is marked. */
export function navigationOf(
  routes: readonly StaffRoute[],
  roles: readonly Role[],
  path: string,
): NavigationItem[] {
  const shown = routes
    .flatMap((route) =>
      route.nav !== undefined && mayTake(route, roles) ? [{ path: route.path, ...route.nav }] : [],
    )
    .sort((a, b) => a.order - b.order);
  const owner = shown
    .filter((item) => path === item.path || path.startsWith(`${item.path}/`))
    .reduce((longest, item) => (item.path.length > longest.length ? item.path : longest), '');
  return shown.map((item) => ({
    label: item.label,
    href: STAFF_BASE + item.path,
    current: item.path === owner,
  }));
}
