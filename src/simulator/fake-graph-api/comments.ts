import type { Refusal } from './limits.js';

/** Comments under the Page's posts: who wrote them, and which have had their one private reply. */
export class Comments {
  private readonly writers = new Map<string, string>();
  private readonly replied = new Set<string>();

  wrote(citizen: string, comment: string): void {
    this.writers.set(comment, citizen);
  }

  /** On whose screen a private reply to it comes: the writer's, or nobody's that is known here. */
  writerOf(comment: string): string {
    return this.writers.get(comment) ?? `comment:${comment}`;
  }

  refusalOf(comment: string): Refusal | null {
    return this.replied.has(comment)
      ? { status: 400, code: 10900, message: '(#10900) Activity already replied to' }
      : null;
  }

  repliedTo(comment: string): void {
    this.replied.add(comment);
  }
}
