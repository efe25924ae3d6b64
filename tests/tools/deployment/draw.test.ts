import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawPictures } from '../../../src/tools/deployment/draw.ts';
import type { Worker } from '../../../src/tools/deployment/worker.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pictures = ['a', 'b', 'c', 'd'].map((id) => ({ id, path: `cards/${id}.png`, key: id }));
const png = (text: string, init?: ResponseInit) =>
  new Response(text, { headers: { 'Content-Type': 'image/png' }, ...init });
const workerOf = (ask: Worker['ask']): Worker => ({ ask, complaints: () => 'It hurts.', stop: async () => {} });
const draw = (workers: Worker[], onDrawn = () => {}) => drawPictures(pictures, { workers, folder, onDrawn });

test('every picture is drawn once, whichever worker is free', async () => {
  const asked: string[] = [];
  const worker = workerOf(async (path) => {
    asked.push(path);
    return png(`picture of ${path}`);
  });
  await draw([worker, worker]);
  expect(asked.sort()).toEqual(pictures.map(({ path }) => path));
  expect(readFileSync(join(folder, 'cards/c.png'), 'utf8')).toBe('picture of cards/c.png');
});

test('a picture that is not drawn stops the build with card, address and status', async () => {
  const worker = workerOf(async (path) =>
    png('', { status: path === 'cards/b.png' ? 500 : 200, headers: { 'Content-Type': 'image/png' } }),
  );
  await expect(draw([worker])).rejects.toThrow('the card "b" was not drawn: /cards/b.png answers 500 image/png.');
  await expect(draw([worker])).rejects.toThrow('It hurts.');
  expect(existsSync(join(folder, 'cards/b.png'))).toBe(false);
});

test('an answer that is no PNG is none', async () => {
  await expect(draw([workerOf(async () => new Response('<p>'))])).rejects.toThrow('answers 200 text/plain');
});

test('a worker that went away is told of', async () => {
  const gone = workerOf(() => Promise.reject(new TypeError('fetch failed')));
  await expect(draw([gone])).rejects.toThrow('was not drawn: /cards/a.png gives no answer (fetch failed). It hurts.');
});
