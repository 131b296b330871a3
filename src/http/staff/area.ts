import type { Router } from 'express';
import type { StaffAccounts } from '../../accounts/staff-accounts.js';
import type { ShellDependencies } from './shell-dependencies.js';
import { staffRoutes, type StaffRouteDependencies } from './routes.js';
import { staffShell } from './shell.js';

export type StaffAreaDependencies = Omit<ShellDependencies, 'gate' | 'audit' | 'visits' | 'devices'> &
  Omit<StaffRouteDependencies, keyof StaffAccounts> & { accounts: StaffAccounts };

/** Everything under `/quan-tri`. */
export function staffArea({ accounts, ...parts }: StaffAreaDependencies): Router {
  const routes = staffRoutes({ ...parts, ...accounts });
  return staffShell(routes, { ...parts, ...accounts });
}
