/**
 * What became of one event, named. Every statistic is counted from these names, so a name is never reused for
 * something else. The part before the first underscore is the family that managers read.
 */
export const OUTCOMES = [
  'answered_procedure', // a guide was opened
  'answered_step', // a guide went on: next, back, all steps, papers, basis
  'answered_guide_finished', // the last part of a guide was shown
  'answered_question', // a question answered from a procedure: papers, where, how long, how much, or its own pair
  'answered_information', // an entry that has nothing to file
  'answered_referral', // another agency's: who is competent
  'answered_office',
  'answered_calendar',
  'answered_deadline',
  'answered_calculation',
  'answered_booking',
  'answered_small_talk',
  'answered_menu',
  'answered_command', // restart, stop, help
  'answered_consent',
  'answered_rating',
  'answered_attachment',
  'answered_request_status',
  'asked_back_intents', // which of these did you mean
  'asked_back_detail', // a commune, a sum, a slot
  'declined_unknown', // not understood
  'declined_out_of_scope', // understood as not ours
  'declined_unreadable', // attachment, too long, empty
  'declined_stopped', // the citizen switched the bot off
  'declined_switched_off', // the office switched the bot off, or takes only requests for a person
  'handed_over_person',
  'handed_over_data_request',
  'failed_error', // our fault
  'ignored_colleague', // a colleague is answering in the Page's own inbox
  'ignored_officer', // an officer took, gave back or wrote in the citizen's conversation
  'ignored_switched_off', // the office switched the bot off, and the citizen was told
  'ignored_comment', // a comment under a post that is left alone
  'ignored_comment_answered', // … whose writer was told privately of the guide they asked about
  'ignored_comment_invited', // … with personal data, whose writer was invited to write privately
  'ignored_part', // answered together with the message that came right after it
  'ignored_notice', // nothing to answer: deliveries, reads, reactions, edits, unsends
] as const;

export type Outcome = (typeof OUTCOMES)[number];

export type OutcomeFamily = 'answered' | 'asked_back' | 'declined' | 'handed_over' | 'failed' | 'ignored';

const FAMILIES: readonly OutcomeFamily[] = [
  'answered',
  'asked_back',
  'declined',
  'handed_over',
  'failed',
  'ignored',
];

export function familyOf(outcome: Outcome): OutcomeFamily {
  const family = FAMILIES.find((name) => outcome.startsWith(`${name}_`));
  if (family === undefined) throw new TypeError(`outcome without a family: ${outcome}`);
  return family;
}
