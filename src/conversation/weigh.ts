import { proposeActions } from './candidates/actions.js';
import { proposeActs } from './candidates/acts.js';
import { proposeAwaited } from './candidates/awaited.js';
import { proposeConcluded } from './candidates/case-concluded.js';
import { proposeBookings } from './candidates/bookings.js';
import type { Candidate } from './candidates/candidate.js';
import { proposeCommands } from './candidates/commands.js';
import { proposeDecisions } from './candidates/decisions.js';
import { type Told } from './decisions/facts-told.js';
import { proposeDeclaresLess } from './candidates/declares-less.js';
import { proposeEarlierMatter, proposeNamedEarlier } from './candidates/earlier-matter.js';
import { proposeEntries } from './candidates/entries.js';
import { proposeSiteNamed } from './candidates/site-named.js';
import { proposeShownTitles } from './candidates/shown-titles.js';
import { announcesComing } from './candidates/going.js';
import { proposeHalfMessages } from './candidates/half-messages.js';
import { proposeForms } from './candidates/forms.js';
import { proposeIntroduction } from './candidates/introductions.js';
import { proposeLateSum } from './candidates/late-sum.js';
import { proposeNavigation } from './candidates/navigation.js';
import { proposeNextSteps } from './candidates/next-steps.js';
import { proposeNumberNamed } from './candidates/number-named.js';
import { proposeOpenTime } from './candidates/open-time.js';
import { proposeOtherSum } from './candidates/other-sum.js';
import { inOwnWords, sumsBeforeRates } from './candidates/own-words.js';
import { proposeOtherDay } from './candidates/other-day.js';
import { proposeStillSo } from './candidates/still-so.js';
import { proposeSupposed } from './candidates/supposed.js';
import { factsTold, nothingTold } from './candidates/told-facts.js';
import { type TopicChance } from './candidates/topic-chance.js';
import { topicsInContext } from './candidates/topics.js';
import { proposeWhoseMatter } from './candidates/whose-matter.js';
import { proposeRoughSum, proposeTakenBack, proposeWhichSum } from './candidates/which-sum.js';
import { valuesOf } from './decisions/decide.js';
import { asksForAppointment } from './reading/appointments.js';
import { judge, type Judgement } from './judge.js';
import type { Turn } from './turn.js';

/** What was weighed, for whoever looks at why an answer won. */
export interface Weighed {
  topics: TopicChance[];
  told: Told;
  candidates: Candidate[];
  judgement: Judgement;
}

/** Proposes and judges; changes nothing. */
export function weigh(turn: Turn): Weighed {
  const topics = topicsInContext(turn);
  // The day and hour that an appointment is wanted for, or that somebody comes, are no facts of what was counted before.
  const told =
    asksForAppointment(turn.reading.said) || announcesComing(turn)
      ? nothingTold({ known: valuesOf(turn.state.facts ?? {}) })
      : factsTold(turn, topics);
  const proposed = inOwnWords(turn, [
    ...proposeCommands(turn),
    ...proposeAwaited(turn),
    ...proposeShownTitles(turn, told),
    ...proposeBookings(turn),
    ...proposeSiteNamed(turn),
    ...proposeNumberNamed(turn),
    ...proposeActs(turn),
    ...proposeIntroduction(turn),
    ...proposeHalfMessages(turn, topics),
    ...proposeLateSum(turn, topics),
    ...proposeStillSo(turn),
    ...proposeSupposed(turn, told),
    ...proposeConcluded(turn),
    ...proposeDeclaresLess(turn),
    ...proposeNextSteps(turn),
    ...proposeWhoseMatter(turn),
    ...proposeNavigation(turn),
    ...proposeEarlierMatter(turn),
    ...proposeNamedEarlier(turn),
    ...proposeForms(turn),
    ...proposeDecisions(turn, topics, told),
    ...proposeOtherSum(turn, told, topics),
    ...proposeWhichSum(turn),
    ...proposeTakenBack(turn),
    ...proposeOpenTime(turn),
    ...proposeRoughSum(turn),
    ...proposeOtherDay(turn),
    ...proposeEntries(turn, topics),
    ...proposeActions(turn, topics),
  ]);
  const candidates = sumsBeforeRates(turn, told, proposed);
  return { topics, told, candidates, judgement: judge(turn, candidates, topics) };
}
