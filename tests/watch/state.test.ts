import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WATCH_STATES, type WatchState } from '../../src/card/watch.ts';
import { advance, DAYS_TO_CONFIRM, type Observation, type Tracked, UNTRACKED } from '../../src/watch/tracked.ts';

const dayName = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
const follow = (seen: Observation[]) => {
  const steps: Tracked[] = [UNTRACKED];
  for (const observation of seen) steps.push(advance(steps.at(-1) as Tracked, observation));
  return steps;
};
const daily = (states: WatchState[]) => follow(states.map((state, day) => ({ day: dayName(day), state, score: null })));
const endOf = (states: WatchState[]) => daily(states).at(-1)?.confirmed;

describe('a state', () => {
  test('is present from the first day that the words are found', () => {
    expect(endOf(['present'])).toEqual({ state: 'present', since: dayName(0), score: null });
  });

  test('is none until a first failure has been seen three days in a row', () => {
    expect(endOf(['gone', 'gone'])).toBe(null);
    expect(endOf(['gone', 'gone', 'gone'])).toEqual({ state: 'gone', since: dayName(0), score: null });
  });

  test('changes on the third day, and is dated from the first', () => {
    expect(endOf(['present', 'gone', 'gone'])?.state).toBe('present');
    expect(endOf(['present', 'gone', 'gone', 'gone'])).toEqual({ state: 'gone', since: dayName(1), score: null });
  });

  test('needs three days to change back, too', () => {
    expect(endOf(['gone', 'gone', 'gone', 'present', 'present'])?.state).toBe('gone');
    expect(endOf(['gone', 'gone', 'gone', 'present', 'present', 'present'])?.since).toBe(dayName(3));
  });

  test('does not change with failures of different kinds', () => {
    expect(endOf(['present', 'gone', 'unreachable', 'gone', 'unreachable', 'gone'])?.state).toBe('present');
  });

  test('has the latest score of changed words', () => {
    const seen = [0.9, 0.9, 0.9, 0.8].map((score, day) => ({ day: dayName(day), state: 'changed' as const, score }));
    expect(follow(seen).at(-1)?.confirmed).toEqual({ state: 'changed', since: dayName(0), score: 0.8 });
  });
});

const observations = fc
  .array(fc.record({ gap: fc.nat({ max: 2 }), state: fc.constantFrom(...WATCH_STATES) }), { maxLength: 60 })
  .map((visits) => {
    let day = 0;
    return visits.map(({ gap, state }): Observation => {
      day += gap;
      return { day: dayName(day), state, score: state === 'changed' ? 0.9 : null };
    });
  });

/** What counts: the first visit of each day. */
const counted = (seen: Observation[]) => seen.filter(({ day }, index) => day !== seen[index - 1]?.day);

test('a confirmed state was seen on three days in a row, or is the first visit that found the words', () => {
  fc.assert(
    fc.property(observations, (seen) => {
      const { confirmed } = follow(seen).at(-1) as Tracked;
      if (confirmed === null) return;
      const days = counted(seen);
      const at = days.findIndex(({ day }) => day === confirmed.since);
      const row = days.slice(at, at + DAYS_TO_CONFIRM).map(({ state }) => state);
      const isFirst = confirmed.state === 'present' && days.findIndex(({ state }) => state === 'present') === at;
      expect(isFirst || (row.length === 3 && row.every((state) => state === confirmed.state))).toBe(true);
    }),
  );
});

test('a state never changes on fewer than three days after the last change', () => {
  fc.assert(
    fc.property(observations, (seen) => {
      const days = counted(seen);
      const steps = follow(days).map(({ confirmed }) => confirmed?.state ?? null);
      const changes = steps.flatMap((state, index) =>
        index > 1 && steps[index - 1] !== null && state !== steps[index - 1] ? [index] : [],
      );
      for (const [index, at] of changes.entries()) {
        const before = changes[index - 1];
        if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(DAYS_TO_CONFIRM);
      }
    }),
  );
});

test('a second visit on a day, or one at an earlier day, is ignored', () => {
  fc.assert(
    fc.property(observations, (seen) => {
      const twice = seen.flatMap((visit) => [
        visit,
        { ...visit, state: 'gone' as const },
        { ...visit, day: '2025-12-31' },
      ]);
      expect(follow(twice).at(-1)).toEqual(follow(counted(seen)).at(-1));
    }),
  );
});

test('fewer than three failures in a row never change a confirmed state', () => {
  const oneOrTwo = fc.array(fc.constantFrom(...WATCH_STATES.slice(1)), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(fc.array(oneOrTwo, { maxLength: 30 }), (failures) => {
      const states = failures.flatMap((row): WatchState[] => ['present', ...row]);
      expect(endOf(['present', ...states])).toEqual({ state: 'present', since: dayName(0), score: null });
    }),
  );
});
