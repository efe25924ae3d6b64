/** Hono matches all routes with one regular expression, which is many times faster than its other router. */
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';

type Routes = readonly { method: string; path: string }[];

/** Whether these routes are one regular expression. Hono finds out at the first request. */
function fits(routes: Routes): boolean {
  const router = new RegExpRouter<number>();
  try {
    for (const [at, { method, path }] of routes.entries()) router.add(method, path, at);
    router.match('GET', '/');
    return true;
  } catch {
    return false;
  }
}

/** The first route that does not fit to those before it. */
function firstMisfit(routes: Routes): string | undefined {
  const at = routes.findIndex((_, index) => !fits(routes.slice(0, index + 1)));
  return routes[at]?.path;
}

const store = createBundledStore({ sources: [], cards: [] });
const { routes } = createApp({
  loadStore: async () => store,
  codeRevision: 'test',
  specimens: { store, pictures: [] },
});

test('all routes fit in the regular expression', () => {
  expect(routes.length).toBeGreaterThan(50);
  expect(fits(routes) ? undefined : firstMisfit(routes)).toBeUndefined();
});

test('a route that does not fit is named', () => {
  const added = { method: 'GET', path: '/cards/:file{.+\\.xml}' };
  expect(firstMisfit([...routes, added])).toBe(added.path);
});
