import type { Content } from '../content/types.js';
import type { Knowledge, Understanding } from './ports.js';

export type Train = (content: Content, signal: AbortSignal) => Promise<Understanding>;

/** The content in use and the matcher trained from it; both change together or not at all. */
export class LiveKnowledge implements Knowledge {
  private training: AbortController | undefined;
  private wanted: string;

  constructor(
    private knowledge: { content: Content } & Understanding,
    private readonly train: Train,
  ) {
    this.wanted = knowledge.content.version;
  }

  current(): { content: Content } & Understanding {
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
      const trained = await this.train(content, training.signal);
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
