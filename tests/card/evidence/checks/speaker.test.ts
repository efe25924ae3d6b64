import { describe, expect, test } from 'vitest';
import { QuotedCard } from '../../../../src/card/card.ts';
import { Source } from '../../../../src/card/source.ts';
import type { Speaker } from '../../../../src/card/speaker.ts';
import { readHtml } from '../../../../src/page/html-text.ts';
import { judgingOf, warningsOf } from '../../../helpers/judging.ts';

const OFFICE: Speaker = { id: 'harbour-office', name: 'Harbour intelligence', type: 'organisation' };

/** The warnings of a card that quotes `exact`, in the attribution given, from a text of one paragraph. */
function judge(text: string, exact: string, attribution: QuotedCard['attribution']): string[] {
  const source = Source.parse({
    id: 'harbour',
    publisher: 'Harbour Times',
    title: null,
    authors: [],
    published: { date: '2023-11-02', basis: 'stated' },
    url: null,
    language: 'en',
    snapshot: { sha256: 'a'.repeat(64), accessed: '2023-11-03' },
  });
  const fields = { id: 'a-card', kind: 'claim', topics: ['Harbours'], claim: 'Ships', status: 'reported', asOf: null };
  const card = QuotedCard.parse({ ...fields, attribution, quote: { exact } });
  const page = readHtml(`<!doctype html><article><h1>Ships</h1><p>${text}</p></article>`);
  return warningsOf(judgingOf(page, source, [OFFICE])(card)).filter((warning) => /^(?:speaker|outlet)/.test(warning));
}

describe('the outlet’s own words', () => {
  test('may stand before a clause in which a listed speaker says something else', () => {
    const text = 'No ship has left the port, and Harbour intelligence noted in March that its fleet is much smaller.';
    expect(judge(text, 'No ship has left the port', ['Harbour Times'])).toEqual([]);
  });

  test.each([
    'No ship has left the port, Harbour intelligence noted in March.',
    'Harbour intelligence noted in March that no ship has left the port.',
  ])('are not those that the source gives to a listed speaker: %s', (text) => {
    const exact = /[Nn]o ship has left the port/.exec(text)?.[0] ?? '';
    expect(judge(text, exact, ['Harbour Times'])).toEqual([expect.stringMatching(/^speaker-unclear: .*Harbour int/)]);
  });
});

test.each(['told', 'reported', 'agency'] as const)('an outlet on the way is looked up by its name: as %s', (as) => {
  const text = 'No ship has left the port, Harbour intelligence told Radio Example.';
  const exact = 'No ship has left the port';
  expect(judge(text, exact, ['Harbour intelligence', { name: 'Radio Example', as }, 'Harbour Times'])).toEqual([]);
});
