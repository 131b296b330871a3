/** `score`: 1 to 5. `ms`: milliseconds. `share`: 0 to 1. */
export type CellKind = 'count' | 'share' | 'ms' | 'score';

/** What pages draw and exports write. A cell is `null` where there is nothing to tell, or where it is hidden. */
export interface Table {
  /** The metric's, where the table is of one. */
  id: string;
  title: string;
  definition?: string;
  columns: { name: string; kind: CellKind }[];
  rows: TableRow[];
}

export interface TableRow {
  key: string;
  label: string;
  /** Where it is not that of the columns. */
  kind?: CellKind;
  cells: (number | null)[];
  /** A word on the number: what it adds up, how many ratings there are. */
  note?: string;
}

export interface TableOptions {
  /** Hide small counts, leave out what citizens wrote. */
  forPublication: boolean;
  /** A procedure's name for people, by its id. */
  nameOf: (procedure: string) => string;
  intentName: (intent: string) => string;
  checkedOn: (procedure: string) => string | undefined;
}
