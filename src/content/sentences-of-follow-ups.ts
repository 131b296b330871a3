/** What the bot says to what follows an answer: that it did not help, whose matter it is, a number or a sum beside it; by key, with placeholders. */
export const OF_FOLLOW_UPS = {
  not_tax_office: ['matters'],
  not_tax_office_alone: [],
  tax_office_does: ['entry', 'where'],
  number_known: ['contacts'],
  number_not_known: ['contacts'],
  late_since: ['day', 'days'],
  late_little: [],
  example_worked: ['answer'],
  other_sum: ['value', 'what', 'fact'],
  other_sum_open: ['value', 'what', 'fact'],
  upset_first: [],
  upset_which: [],
  still_so_next: ['whom'],
  still_so_last: [],
} as const satisfies Record<string, readonly string[]>;
