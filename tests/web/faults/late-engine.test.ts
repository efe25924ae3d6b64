/** An engine whose start ends after its picture was given up. In a file of its own: engines start once in an isolate. */
import { expect, test } from 'vitest';
import { forgetEngines, getResvg, getSatori, toPixels } from '../../../src/render/svg.ts';

test('a start that was forgotten and ended all the same counts', async () => {
  const starts = [getSatori(), getResvg()];
  forgetEngines();
  await Promise.all(starts);
  await getSatori();
  const square = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><path d="M0 0h2v1H0z"/></svg>';
  expect((await toPixels(square)).rgba).toEqual(new Uint8Array([0, 0, 0, 255, 0, 0, 0, 255]));
});
