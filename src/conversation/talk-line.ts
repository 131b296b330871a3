/** What was said in a request's conversation, kept until the request is over. Each line is known by the event or reply that it is. */
export interface TalkLine {
  id: string;
  code: string;
  conversationId: string;
  from: 'citizen' | 'bot' | 'officer';
  /** Masked. */
  text: string;
  at: Date;
  /** The platform's id of the citizen's message, so that an unsend finds it. */
  messageId?: string;
  /** Of an officer's: how far it has come; `closed`: the citizen can't be written to until they write again. */
  delivery?: 'waiting' | 'sent' | 'closed' | 'refused' | 'not_sent';
}

export interface TalkLines {
  /** The same line is kept once. */
  add(line: TalkLine): Promise<void>;
  /** How an officer's line fared; a line that is not there yet is written with it. */
  settle(line: TalkLine): Promise<void>;
}

/** An officer's message is the first reply of its event. */
export const officerLineId = (eventKey: string): string => `${eventKey}/0`;
