/**
 * Who has a conversation that the bot has not. `standby`: what the citizen says comes as standby, so that what comes
 * otherwise shows that it was released. What was done meanwhile and is still to be said: stopped, deleted (the code).
 */
export interface Thread {
  owner: 'inbox' | 'other';
  /** When it went there; what is said of who has it and is older comes too late. */
  since?: Date;
  standby?: true;
  stopped?: true;
  deleted?: string;
}

/**
 * One step of a citizen's wait for a person in the Page's inbox: given to the inbox, first written to, back with the bot, not
 * taken by the inbox. `id` names the wait and nobody; no words go with it.
 */
export interface InboxStep {
  id: string;
  step: 'passed' | 'answered' | 'returned' | 'refused';
  at: Date;
}

/** A change of who has the conversation: given to the Page's inbox after the replies, or taken before them. */
export type Handover = { act: 'pass'; summary: string } | { act: 'take' };

/**
 * What an officer did in a request's conversation: began to answer, wrote, gave it back to the queue, ended it. `by`: the
 * name under which citizens see officers, which the office sets.
 */
export interface OfficerAct {
  act: 'take' | 'say' | 'leave' | 'end';
  code: string;
  by: string;
  /** Until when the bot keeps out. */
  until: Date;
}
