import { PAGE_INBOX_APP } from '../../messenger/apps.js';
import { webhookFieldsOf, textOf, type Fields } from '../../messenger/webhook/values.js';
import { CONTROL_REFUSED, type Refusal } from './limits.js';

/** The app that the fake's token belongs to. */
export const OWN_APP = '2000';
/** An app's hold on a conversation, and the window for answers, both from the last activity. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** What the Page's staff see in their inbox of a conversation that was passed to them. */
export interface Passed {
  citizen: string;
  metadata: string;
}

interface Thread {
  owner?: string;
  activeAt: number;
  heardAt?: number;
}

/** Who has each conversation, as Conversation Routing keeps it; and when its citizen last wrote. */
export class Threads {
  /** The Page's default app; `undefined`: none is set, so that nobody comes to own a conversation by writing. */
  defaultApp: string | undefined = OWN_APP;
  readonly passed: Passed[] = [];
  private readonly threads = new Map<string, Thread>();

  /** `now`: milliseconds since 1970; without it no time passes here, and no window closes. */
  constructor(private readonly now?: () => number) {}

  ownerOf(citizen: string): string | undefined {
    const thread = this.threads.get(citizen);
    if (thread === undefined || this.time() - thread.activeAt >= DAY_MS) return undefined;
    return thread.owner;
  }

  /** The citizen does something: under which name our app hears of it. */
  heard(citizen: string): 'messaging' | 'standby' {
    const owner = this.ownerOf(citizen);
    this.threads.set(citizen, { ...this.owned(owner), heardAt: this.time() });
    return owner === undefined || owner === OWN_APP ? 'messaging' : 'standby';
  }

  give(citizen: string, owner: string | undefined): void {
    const { heardAt } = this.threads.get(citizen) ?? {};
    this.threads.set(citizen, { ...this.owned(owner), ...(heardAt === undefined ? {} : { heardAt }) });
  }

  /** A message of our app; it has the conversation from then on where routing is set up. */
  refusalOfMessage(citizen: string): Refusal | null {
    const owner = this.ownerOf(citizen);
    if (owner !== undefined && owner !== OWN_APP) return CONTROL_REFUSED;
    const heardAt = this.threads.get(citizen)?.heardAt;
    if (heardAt !== undefined && this.time() - heardAt > DAY_MS)
      return { status: 400, code: 10, subcode: 2018278, message: '(#10) outside of allowed window' };
    if (this.defaultApp !== undefined) this.give(citizen, owner ?? OWN_APP);
    return null;
  }

  /** One of the calls that change who has a conversation; `null` when it was carried out. */
  change(path: string, body: Fields): Refusal | null {
    const citizen = textOf(webhookFieldsOf(body['recipient'])['id']) ?? '';
    const owner = this.ownerOf(citizen);
    const isOurs = owner === undefined || owner === OWN_APP;
    switch (path) {
      case 'take_thread_control':
        if (this.defaultApp !== OWN_APP) return CONTROL_REFUSED;
        this.give(citizen, OWN_APP);
        return null;
      case 'release_thread_control':
        if (!isOurs) return CONTROL_REFUSED;
        this.give(citizen, undefined);
        return null;
      default:
        return isOurs ? this.pass(citizen, body) : CONTROL_REFUSED;
    }
  }

  private pass(citizen: string, body: Fields): Refusal | null {
    const metadata = textOf(body['metadata']) ?? '';
    const target = textOf(body['target_app_id']);
    if (target === undefined || metadata.length >= 1000)
      return { status: 400, code: 100, message: '(#100) target_app_id or metadata is invalid' };
    this.give(citizen, target);
    if (target === PAGE_INBOX_APP) this.passed.push({ citizen, metadata });
    return null;
  }

  private owned(owner: string | undefined): Thread {
    return { activeAt: this.time(), ...(owner === undefined ? {} : { owner }) };
  }

  private time(): number {
    return this.now?.() ?? 0;
  }
}
