import type { ConversationState, TurnResult } from '../../../src/conversation/types.js';

/** What the bot does besides answering, as it shows in the outcome and in the state after the turn. */
export const ACTIONS = [
  'hands_over',
  'asks_deletion',
  'deletes',
  'stops',
  'starts',
  'restarts',
  'shows_menu',
  'helps',
  'names_office',
  'asks_place',
  'tells_hours',
  'tells_deadline',
  'offers_saturday',
  'books',
  'cancels_booking',
  'tells_request',
  'cancels_request',
  'takes_rating',
  'takes_consent',
  'takes_refusal',
  'goes_on',
  'refers',
  'lists_steps',
  'asks_detail',
] as const;
export type BotAction = (typeof ACTIONS)[number];

export interface Seen {
  result: TurnResult;
  before: ConversationState | undefined;
  screen: string;
}

export function isDone(action: BotAction, { result, before }: Seen): boolean {
  const { outcome, state } = result;
  switch (action) {
    case 'hands_over':
      return outcome === 'handed_over_person';
    case 'asks_deletion':
      return state.waiting?.for === 'deletion' || result.deleteData === true;
    case 'deletes':
      return result.deleteData === true || state.deletionDue === true;
    case 'stops':
      return state.stopped;
    case 'starts':
      return before?.stopped === true && !state.stopped;
    case 'restarts':
      return outcome === 'answered_command' && state.guide === undefined && !state.stopped;
    case 'shows_menu':
      return outcome === 'answered_menu';
    case 'helps':
      return (
        outcome === 'answered_command' || outcome === 'answered_menu' || outcome === 'answered_information'
      );
    case 'names_office':
      return outcome === 'answered_office';
    case 'asks_place':
      return state.waiting?.for === 'commune';
    case 'tells_hours':
      return outcome === 'answered_calendar' || result.procedure === 'gio-lam-viec';
    case 'tells_deadline':
      return outcome === 'answered_deadline';
    case 'offers_saturday':
      return (
        outcome === 'answered_calendar' || state.waiting?.for === 'slot' || outcome === 'answered_booking'
      );
    case 'books':
      return result.booking === 'made';
    case 'cancels_booking':
      return result.booking === 'cancelled';
    case 'tells_request':
      return outcome === 'answered_request_status';
    case 'cancels_request':
      return before?.request !== undefined && state.request === undefined;
    case 'takes_rating':
      return outcome === 'answered_rating' && result.rating !== undefined;
    case 'takes_consent':
      return result.consentGiven === 'yes';
    case 'takes_refusal':
      return result.consentGiven === 'no';
    case 'goes_on':
      return outcome === 'answered_step' || outcome === 'answered_guide_finished';
    case 'refers':
      return outcome === 'answered_referral';
    case 'lists_steps':
      return outcome === 'answered_step' || outcome === 'answered_question';
    case 'asks_detail':
      return outcome === 'asked_back_detail';
  }
}
