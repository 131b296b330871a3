let ended = 0;
afterEach(() => void (ended += 1));
after(() => void (ended += 1));

/**
 * Waits for what comes by itself: looks every `pauseMs` milliseconds. How long is the test's own limit; a test that has run
 * into it waits no more, since what it waits for would keep the process from ending. Rejects then.
 */
export async function until(comes: () => boolean | Promise<boolean>, pauseMs = 20): Promise<void> {
  const began = ended;
  while (!(await comes())) {
    if (ended > began) throw new Error('the test that waited has ended');
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
