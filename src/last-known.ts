/**
 * Optional values with a deadline: returns the last known value immediately and refreshes it in the background. Pure except
 * for its clock, which tests replace.
 */

export type Clock = {
  /** Milliseconds. */
  now(): number;
  /** Calls back after a delay. Returns a function that cancels the call. */
  after(ms: number, call: () => void): () => void;
};

const SYSTEM: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** Readers do not notice a shorter delay. */
export const DEADLINE_MS = 200;

/** Returns the result of `work`, or `otherwise` if it fails or exceeds the deadline. Never rejects. */
export function withDeadline<T>(work: () => T | Promise<T>, otherwise: T, clock: Clock = SYSTEM): Promise<T> {
  return new Promise((resolve) => {
    const callOff = clock.after(DEADLINE_MS, () => resolve(otherwise));
    const settle = (value: T) => {
      callOff();
      resolve(value);
    };
    // `work` may throw before it returns a promise.
    Promise.resolve()
      .then(work)
      .then(settle, () => settle(otherwise));
  });
}

/** Lets work continue after the response: `ExecutionContext.waitUntil`, if there is one. */
export type KeepAlive = (work: Promise<unknown>) => void;

type Options<T> = {
  /** Returned while no value is known. */
  none: T;
  /** Called if the value could not be read. */
  onError?: (error: Error) => void;
  /** The age at which a value is read again, in ms. */
  freshMs: number;
  clock?: Clock | undefined;
};

/** The delay after a failed read. */
const RETRY_MS = 5_000;
/** A longer read has ended with its request, which Cloudflare no longer keeps alive. */
const ABANDONED_MS = 30_000;

/**
 * Creates a reader that keeps its value in the isolate. Only requests during the first read wait for it, at most until the
 * deadline. Later requests get the known value, or `none`, while one read at a time runs in the background.
 */
export function lastKnown<T, A extends unknown[]>(
  load: (...args: A) => Promise<T>,
  { none, freshMs, onError = () => {}, clock = SYSTEM }: Options<T>,
): (keepAlive: KeepAlive, ...args: A) => Promise<T> {
  let known = none;
  let nextRead = -Infinity;
  let isAwaited = true;
  let reading: { work: Promise<void>; since: number } | undefined;

  function read(args: A): Promise<void> {
    const mine = { work: Promise.resolve(), since: clock.now() };
    const end = (pauseMs: number) => {
      isAwaited = false;
      reading = undefined;
      nextRead = clock.now() + pauseMs;
    };
    mine.work = Promise.resolve()
      .then(() => load(...args))
      .then(
        (value) => {
          if (reading !== mine) return;
          known = value;
          end(freshMs);
        },
        (error: Error) => {
          if (reading === mine) end(RETRY_MS);
          onError(error);
        },
      );
    reading = mine;
    return mine.work;
  }

  return async (keepAlive, ...args) => {
    if (reading && clock.now() - reading.since >= ABANDONED_MS) reading = undefined;
    if (!reading && clock.now() >= nextRead) keepAlive(read(args));
    if (reading && isAwaited) {
      const { work } = reading;
      await withDeadline(() => work, undefined, clock);
      isAwaited = false;
    }
    return known;
  };
}
