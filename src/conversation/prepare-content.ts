import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { wordingLists } from '../content/entry-types.js';
import { findPlaces } from '../content/places.js';
import type { Content } from '../content/types.js';
import type { IntentMatcher } from '../intent-matching/types.js';
import { matterWordsOf, ownWords } from './decisions/matter-words.js';
import { formIn } from './reading/forms.js';
import { evasions } from './reading/telling-words.js';
import { questionIndexOf, readerOf } from './reading/questions/question-index.js';
import { usageInTexts } from './reading/questions/word-weights.js';

/**
 * Builds what turns look up in `content` (as it holds on the day) and keep with it, so that no citizen waits for it:
 * seconds of work, in which the event loop has its turn after each entry and each list of examples. Rejects when
 * `signal` is aborted.
 */
export async function prepareContent(
  content: Content,
  matcher: IntentMatcher,
  signal?: AbortSignal,
): Promise<void> {
  const steps = preparing(content, matcher);
  while (steps.next().done !== true) {
    await turnOfTheLoop();
    signal?.throwIfAborted();
  }
}

/** Yields wherever somebody else may have the thread. */
function* preparing(content: Content, matcher: IntentMatcher): Generator<void> {
  const read = readerOf(matcher);
  for (const { examples } of [...content.intents.values(), ...evasions(content)])
    yield void usageInTexts(examples, read);
  for (const { questions } of content.procedures.values())
    yield questions.flatMap(wordingLists).forEach((texts) => usageInTexts(texts, read));
  const questions = questionIndexOf(content, matcher);
  yield;
  for (const procedure of content.procedures.values()) yield questions.prepare(procedure);
  const matters = matterWordsOf(content, matcher);
  yield;
  for (const decision of content.decisions.values()) yield void ownWords(matters, content, decision);
  yield void formIn('', content);
  yield void findPlaces(content.offices, '');
}
