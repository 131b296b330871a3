import { z } from 'zod';
import type { StaffAccounts } from './staff-accounts.js';

const name = z.string();

/** What the account command can ask for; the same whether it has the storage open itself or asks the running server. */
const ORDER = z.discriminatedUnion('order', [
  z.object({ order: z.literal('list') }),
  z.object({
    order: z.literal('add'),
    name,
    role: z.string(),
    fullName: z.string().optional(),
    password: z.string().optional(),
    passwordToChange: z.boolean(),
    externalId: z.string().optional(),
  }),
  z.object({ order: z.literal('role'), name, role: z.string() }),
  z.object({ order: z.literal('openid'), name, externalId: z.string().nullable() }),
  z.object({ order: z.literal('password'), name, password: z.string(), toChange: z.boolean() }),
  z.object({ order: z.enum(['disable', 'enable', 'end-sessions', 'unlock']), name }),
  z.object({ order: z.literal('token'), name, role: z.string(), days: z.number() }),
  z.object({ order: z.literal('tokens') }),
  z.object({ order: z.literal('revoke'), id: z.string() }),
]);

export type AccountOrder = z.infer<typeof ORDER>;

/** Whoever may run a command on the machine is not an account. */
const ACTOR = 'server';

/** Carries out one order; what it resolves to can be written as JSON. Throws what administration and tokens throw. */
export async function carryOut(accounts: StaffAccounts, given: unknown): Promise<unknown> {
  const { administration, tokens } = accounts;
  const order = ORDER.parse(given);
  switch (order.order) {
    case 'list':
      return administration.list();
    case 'add':
      return administration.add(ACTOR, order);
    case 'role':
      return administration.setRole(ACTOR, order.name, order.role);
    case 'openid':
      return administration.setExternalId(ACTOR, order.name, order.externalId);
    case 'password':
      return administration.setPassword(ACTOR, order.name, order.password, { toChange: order.toChange });
    case 'disable':
      return administration.disable(ACTOR, order.name);
    case 'enable':
      return administration.enable(ACTOR, order.name);
    case 'end-sessions':
      return administration.endSessions(ACTOR, order.name);
    case 'unlock':
      return administration.unlock(ACTOR, order.name);
    case 'token':
      return tokens.create(ACTOR, order);
    case 'tokens':
      return tokens.list();
    case 'revoke':
      return tokens.revoke(ACTOR, order.id);
  }
}
