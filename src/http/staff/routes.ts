import type { Administration } from '../../accounts/administration.js';
import type { OpenId } from '../../accounts/openid.js';
import type { AuditLog } from '../../accounts/ports.js';
import type { Sessions } from '../../accounts/sessions.js';
import type { SignIn } from '../../accounts/sign-in.js';
import type { Tokens } from '../../accounts/tokens.js';
import { ROLES } from '../../accounts/types.js';
import type { Statistics } from '../../statistics/statistics.js';
import { accountRoutes } from './accounts/admin-routes.js';
import { auditRoutes } from './accounts/audit-routes.js';
import { ownAccountRoutes } from './accounts/own-routes.js';
import { tokenRoutes } from './accounts/token-routes.js';
import { redirect } from './answers.js';
import { navigationOf, STAFF_BASE } from './navigation.js';
import type { StaffRoute } from './route.js';
import { openIdRoutes } from './sign-in/openid-routes.js';
import { signInRoutes } from './sign-in/routes.js';
import { workRoutes, type WorkRouteDependencies } from './work/routes.js';
import { personRoutes } from './statistics/person-routes.js';
import { statisticsRoutes } from './statistics/routes.js';

export interface StaffRouteDependencies {
  signIn: SignIn;
  sessions: Sessions;
  administration: Administration;
  tokens: Tokens;
  audit: AuditLog;
  auditDays: number;
  statistics: Statistics;
  /** The office's identity provider, where there is one. */
  openId?: { provider: OpenId; name: string };
  work: WorkRouteDependencies;
}

/** Every way into the staff area, joined: each page module exports its routes and stands here. */
export function staffRoutes(parts: StaffRouteDependencies): StaffRoute[] {
  const { administration, tokens, audit, auditDays, openId, signIn } = parts;
  const anyAccount = async () => (await administration.list()).length > 0;
  const providerName = openId === undefined ? {} : { providerName: openId.name };
  const routes: StaffRoute[] = [
    ...statisticsRoutes(parts.statistics, parts.work.authority),
    ...personRoutes(parts.statistics),
    ...signInRoutes({ ...parts, anyAccount, ...providerName }),
    ...(openId === undefined ? [] : openIdRoutes(openId.provider, signIn)),
    ...workRoutes(parts.work),
    ...accountRoutes({ administration, ...providerName }),
    ...tokenRoutes(tokens),
    ...auditRoutes(audit, auditDays),
    ...ownAccountRoutes(parts),
  ];
  return [home(routes), ...routes];
}

/** Everybody begins at the first page that the role may see. */
function home(routes: readonly StaffRoute[]): StaffRoute {
  return {
    method: 'GET',
    path: '/',
    roles: ROLES,
    handle: ({ account }) =>
      redirect(
        (navigationOf(routes, account.roles, '/')[0]?.href ?? `${STAFF_BASE}/toi`).slice(STAFF_BASE.length),
      ),
  };
}
