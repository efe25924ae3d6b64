/** A start that everybody shares. One that fails is forgotten, so that the next asker tries again. Pure. */

export function once<T, A extends unknown[]>(start: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  let started: Promise<T> | undefined;
  return (...args) => {
    started ??= start(...args).catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return started;
  };
}
