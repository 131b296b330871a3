import type { ContentSnapshot } from '../../src/conversation/ports.js';
import { shippedKnowledge } from '../unit/conversation/decisions/shipped-knowledge.js';
import { Citizen } from './citizen.js';

/** Before each test of the suite a citizen of their own, who talks about the shipped content at `now`. */
export function meetCitizens(
  suite: Mocha.Suite,
  now: Date,
  meet: (citizen: Citizen, knowledge: ContentSnapshot) => void,
): void {
  // The real content is learned first; that takes as long as the machine needs.
  suite.timeout(0);
  let knowledge: ContentSnapshot;

  before(async () => {
    knowledge = await shippedKnowledge();
  });

  beforeEach(() => {
    meet(new Citizen(knowledge, { now }), knowledge);
  });
}
