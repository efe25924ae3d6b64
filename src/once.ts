/** Shares the result of an asynchronous start among all callers. After a failure, the next caller retries. Pure. */

export type Once<T, A extends unknown[]> = ((...args: A) => Promise<T>) & {
  /** Drops a start that has not finished, so that the next caller starts again: for a start that never finishes. */
  forget(): void;
};

export function once<T, A extends unknown[]>(start: (...args: A) => Promise<T>): Once<T, A> {
  let started: Promise<T> | undefined;
  let ended = false;
  const get = (...args: A) => {
    if (started) return started;
    const mine = start(...args).then(
      (value) => {
        if (started === mine) ended = true;
        return value;
      },
      (error: unknown) => {
        if (started === mine) started = undefined;
        throw error;
      },
    );
    started = mine;
    return mine;
  };
  return Object.assign(get, {
    forget: () => {
      if (!ended) started = undefined;
    },
  });
}
