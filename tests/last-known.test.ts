import { describe, expect, test } from 'vitest';
import { type Clock, DEADLINE_MS, lastKnown, withDeadline } from '../src/last-known.ts';

/** A clock that a test moves. */
function handClock() {
  let now = 1_000_000;
  let calls: { at: number; call: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(ms, call) {
      const entry = { at: now + ms, call };
      calls.push(entry);
      return () => {
        calls = calls.filter((each) => each !== entry);
      };
    },
  };
  return {
    clock,
    waiting: () => calls.length,
    async pass(ms: number) {
      await turns();
      now += ms;
      for (const { at, call } of calls) if (at <= now) call();
      calls = calls.filter(({ at }) => at > now);
      await turns();
    },
  };
}

/** All that is ready now. */
const turns = () => new Promise((resolve) => setImmediate(resolve));

/** A promise that a test settles. */
function pending<T>() {
  let settle: { resolve: (value: T) => void; reject: (error: Error) => void } | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...(settle as NonNullable<typeof settle>) };
}

/** Whether a promise has an answer by now. */
async function answered<T>(promise: Promise<T>): Promise<T | 'waiting'> {
  await turns();
  return Promise.race([promise, Promise.resolve('waiting' as const)]);
}

describe('work with a deadline', () => {
  test('gives its value where it is in time, and leaves no timer behind', async () => {
    const { clock, waiting } = handClock();
    expect(await withDeadline(async () => 'value', 'other', clock)).toBe('value');
    expect(waiting()).toBe(0);
  });

  test('gives the other value once the deadline has passed, and not before', async () => {
    const { clock, pass } = handClock();
    const work = withDeadline(() => new Promise<string>(() => {}), 'other', clock);
    await pass(DEADLINE_MS - 1);
    expect(await answered(work)).toBe('waiting');
    await pass(1);
    expect(await answered(work)).toBe('other');
  });

  test.each([
    ['fails', () => Promise.reject(new Error('no'))],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
  ])('gives the other value at once where it %s', async (_, work) => {
    expect(await withDeadline<string>(work, 'other', handClock().clock)).toBe('other');
  });
});

describe('a value that is kept', () => {
  function reader() {
    const hand = handClock();
    const reads: ReturnType<typeof pending<string>>[] = [];
    const kept: Promise<unknown>[] = [];
    const errors: string[] = [];
    const read = lastKnown(
      () => {
        reads.push(pending());
        return (reads.at(-1) as ReturnType<typeof pending<string>>).promise;
      },
      { none: 'none', freshMs: 30_000, clock: hand.clock, onError: ({ message }) => errors.push(message) },
    );
    return { ...hand, reads, kept, errors, ask: () => read((work) => kept.push(work)) };
  }

  test('is waited for by the first requests, all with one read', async () => {
    const { ask, reads, kept } = reader();
    const [first, second] = [ask(), ask()];
    expect(await answered(first)).toBe('waiting');
    reads[0]?.resolve('value');
    expect([await first, await second, await ask()]).toEqual(['value', 'value', 'value']);
    expect([reads.length, kept.length]).toEqual([1, 1]);
  });

  test('is none after the deadline, is waited for by nobody then, and comes when it comes', async () => {
    const { ask, reads, pass } = reader();
    const first = ask();
    await pass(DEADLINE_MS);
    expect(await answered(first)).toBe('none');
    expect(await answered(ask())).toBe('none');
    reads[0]?.resolve('value');
    await turns();
    expect(await answered(ask())).toBe('value');
    expect(reads).toHaveLength(1);
  });

  test('is given as it was while it is read again, once it is old', async () => {
    const { ask, reads, pass } = reader();
    const first = ask();
    await turns();
    reads[0]?.resolve('old');
    await first;
    await pass(29_999);
    await ask();
    expect(reads).toHaveLength(1);
    await pass(1);
    expect(await answered(ask())).toBe('old');
    expect(await answered(ask())).toBe('old');
    expect(reads).toHaveLength(2);
    reads[1]?.resolve('new');
    await turns();
    expect(await ask()).toBe('new');
  });

  test('stays where a read fails; the next one is a few seconds later', async () => {
    const { ask, reads, pass, errors } = reader();
    const first = ask();
    await turns();
    reads[0]?.resolve('value');
    await first;
    await pass(30_000);
    await ask();
    reads[1]?.reject(new Error('KV is away'));
    await turns();
    expect(await answered(ask())).toBe('value');
    expect([reads.length, errors]).toEqual([2, ['KV is away']]);
    await pass(5_000);
    await ask();
    expect(reads).toHaveLength(3);
  });

  test('is read again where a read never ends, and a late answer to the old one counts for nothing', async () => {
    const { ask, reads, pass } = reader();
    ask();
    await pass(60_000);
    expect(await answered(ask())).toBe('none');
    expect(reads).toHaveLength(2);
    reads[1]?.resolve('new');
    await turns();
    reads[0]?.resolve('late');
    await turns();
    expect(await ask()).toBe('new');
  });
});
