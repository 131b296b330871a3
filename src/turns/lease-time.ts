import type { Lease } from './ports.js';

/** Longer than any single step of the work takes; a crashed owner's conversation is free again after this. Milliseconds. */
export const LEASE_MS = 30_000;

/** Half the lease is kept in hand, so that it never runs out between a check and a write or a send. */
export function leaseRunsOut(lease: Lease, now: Date): boolean {
  return lease.until.getTime() - now.getTime() < LEASE_MS / 2;
}
