import type { RequestKind } from '../../conversation/types.js';
import { daysLater, addWorkingDays } from '../../content/working-days.js';

/** Receipt is confirmed within two working days (Decree 356/2025/NĐ-CP, article 5). */
const CONFIRM_WORKING_DAYS = 2;

/** Days from filing until it is done (the same article); the law sets none for the other kinds. */
const DUE_DAYS: Partial<Record<RequestKind, number>> = {
  data_copy: 10,
  data_correction: 10,
  consent_withdrawal: 15,
  data_deletion: 20,
};

/** By how many days the term may be put off, once (the same article). */
const EXTENSION_DAYS: Partial<Record<RequestKind, number>> = {
  data_copy: 10,
  data_correction: 10,
  consent_withdrawal: 15,
  data_deletion: 20,
};

/** `null` where the law allows no extension. */
export function extendedTerm(kind: RequestKind, dueBy: Date): Date | null {
  const days = EXTENSION_DAYS[kind];
  return days === undefined ? null : daysLater(dueBy, days);
}

export function requestTerms(
  kind: RequestKind,
  filedAt: Date,
  daysOff: ReadonlySet<string>,
): { confirmBy: Date; dueBy?: Date } {
  const confirmBy = addWorkingDays(filedAt, CONFIRM_WORKING_DAYS, daysOff);
  const days = DUE_DAYS[kind];
  return days === undefined ? { confirmBy } : { confirmBy, dueBy: daysLater(filedAt, days) };
}
