import { understandingOf } from '../../../support/trained.js';
import { shippedContent } from '../../content/decisions/real-decisions.js';

let learning: Promise<ReturnType<typeof understandingOf>> | undefined;

/** The shipped content and what is learned from it; once for all tests. */
export function shippedKnowledge(): Promise<ReturnType<typeof understandingOf>> {
  learning ??= shippedContent().then(understandingOf);
  return learning;
}
