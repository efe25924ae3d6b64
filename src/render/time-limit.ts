/**
 * The time that a picture may take. workerd's clock stands still while code computes: it moves on when the Worker waits.
 * So a wait that does not end (the start of an engine) is cut off by a timer, and computing that took too long is found
 * when it is over, after a wait of 0 ms. Computing without end is for the platform to stop: the CPU limit of the plan.
 */

/** Sites that embed a picture have given up by then: most wait 2 to 5 s. */
export const DRAWING_LIMIT_MS = 5_000;

/** A picture that took too long. */
export class Overdue extends Error {
  constructor(limitMs: number) {
    super(`the picture was not drawn within ${limitMs} ms`);
  }
}

/** What `work` gives within the limit. @throws Overdue */
export async function inTime<T>(work: () => Promise<T>, limitMs = DRAWING_LIMIT_MS): Promise<T> {
  const start = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue(limitMs)), limitMs);
  });
  try {
    const result = await Promise.race([work(), late]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (Date.now() - start > limitMs) throw new Overdue(limitMs);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
