import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { makeCatalog } from '../helpers/many-cards.ts';

const files = makeCatalog(2_000);
const cards = files.filter(({ name }) => name.endsWith('.yaml'));
const catalog = createBundledStore(compileCatalog(cards).catalog);

describe('two thousand cards', () => {
  test('are the same every time, and more of them begin with the same', async () => {
    expect(makeCatalog(2_000)).toEqual(files);
    const id = 'card-40';
    const [few, many] = [100, 200].map((count) =>
      createBundledStore(compileCatalog(makeCatalog(count).filter(({ name }) => name.endsWith('.yaml'))).catalog),
    );
    expect(await few?.getCard(id)).toEqual(await many?.getCard(id));
  });

  test('are turned page by page to the last, each once', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await catalog.listCards({ limit: 100, cursor });
      seen.push(...(page?.cards.map(({ card }) => card.id) ?? []));
      if (!page?.next) break;
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(2_000);
    expect(seen).toHaveLength(2_000);
  });

  test('are counted as they are found', async () => {
    const query = { q: 'people', kind: 'claim' } as const;
    const counts = await catalog.countFacets(query);
    for (const { value, count } of counts.status) {
      const found = await catalog.listCards({ ...query, status: value as 'stated', limit: 1 });
      expect(found?.total).toBe(count);
    }
  });

  test('return the same results for a repeated search', async () => {
    const first = await catalog.listCards({ q: 'people', limit: 100 });
    expect(first?.total).toBeGreaterThan(50);
    expect(await catalog.listCards({ q: 'people', limit: 100 })).toEqual(first);
  });
});

test('check has nothing to say about made-up cards', () => {
  const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  mkdirSync(join(root, 'cards'));
  for (const { name, text } of makeCatalog(120)) writeFileSync(join(root, 'cards', name), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('src/tools/check.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(root, { recursive: true });
  expect(`${stdout}${stderr}`).toContain('120 cards from');
  expect(status).toBe(0);
});
