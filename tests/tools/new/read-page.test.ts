import { expect, test } from 'vitest';
import { readNewPage } from '../../../src/tools/new/read-page.ts';

/** Answers these addresses with a page, and refuses the connection to all others. */
function web(pages: Record<string, string>) {
  const asked: string[] = [];
  const answer = async (address: unknown) => {
    const url = String(address);
    asked.push(url);
    const page = pages[url];
    if (page === undefined) throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    return page.startsWith('→')
      ? new Response(null, { status: 301, headers: { location: page.slice(1) } })
      : new Response(page, { headers: { 'content-type': 'text/html' } });
  };
  return { asked, fetch: answer as typeof fetch };
}

test('the https page of an http address is read where there is one', async () => {
  const { fetch, asked } = web({
    'https://harbour.example.org/a': '<p>Quays',
    'http://harbour.example.org/a': '<p>Other',
  });
  expect(await readNewPage('http://harbour.example.org/a', { fetch })).toMatchObject({
    ok: true,
    text: 'Quays',
    url: 'https://harbour.example.org/a',
  });
  expect(asked).toEqual(['https://harbour.example.org/a']);
});

test('else the http page, which keeps its address', async () => {
  const { fetch } = web({ 'http://harbour.example.org/a': '<p>Quays' });
  expect(await readNewPage('http://harbour.example.org/a', { fetch })).toMatchObject({
    ok: true,
    url: 'http://harbour.example.org/a',
  });
});

test('an https address is never read over http, also after a redirect', async () => {
  const { fetch } = web({
    'http://harbour.example.org/a': '<p>Quays',
    'https://harbour.example.org/b': '→http://harbour.example.org/a',
  });
  for (const path of ['a', 'b']) {
    const page = await readNewPage(`https://harbour.example.org/${path}`, { fetch });
    expect(!page.ok && page.message).toContain('Or save the page in a browser');
  }
});

test('neither is an address of this machine or its network', async () => {
  const { fetch, asked } = web({ 'http://127.0.0.1/a': '<p>Secret', 'http://router.local/': '<p>Secret' });
  for (const url of ['http://127.0.0.1/a', 'http://router.local/'])
    expect(await readNewPage(url, { fetch })).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
});
