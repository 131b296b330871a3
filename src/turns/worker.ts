import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { backlogOf, Dropped, type Backlog } from './backlog.js';
import { processConversation, type WorkDependencies } from './process-conversation.js';

export interface WorkerOptions {
  /** Conversations at work at the same time; those whose reply is on its way to a citizen are not counted. */
  concurrency: number;
  /** How often the inbox is looked through for what no one announced: other processes' events, a crash's leftovers. Milliseconds. */
  pollMs: number;
}

export interface Worker {
  /** New events were stored for these conversations: work on them now. */
  wake(conversationIds: readonly string[]): void;
  start(): void;
  /** Takes no new work and resolves when what is under way is done. */
  stop(): Promise<void>;
  /** Resolves once nothing known is under way or queued. */
  idle(): Promise<void>;
  backlog(): Promise<Backlog>;
}

const DEFAULTS: WorkerOptions = { concurrency: 16, pollMs: 1000 };

/** What each conversation is worked on with; the worker itself adds how a slot is given back meanwhile. */
export interface WorkerDependencies extends Omit<WorkDependencies, 'aside' | 'dropped' | 'storageFailures'> {
  /** A reply was given up. */
  onDropped?: () => void;
}

/** Takes conversations one at a time each, many side by side; what fails is found again by the next look through the inbox. */
export function createWorker(parts: WorkerDependencies, options: Partial<WorkerOptions> = {}): Worker {
  const { concurrency, pollMs } = { ...DEFAULTS, ...options };
  return new PollingWorker(parts, concurrency, pollMs);
}

class PollingWorker implements Worker {
  private readonly queued = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private poll: NodeJS.Timeout | undefined;
  private readonly parts: WorkDependencies;
  /** How many of those running wait for their channel to take a reply. */
  private sending = 0;
  private filling = false;
  private stopping = false;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    parts: WorkerDependencies,
    private readonly concurrency: number,
    private readonly pollMs: number,
  ) {
    const dropped = new Dropped(parts.clock, parts.onDropped ?? (() => undefined));
    this.parts = { ...parts, dropped, storageFailures: new Map(), aside: (work) => this.aside(work) };
  }

  start(): void {
    this.look();
    this.poll = setInterval(() => this.look(), this.pollMs);
  }

  wake(conversationIds: readonly string[]): void {
    if (this.stopping) return;
    for (const id of conversationIds) {
      if (this.running.has(id)) this.again.add(id);
      else this.queued.add(id);
    }
    this.fill();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.poll);
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.queued.clear();
    this.again.clear();
    await this.looking;
    await Promise.all(this.running.values());
  }

  async idle(): Promise<void> {
    const { gathering } = this.parts;
    while (this.running.size > 0 || this.queued.size > 0 || (gathering?.waited.size ?? 0) > 0) {
      await Promise.all(this.running.values());
      await turnOfTheLoop();
    }
  }

  backlog(): Promise<Backlog> {
    return backlogOf(this.parts, this.parts.dropped);
  }

  /** Starts one in each turn of the event loop: under load, what comes in is acknowledged before more is answered. */
  private fill(): void {
    const busy = this.running.size - this.sending;
    if (this.filling || this.queued.size === 0 || busy >= this.concurrency) return;
    this.filling = true;
    setImmediate(() => {
      this.filling = false;
      const [id] = this.queued;
      if (id === undefined) return;
      this.queued.delete(id);
      this.running.set(id, this.work(id));
      this.fill();
    });
  }

  /** A slow channel holds up no one else's turn. */
  private async aside<T>(work: () => Promise<T>): Promise<T> {
    this.sending += 1;
    this.fill();
    try {
      return await work();
    } finally {
      this.sending -= 1;
    }
  }

  private async work(id: string): Promise<void> {
    try {
      const dueMs = await processConversation(this.parts, id);
      if (dueMs !== null) this.later(id, dueMs);
    } catch (error) {
      // The events and replies are stored; the next look through the inbox takes them up again.
      this.parts.logger.error({ err: error }, 'a conversation could not be worked on');
    } finally {
      this.running.delete(id);
      if (this.again.delete(id) && !this.stopping) this.queued.add(id);
      this.fill();
    }
  }

  private later(id: string, dueMs: number): void {
    if (this.stopping) return;
    clearTimeout(this.timers.get(id));
    const timer = setTimeout(() => {
      this.timers.delete(id);
      this.wake([id]);
    }, dueMs);
    this.timers.set(id, timer);
  }

  /** One look at a time; a database that does not answer is tried again at the next. */
  private look(): void {
    if (this.stopping) return;
    this.looking = this.looking.then(async () => {
      try {
        const room = this.concurrency * 4;
        const [waiting, owing] = await Promise.all([
          this.parts.inbox.waitingConversations(room),
          this.parts.conversations.owing(this.parts.clock.now(), room),
        ]);
        this.wake([...waiting, ...owing].filter((id) => !this.running.has(id)));
      } catch (error) {
        this.parts.logger.warn({ err: error }, 'the inbox could not be read; trying again');
      }
    });
  }
}
