import type { FactValues } from '../../../../src/content/decisions/types.js';
import type { Content } from '../../../../src/content/types.js';
import { decide, type Reached } from '../../../../src/conversation/decisions/decide.js';
import {
  takeFacts,
  type FactReading,
  type TakenFacts,
} from '../../../../src/conversation/decisions/take-facts.js';
import { sayConverted } from '../../../../src/conversation/wording/converted.js';
import { DAY } from '../../content/decisions/real-decisions.js';

/** A conversation about one decision, message by message; what was told is remembered. */
export class Talk {
  known: FactValues = {};
  before: FactValues = {};
  taken: TakenFacts = { facts: [], persons: [], implausible: [] };
  constructor(
    private readonly content: Content,
    private readonly id: string,
  ) {}
  say(reading: FactReading): this {
    this.taken = takeFacts(reading, this.known, [this.decision], { content: this.content, today: DAY });
    this.before = this.known;
    this.known = {
      ...this.known,
      ...Object.fromEntries(this.taken.facts.map(({ fact, value }) => [fact, value])),
    };
    return this;
  }
  get decision() {
    const decision = this.content.decisions.get(this.id);
    if (decision === undefined) throw new Error(`no decision ${this.id}`);
    return decision;
  }
  /** What the answer says of the first fact where its sum was converted. */
  get acknowledged(): string | undefined {
    const [first] = this.taken.facts;
    const fact = this.content.facts.get(first?.fact ?? '');
    if (first?.converted !== true || fact === undefined) return undefined;
    return sayConverted({ content: this.content }, fact, first.value);
  }
  get answer(): string {
    const decided = decide(this.decision, this.known, { content: this.content, today: DAY });
    return decided.kind === 'result' ? decided.text : JSON.stringify(decided);
  }
  get reached(): Reached {
    const decided = decide(this.decision, this.known, { content: this.content, today: DAY });
    if (decided.kind !== 'result') throw new Error(`no result: ${JSON.stringify(decided)}`);
    return decided;
  }
}
