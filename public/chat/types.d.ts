// What the server sends: the shapes of src/conversation/types.ts and lines.ts, as they come over the wire.

export interface Choice {
  title: string;
  payload: string;
}

export type Button = ({ type: 'reply' } & Choice) | { type: 'link'; title: string; url: string };

export type Line =
  | string
  | { as: 'title'; text: string; about?: string }
  | { as: 'fact'; label: string; text: string }
  | { as: 'item'; text: string; number?: number }
  | { as: 'basis'; text: string; checkedOn: string }
  | { as: 'row'; text: string; payload: string; number?: number };

export interface Reply {
  kind: 'text' | 'buttons';
  text: string;
  lines?: Line[];
  buttons?: Button[];
  quickReplies?: Choice[];
  /** A person of the office wrote it. */
  by?: string;
  guide?: string;
  deletes?: boolean;
}

/** What stands in the page itself. */
export interface PageData {
  authority: string;
  trial: boolean;
  framed: boolean;
  welcome: Reply;
}

/** What was written or pressed. */
export interface OwnEntry {
  from: 'own';
  id: string;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
  payload?: string;
  pending?: boolean;
  /** Why it was given up. */
  failed?: string;
}

export interface BotEntry {
  from: 'bot';
  reply: Reply;
  at: number;
  /** The first words of the page, which nobody asked for. */
  welcome?: boolean;
}

export type Entry = OwnEntry | BotEntry;

export interface History {
  turns: { messageId?: string; text: string; at: string; answeredAt: string; replies: Reply[] }[];
  /** Where older ones go on, milliseconds since 1970. */
  older?: number;
  newest: number;
}

export interface Guide {
  name: string;
  checkedOn: string;
  text: string;
  lines?: Line[];
}

/** A choice that was pressed: `label` is shown as the citizen's own message. */
interface Pressed {
  payload: string;
  title: string;
  button: HTMLButtonElement;
  byKeyboard: boolean;
}

export type Press = (pressed: Pressed) => void;
