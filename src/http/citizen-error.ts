import type { Speaker } from '../conversation/wording/say.js';
import { AppError } from '../shared/errors.js';

interface RefusalOptions {
  status: number;
  /** What citizens read, out of the content's sentences: what happened, and on a second line what to do. */
  words: (speaker: Speaker) => string;
  cause?: unknown;
}

/** A refusal of the web server that citizens read. Its words are looked up when it is answered, so they are the newest. */
export class CitizenError extends AppError {
  private readonly words: RefusalOptions['words'];

  constructor(code: string, { words, ...options }: RefusalOptions) {
    super(code, code, options);
    this.words = words;
  }

  /** The same with its words. */
  said(speaker: Speaker): AppError {
    const [message = '', ...rest] = this.words(speaker).split('\n');
    const remedy = rest.join(' ');
    return new AppError(this.code, message, { ...this.options, ...(remedy === '' ? {} : { remedy }) });
  }
}
