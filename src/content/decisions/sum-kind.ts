/** What a sum can be besides a fact that is asked for: a deposit, electricity paid on, what a customer owes. */
export interface SumKind {
  id: string;
  /** Within a sentence: "tiền cọc". */
  label: string;
  /** Wordings in front of the sum, in lower case with their marks; those that begin with "tiền" count right behind it too. */
  words: string[];
  /** Wordings that count right behind the sum only: "/lần". */
  behind: string[];
  /** Facts that such a sum tells all the same. */
  facts: string[];
}
