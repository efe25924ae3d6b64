import { describe, expect, test } from 'vitest';
import { createFinished, inTime, Overdue } from '../../src/web/images/pictures.ts';

const bytes = (length = 3) => new Uint8Array(length);
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

/** Draws after a moment, and counts how often. */
function counting(draw: () => Promise<Uint8Array<ArrayBuffer>> = async () => bytes()) {
  const counter = { draws: 0, draw: async () => bytes() };
  counter.draw = async () => {
    counter.draws++;
    await soon();
    return draw();
  };
  return counter;
}

describe('a picture that fifty ask for at once', () => {
  test('is drawn once', async () => {
    const [finished, counter] = [createFinished(), counting()];
    const answers = await Promise.all(Array.from({ length: 50 }, () => finished.get('a', counter.draw)));
    expect(counter.draws).toBe(1);
    expect(answers.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.bytes)).size).toBe(1);
  });

  test('fails for all requests, and is drawn again for the next one', async () => {
    let fails = true;
    const [finished, counter] = [
      createFinished(),
      counting(async () => (fails ? Promise.reject(new Error()) : bytes())),
    ];
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => finished.get('a', counter.draw)));
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    fails = false;
    expect((await finished.get('a', counter.draw)).fresh).toBe(true);
    expect(counter.draws).toBe(2);
  });
});

test('a picture stays cached while there is room', async () => {
  const [finished, counter] = [createFinished(100), counting(async () => bytes(40))];
  await finished.get('a', counter.draw);
  await finished.get('a', counter.draw);
  expect(counter.draws).toBe(1);
  for (const key of ['b', 'c', 'd']) await finished.get(key, counter.draw);
  expect(finished.has('a')).toBe(false);
  expect(finished.has('d')).toBe(true);
});

test('a drawing that never ends is abandoned, and the next request starts it again', async () => {
  const finished = createFinished();
  const never = () => new Promise<Uint8Array<ArrayBuffer>>(() => {});
  await expect(finished.get('a', never, 20)).rejects.toBeInstanceOf(Overdue);
  expect((await finished.get('a', async () => bytes())).fresh).toBe(true);
});

test('callers that wait for another drawing are released if it never ends', async () => {
  const finished = createFinished();
  const never = () => new Promise<Uint8Array<ArrayBuffer>>(() => {});
  const both = await Promise.allSettled([finished.get('a', never, 20), finished.get('a', never, 20)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('computing that took too long is found when it is over', async () => {
  const compute = async () => {
    const until = Date.now() + 60;
    // Where the clock stops while code runs, only waiting takes time.
    for (let turns = 0; Date.now() < until && turns < 1e7; turns++);
    if (Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 60));
  };
  await expect(inTime(compute, 30)).rejects.toThrow('not drawn within 30 ms');
  await expect(inTime(async () => 'in time', 1_000)).resolves.toBe('in time');
});
