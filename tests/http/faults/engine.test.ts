/** Engines whose first start fails. In a file of its own: engines start once in an isolate. */
import harfbuzzModule from 'harfbuzzjs/hb.wasm';
import { expect, test, vi } from 'vitest';
import { appOf } from '../../helpers/app.ts';
import { catalogOf } from '../../helpers/catalogs.ts';

/** Has the first start of each engine fail: of the one for layout, and of the one for text. */
function failEachOnce() {
  const { instantiate } = WebAssembly;
  const failed = new Set<unknown>();
  return vi.spyOn(WebAssembly, 'instantiate').mockImplementation((async (
    module: WebAssembly.Module,
    imports?: WebAssembly.Imports,
  ) => {
    if (failed.has(module)) return instantiate(module, imports);
    failed.add(module);
    throw new Error(module === harfbuzzModule ? 'no text' : 'no layout');
  }) as typeof WebAssembly.instantiate);
}

test('an engine that does not start is started again at once, and the reader gets the picture', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const starts = failEachOnce();
  const response = await appOf(catalogOf([{ id: 'a-card' }])).request('/cards/a-card.png');
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  expect(starts.mock.calls.filter(([module]) => module === (harfbuzzModule as unknown))).toHaveLength(2);
  expect(starts.mock.calls).toHaveLength(4);
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});
