/**
 * What an answer can do without, asked for within a deadline: the last known value is given at once and refreshed in the
 * background. Pure but for its clock, which tests replace.
 */

export type Clock = {
  /** Milliseconds. */
  now(): number;
  /** Calls back after a time; returns what calls that off. */
  after(ms: number, call: () => void): () => void;
};

const SYSTEM: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** A reader notices no less. */
export const DEADLINE_MS = 200;

/** Gives what `work` gives, or `otherwise` where it fails or takes too long. Never rejects; nobody waits for the rest. */
export function withDeadline<T>(work: () => T | Promise<T>, otherwise: T, clock: Clock = SYSTEM): Promise<T> {
  return new Promise((resolve) => {
    const callOff = clock.after(DEADLINE_MS, () => resolve(otherwise));
    const settle = (value: T) => {
      callOff();
      resolve(value);
    };
    // A part that is broken may throw before it gives a promise.
    Promise.resolve()
      .then(work)
      .then(settle, () => settle(otherwise));
  });
}

/** Lets work go on after the answer: `ExecutionContext.waitUntil`, where there is one. */
export type KeepAlive = (work: Promise<unknown>) => void;

type Options<T> = {
  /** Given where nothing is known yet. */
  none: T;
  /** Gets the reason why the value could not be read. */
  onError?: (error: Error) => void;
  /** A value this old is read again. */
  freshMs: number;
  clock?: Clock | undefined;
};

/** After a read that failed, the next one. */
const RETRY_MS = 5_000;
/** A read that takes so long has died with the request that began it, which Cloudflare keeps alive no longer. */
const ABANDONED_MS = 30_000;

/**
 * A reader of a value that is kept in the isolate. Only the requests that come before the first read has ended wait for it,
 * and not past the deadline. Later ones get what is known, or `none`, while one read at a time goes on in the background.
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
