/** A workerd of our own: what it is started with may have any name, and what goes wrong is told. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Served, startWorkerd } from '../../src/tools/workerd.ts';

const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SCRIPT = `export default {
  async fetch(request, env) {
    console.error('it was asked');
    return Response.json([env, await (await env.ASSETS.fetch('http://assets/file.txt')).text()]);
  },
};`;

function served(script: string, bindings: Record<string, unknown> = {}): Served {
  const assets = join(root, 'as"sets \\ here');
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(assets, 'file.txt'), 'an asset');
  const path = join(root, 'index.js');
  writeFileSync(path, script);
  const config = { compatibility_date: '2026-10-01' };
  return { name: 'worker', modules: [{ type: 'ESModule', path }], config, bindings, assets };
}

test('values and folders may have any name, and what the Worker logs is kept', async () => {
  const bindings = { 'a/"b': 'text', key: [1], KEY: { deep: true } };
  const workerd = await startWorkerd([served(SCRIPT, bindings)], join(root, 'good'));
  try {
    const answer = await (await workerd.get('worker', '/')).json();
    expect(answer).toEqual([{ ...bindings, ASSETS: {} }, 'an asset']);
    await expect.poll(() => workerd.complaints()).toContain('it was asked');
  } finally {
    await workerd.stop();
  }
});

test('a Worker that does not start says why', async () => {
  const broken = served('throw new Error("not today");');
  await expect(startWorkerd([broken], join(root, 'broken'))).rejects.toThrow(/workerd did not start: .*not today/s);
});
