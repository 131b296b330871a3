import type { ShownMessage } from '../../../src/simulator/fake-graph-api/screen.js';
import type { Acknowledged } from './crowd.js';

interface Arrival {
  what: string;
  /** How many kills there had been. */
  epoch: number;
}

export interface Balance {
  /** Replies that an acknowledged message was owed and that never came, or came out of order. */
  lost: string[];
  /** Replies that came twice in a row, over a kill between the two. */
  repeated: number;
  /** Repeats that no kill explains, or more than one for a kill and citizen. */
  unexplained: string[];
}

/** What reached each citizen, held against what they were owed. */
export class Ledger {
  /** Kills so far. */
  epoch = 0;
  private readonly arrivals = new Map<string, Arrival[]>();

  took({ to, text }: ShownMessage): void {
    const list = this.arrivals.get(to) ?? [];
    list.push({ what: /YC-([A-J]{6})/.exec(text)?.[1] ?? text, epoch: this.epoch });
    this.arrivals.set(to, list);
  }

  /** What a citizen saw, in order: codes, and whole texts for the rest. */
  seenBy(citizen: string): string[] {
    return (this.arrivals.get(citizen) ?? []).map(({ what }) => what);
  }

  /** `notice`: what comes after each citizen's first answer; `greeting`: the replies that answer a restart. */
  balance(
    acknowledged: ReadonlyMap<string, readonly Acknowledged[]>,
    { notice, greeting }: { notice: string; greeting: readonly string[] },
  ): Balance {
    const result: Balance = { lost: [], repeated: 0, unexplained: [] };
    for (const [citizen, messages] of acknowledged) {
      const owed = messages.flatMap((message, index) => [
        ...(message === 'restart' ? greeting : [message.code]),
        ...(index === 0 ? [notice] : []),
      ]);
      const once = this.withoutRepeats(citizen, result);
      const wrong = owed.findIndex((what, index) => once[index] !== what);
      if (wrong >= 0)
        result.lost.push(
          `${citizen}, reply ${wrong} of ${owed.length}: ${shortened(owed[wrong])} but ${shortened(once[wrong])}, then ${shortened(once[wrong + 1])}`,
        );
      if (once.length > owed.length)
        result.unexplained.push(`${citizen}: ${once.length - owed.length} more than owed`);
    }
    return result;
  }

  private withoutRepeats(citizen: string, result: Balance): string[] {
    const repeatsIn = new Map<number, number>();
    const list = this.arrivals.get(citizen) ?? [];
    return list.flatMap(({ what, epoch }, index) => {
      const before = list[index - 1];
      if (before?.what !== what) return [what];
      result.repeated += 1;
      repeatsIn.set(epoch, (repeatsIn.get(epoch) ?? 0) + 1);
      if (before.epoch === epoch || (repeatsIn.get(epoch) ?? 0) > 1)
        result.unexplained.push(`${citizen}: ${what.slice(0, 40)} twice`);
      return [];
    });
  }
}

function shortened(what = 'nothing'): string {
  return what.slice(0, 50);
}
