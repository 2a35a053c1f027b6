/**
 * Elapsed time and waits of the feed. Not the server's clock: that one may stand still or jump a month at a
 * developer's word.
 */
export interface Pace {
  /** Milliseconds since some fixed moment; never goes backward. */
  now(): number;
  /** Resolves after so many milliseconds, or when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const systemPace: Pace = {
  now: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const finish = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", finish);
        resolve();
      };
      const timer = setTimeout(finish, ms);
      signal.addEventListener("abort", finish);
    }),
};
