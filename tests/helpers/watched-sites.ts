/** A catalogue whose sources are pages of invented sites, with one card each, and a `fetch` that serves these sites. */
import type { Source } from '../../src/card/source.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { source as exampleSource, quoteCard } from './fixtures.ts';

export const QUOTE = 'reportedly hosts up to 1,000 fighters';
export const PAGE = `<h1>Army grows</h1><p>Since the failed mutiny the country ${QUOTE} of the group in two camps near the border.</p>`;

/** Sources "s-0", "s-1", … with the cards "card-of-s-0", …, spread over `sites` sites. `snapshot`: that of the quotes. */
export function catalogOfSites({ count, sites, snapshot }: { count: number; sites: number; snapshot?: string }) {
  const sources: Source[] = Array.from({ length: count }, (_, at) => ({
    ...exampleSource,
    id: `s-${at}`,
    title: 'Army grows',
    url: `https://site-${at % sites}.example.org/s-${at}`,
    ...(snapshot === undefined ? {} : { snapshot: { sha256: snapshot, accessed: '2026-01-01' } }),
  }));
  const cards = sources.map(({ id }) => ({
    card: { ...quoteCard, id: `card-of-${id}`, quote: { exact: QUOTE } },
    sourceId: id,
    evidence:
      snapshot === undefined ? null : { match: 'exact' as const, checkedAt: '2026-01-01', snapshot, pageText: null },
    revision: '0000000a',
    updated: '2026-01-01',
  }));
  return createBundledStore({ sources, cards });
}

type Page = { status?: number; body?: string; headers?: Record<string, string> };

/** Serves the page of each source. Every robots.txt allows all programs. Records the requested ids. */
export function sitesOf(page: (id: string, request: Headers) => Page | Promise<Page>) {
  const asked: string[] = [];
  const answer = async (address: string, init?: RequestInit) => {
    const { pathname } = new URL(address);
    if (pathname === '/robots.txt') return new Response('', { status: 404 });
    const id = pathname.slice(1);
    asked.push(id);
    const { status = 200, body = PAGE, headers } = await page(id, new Headers(init?.headers));
    const isEmpty = status === 304;
    return new Response(isEmpty ? null : body, { status, headers: { 'content-type': 'text/html', ...headers } });
  };
  return { asked, fetch: answer as typeof fetch };
}
