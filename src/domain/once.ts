/** A start that everybody shares. One that fails is forgotten, so that the next asker tries again. Pure. */

export type Once<T, A extends unknown[]> = ((...args: A) => Promise<T>) & {
  /** Has the next asker start anew: for a start that never ends. */
  forget(): void;
};

export function once<T, A extends unknown[]>(start: (...args: A) => Promise<T>): Once<T, A> {
  let started: Promise<T> | undefined;
  const get = (...args: A) => {
    if (started) return started;
    const mine = start(...args).catch((error: unknown) => {
      if (started === mine) started = undefined;
      throw error;
    });
    started = mine;
    return mine;
  };
  return Object.assign(get, {
    forget: () => {
      started = undefined;
    },
  });
}
