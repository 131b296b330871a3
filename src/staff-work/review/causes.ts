/** Why a message is put before staff. */
export const REVIEW_CAUSES = [
  'not_understood',
  'out_of_scope',
  'none_of_these',
  'asked_back',
  'rated_low',
  'thumbed_down',
] as const;
export type ReviewCause = (typeof REVIEW_CAUSES)[number];
