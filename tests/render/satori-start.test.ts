import { expect, test } from 'vitest';
import { getSatori } from '../../src/render/engines.ts';
import { patchGlobals } from '../../src/render/satori-start.ts';

const { Module, instantiate } = WebAssembly;

/** The smallest module there is: none that satori has. */
const OTHER_BYTES = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

test('satori starts in workerd and leaves the globals as they were', async () => {
  const location = Object.getOwnPropertyDescriptor(globalThis, 'location');
  expect(await getSatori()).toBeTypeOf('function');
  expect(WebAssembly.Module).toBe(Module);
  expect(WebAssembly.instantiate).toBe(instantiate);
  expect(Object.getOwnPropertyDescriptor(globalThis, 'location')).toEqual(location);
});

test('WebAssembly that is not known is refused, with the way to mend it', async () => {
  const restore = patchGlobals();
  try {
    expect(() => Reflect.construct(WebAssembly.Module, [OTHER_BYTES])).toThrow(
      /a module of 8 bytes that src\/render\/satori-start\.ts does not know/,
    );
    await expect(WebAssembly.instantiate(OTHER_BYTES)).rejects.toThrow(/an engine of 8 bytes.+harfbuzzjs/);
  } finally {
    restore();
  }
  expect(WebAssembly.Module).toBe(Module);
});
