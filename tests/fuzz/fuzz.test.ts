/** The first few hundred hostile requests; `npm run fuzz` sends as many as one likes. */
import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

test('whatever is asked, the answer is right in form, says nothing of what was sent, and is kept briefly where it is an error', async () => {
  const { statuses, fault } = await fuzz({ requests: 300, seed: 20231102 });
  expect(fault).toBeUndefined();
  for (const status of [200, 302, 304, 400, 404, 405]) expect(statuses[status]).toBeGreaterThan(0);
});
