/** Engines whose first start fails. In a file of its own: engines start once in an isolate. */
import { expect, test, vi } from 'vitest';
import { appOf } from '../../helpers/app.ts';
import { catalogOf } from '../../helpers/catalogs.ts';

/** Makes the first start of each engine fail: of the one for layout, and of the one for pixels. */
function failEachOnce() {
  const { instantiate } = WebAssembly;
  const failed = new Set<unknown>();
  return vi.spyOn(WebAssembly, 'instantiate').mockImplementation((async (
    module: WebAssembly.Module,
    imports?: WebAssembly.Imports,
  ) => {
    if (failed.has(module)) return instantiate(module, imports);
    failed.add(module);
    throw new Error('the engine does not start');
  }) as typeof WebAssembly.instantiate);
}

test('an engine that does not start is started again for the next picture', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const starts = failEachOnce();
  const app = appOf(catalogOf([{ id: 'a-card' }]));
  const ask = async () => {
    const response = await app.request('/cards/a-card.png');
    return [response.status, response.headers.get('Content-Type')];
  };
  // The picture of the error starts what the picture of the card could not.
  const answers = [await ask(), await ask(), await ask()];
  expect(answers[0]?.[0]).toBe(503);
  expect(answers.at(-1)).toEqual([200, 'image/png']);
  expect(starts).toHaveBeenCalledTimes(4);
  expect(log.mock.calls.length).toBeGreaterThan(0);
  log.mockRestore();
});
