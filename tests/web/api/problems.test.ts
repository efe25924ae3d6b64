import { exports } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { ProblemDocument } from '../../../src/web/api/schemas/service.ts';
import { store } from '../../helpers/published.ts';

const ORIGIN = 'https://cards.example.org';
const fetchFromWorker = (path: string, init?: RequestInit) => exports.default.fetch(`${ORIGIN}${path}`, init);

/** An application whose catalogue fails. */
const failing = createApp({
  loadStore: async () => ({
    ...store,
    getCard() {
      throw new Error('the test breaks it');
    },
  }),
  codeRevision: 'test',
});

/** An application whose catalogue cannot be read. */
const unread = createApp({
  loadStore: () => Promise.reject(new Error('the test takes it away')),
  codeRevision: 'test',
});

type Failure = {
  way: string;
  path: string;
  status: number;
  code: string;
  parameter?: string;
  says?: string;
  method?: string;
  app?: typeof failing;
};

const list = (query: string, parameter: string, says: string): Failure => ({
  way: query,
  path: `/api/cards?${query}`,
  status: 400,
  code: 'bad-parameter',
  parameter,
  says,
});

const WAYS: Failure[] = [
  list('limit=0', 'limit', 'limit must be a whole number from 1 to 100.'),
  list('limit=101', 'limit', 'limit must be a whole number from 1 to 100.'),
  list('limit=1e1', 'limit', 'limit must be a whole number from 1 to 100.'),
  list('limit=', 'limit', 'limit must be a whole number from 1 to 100.'),
  list('kind=poem', 'kind', 'kind must be one of figure, quote, claim, event, comparison.'),
  list('status=true', 'status', 'status must be one of stated, reported, claimed, assessed.'),
  list('nature=', 'nature', 'nature must be one of count, estimate, capacity, plan, forecast.'),
  list('related=disputed', 'related', 'related must be one of contradicts, same-remark, updates, updated-by.'),
  list('topic=chess', 'topic', 'topic must be the slug or the name of a topic that /api/topics lists.'),
  list('topic=', 'topic', 'topic must be the slug or the name of a topic that /api/topics lists.'),
  list('source=nobody', 'source', 'source must be the id of a source that /api/sources lists.'),
  list(`q=${'é'.repeat(201)}`, 'q', 'q must be at most 200 characters.'),
  list(
    'cursor=nonsense',
    'cursor',
    'cursor must be the value of "next" on the previous page, with all other parameters unchanged.',
  ),
  list('speaker=nobody', 'speaker', 'speaker must be the id of a speaker that /api/speakers lists.'),
  list('language=eo', 'language', 'language must be the language of a card, as a tag such as en or de-AT.'),
  list('ids=merchant-ships-harbour,nobody', 'ids', 'ids must be the ids of 1 to 100 cards, separated by commas.'),
  list('ids=', 'ids', 'ids must be the ids of 1 to 100 cards, separated by commas.'),
  list('min=many', 'min', 'min must be a number such as 1000 or -2.5.'),
  list('max=1e3', 'max', 'max must be a number such as 1000 or -2.5.'),
  list('from=2023-13', 'from', 'from must be a year, month or day: YYYY, YYYY-MM or YYYY-MM-DD.'),
  list('until=2023-02-29', 'until', 'until must be a year, month or day: YYYY, YYYY-MM or YYYY-MM-DD.'),
  list('updated_since=2023', 'updated_since', 'updated_since must be a day: YYYY-MM-DD.'),
  list('sort=newest', 'sort', 'sort must be one of -updated, updated, -asOf, asOf, id, -id.'),
  list(
    'fields=id,headline',
    'fields',
    'fields must be fields of a card, separated by commas, such as id,sentence,links.',
  ),
  list('kind=figure&kind=quote', 'kind', 'kind is given more than once.'),
  list(
    'page=2',
    'page',
    'page is unknown. Known parameters: q, topic, source, speaker, kind, status, nature, related, language, ids, min, max, from, until, updated_since, sort, fields, limit, cursor.',
  ),
  ...['/api/cards/merchant-ships-harbour', '/cards/merchant-ships-harbour.json', '/api/sources', '/api/topics']
    .concat('/api/sources/harbour-times-second-basin', '/health', '/openapi.json', '/api', '/topics/harbours.json')
    .map((path) => ({
      way: `a parameter at ${path}`,
      path: `${path}?x=1`,
      status: 400,
      code: 'bad-parameter',
      parameter: 'x',
      says: 'x is unknown. This address takes no parameters.',
    })),
  { way: 'no such card', path: '/api/cards/nobody', status: 404, code: 'card-not-found' },
  { way: 'no such card file', path: '/cards/nobody.json', status: 404, code: 'card-not-found' },
  { way: 'an id that cannot be one', path: '/api/cards/No%20Id!', status: 404, code: 'card-not-found' },
  { way: 'no such speaker', path: '/api/speakers/nobody', status: 404, code: 'speaker-not-found' },
  { way: 'no such topic', path: '/topics/nobody.json', status: 404, code: 'topic-not-found' },
  { way: 'no such source', path: '/api/sources/nobody', status: 404, code: 'source-not-found' },
  { way: 'no such address', path: '/api/nothing', status: 404, code: 'address-not-found' },
  ...['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({
    way: method,
    path: '/api/cards',
    method,
    status: 405,
    code: 'method-not-allowed',
  })),
  { way: 'a fault of ours', path: '/api/cards/anything', status: 500, code: 'internal-error', app: failing },
  { way: 'no catalogue', path: '/api/cards', status: 503, code: 'catalog-unavailable', app: unread },
];

describe('every way of failing has one shape', () => {
  test.each(WAYS)('$way', async ({ path, status, code, parameter, says, method = 'GET', app }) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const response = app ? await app.request(`${ORIGIN}${path}`) : await fetchFromWorker(path, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cache-Control')).toBe(status >= 500 ? 'no-store' : 'public, max-age=60');
    expect(response.headers.get('Allow')).toBe(status === 405 ? 'GET, HEAD, OPTIONS' : null);
    expect(response.headers.get('ETag')).toBeNull();
    const problem = ProblemDocument.parse(await response.json());
    expect(problem).toMatchObject({ status, code, parameter: parameter ?? null });
    if (says) expect(problem.detail).toBe(says);
  });
});

test.each(['q', 'topic', 'source', 'kind', 'ids', 'from', 'sort', 'fields', 'limit', 'cursor', 'unknown'])(
  'nothing of a refused value is repeated: %s',
  async (name) => {
    const value = 'x'.repeat(250);
    const response = await fetchFromWorker(`/api/cards?${name}=${value}`);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('xxx');
  },
);

test('the name of an unknown parameter is repeated, cut short', async () => {
  const response = await fetchFromWorker(`/api/cards?${'y'.repeat(500)}=1`);
  expect(ProblemDocument.parse(await response.json()).parameter).toBe('y'.repeat(40));
});

describe('scripts of every site may read', () => {
  test('existing resources, with helpful headers', async () => {
    const { headers } = await fetchFromWorker('/api/cards');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Expose-Headers')).toBe('ETag, Link');
  });

  test.each(['/api/cards', '/api/nothing', '/cards/merchant-ships-harbour.json', '/health'])(
    'after they have asked whether they may: %s',
    async (path) => {
      const response = await fetchFromWorker(path, {
        method: 'OPTIONS',
        headers: { Origin: 'https://blog.example', 'Access-Control-Request-Method': 'GET' },
      });
      expect([response.status, await response.text()]).toEqual([204, '']);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS');
      expect(response.headers.get('Access-Control-Allow-Headers')).toBe('*');
    },
  );
});
