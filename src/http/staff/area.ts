import type { Router } from 'express';
import type { StaffAccounts } from '../../accounts/staff-accounts.js';
import type { ShellParts } from './shell-dependencies.js';
import { staffRoutes, type StaffRouteParts } from './routes.js';
import { staffShell } from './shell.js';

export type StaffAreaParts = Omit<ShellParts, 'gate' | 'audit' | 'visits' | 'devices'> &
  Omit<StaffRouteParts, keyof StaffAccounts> & { accounts: StaffAccounts };

/** Everything under `/quan-tri`. */
export function staffArea({ accounts, ...parts }: StaffAreaParts): Router {
  const routes = staffRoutes({ ...parts, ...accounts });
  return staffShell(routes, { ...parts, ...accounts });
}
