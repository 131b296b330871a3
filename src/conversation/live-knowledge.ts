import { contentOn } from '../content/dated.js';
import { vietnameseDay } from '../shared/days.js';
import type { Content } from '../content/types.js';
import type { Clock } from '../shared/clock.js';
import type { ContentSnapshot, Knowledge, Understanding } from './ports.js';
import { prepareContent } from './prepare-content.js';

export type Train = (content: Content, signal?: AbortSignal) => Promise<Understanding>;

/**
 * The content in use and the matcher trained from it; both change together or not at all, and only when what turns look
 * up in them is built.
 */
export class LiveKnowledge implements Knowledge {
  private training: AbortController | undefined;
  private wanted: string;

  private constructor(
    private knowledge: ContentSnapshot,
    private readonly learn: Train,
  ) {
    this.wanted = knowledge.content.version;
  }

  /** Resolves once the first turn can be answered. */
  static async start(content: Content, train: Train, clock: Clock): Promise<LiveKnowledge> {
    const learn: Train = async (changed, signal) => {
      const trained = await train(changed, signal);
      await prepareContent(contentOn(changed, vietnameseDay(clock.now())), trained.matcher, signal);
      return trained;
    };
    return new LiveKnowledge({ content, ...(await learn(content)) }, learn);
  }

  current(): ContentSnapshot {
    return this.knowledge;
  }

  /** Trains on `content` while the old answers go on, then swaps; a newer call overtakes an older one. True once in use. */
  async swap(content: Content): Promise<boolean> {
    if (content.version === this.wanted) return content.version === this.knowledge.content.version;
    this.training?.abort(new Error('overtaken by newer content'));
    const training = new AbortController();
    this.training = training;
    this.wanted = content.version;
    try {
      const trained = await this.learn(content, training.signal);
      if (training.signal.aborted) return false;
      this.knowledge = { content, ...trained };
      return true;
    } catch (error) {
      if (training.signal.aborted) return false;
      this.wanted = this.knowledge.content.version;
      throw error;
    }
  }

  stop(): void {
    this.training?.abort(new Error('stopped'));
  }
}
