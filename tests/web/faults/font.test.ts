/** A font whose bytes are not those of a font. In a file of its own: fonts are read once in an isolate. */
import { expect, test, vi } from 'vitest';
import interBold from '../../../build/fonts/bold.ttf';
import { appOf } from '../../helpers/app.ts';
import { catalogOf } from '../../helpers/catalogs.ts';

test('a damaged font takes pictures away and nothing else, once in the log; mended, it draws', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const app = appOf(catalogOf([{ id: 'a-card' }]));
  const bytes = new Uint8Array(interBold);
  const whole = bytes.slice();
  bytes.fill(0);
  const response = await app.request('/cards/a-card.png');
  expect(response.status).toBe(503);
  expect(response.headers.get('Content-Type')).toBe('image/png');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.text()).toContain('Picture not available');
  expect(log).toHaveBeenCalledOnce();
  for (const path of ['/', '/cards/a-card', '/cards/a-card.json', '/cards/a-card.md'])
    expect([path, (await app.request(path)).status]).toEqual([path, 200]);
  expect((await app.request('/health')).status).toBe(503);
  bytes.set(whole);
  const again = await app.request('/cards/a-card.png');
  expect([again.status, again.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  log.mockRestore();
});
