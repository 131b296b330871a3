/**
 * A day after every `checked_on` that the shipped content will hold, YYYY-MM-DD: whatever in it is over by then is told to
 * staff, and is no reason for a test to fail.
 */
export const ONCE_CHECKED = '2100-01-01';
