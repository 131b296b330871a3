/** How `faketime` hands its clock on, the time zone, and where coverage is collected. */
const HANDED_ON = /^(?:PATH|TZ|LD_PRELOAD|FAKETIME\w*|NODE_V8_COVERAGE)$/;

/**
 * What a process that a test starts needs from ours, whatever settings it gets: it lives on the same day as the test.
 * Everything else is left out, so that no setting of the machine reaches the product.
 */
export function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([key, value]) =>
    HANDED_ON.test(key) && value !== undefined ? [[key, value] as const] : [],
  );
  return Object.fromEntries(entries);
}
