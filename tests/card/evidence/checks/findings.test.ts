import { expect, test } from 'vitest';
import { outcomesOf, warn } from '../../../../src/card/evidence/checks/findings.ts';

const place = warn('place-not-in-text', 'is “Portville”, but the source text does not name it.', 'Give another place.');
const warning = {
  code: 'place-not-in-text',
  message: 'The place is “Portville”, but the source text does not name it.',
};

test('readers learn the doubt of the program, without the fix, and the reason of the editor', () => {
  const because = 'Portville is the town of the harbour.';
  expect(outcomesOf({ place }, [{ check: 'place-not-in-text', because }])).toEqual([
    { check: 'place', outcome: 'accepted', because, warning },
  ]);
  expect(outcomesOf({ place })).toEqual([{ check: 'place', outcome: 'warning', because: warning.message, warning }]);
});

test('a lock that was written before has the doubt with its fix', () => {
  const { doubt, ...before } = place as typeof place & { outcome: 'warning' };
  expect(outcomesOf({ place: before })[0]?.warning?.message).toBe(`${doubt} Give another place.`);
});

test('other outcomes have no warning', () => {
  const because = 'The date is inferred.';
  expect(outcomesOf({ figure: { outcome: 'confirmed' }, asOf: { outcome: 'not checkable', because } })).toEqual([
    { check: 'figure', outcome: 'confirmed', because: null, warning: null },
    { check: 'asOf', outcome: 'not checkable', because, warning: null },
  ]);
});
