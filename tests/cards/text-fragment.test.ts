/** Whether a real browser follows the text fragment of every published card to its passage in the captured text. */
import { afterAll, describe, expect, test } from 'vitest';
import { findQuote, prepareText, type Range } from '../../src/card/evidence/find-quote.ts';
import { type CapturedText, readTexts } from '../../src/tools/texts.ts';
import { browser, closePassages, lead, pageOf } from '../helpers/passages.ts';
import { catalog, hasTexts, TEXTS } from './shipped.ts';

afterAll(closePassages);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const MARK_START = '\u0002';
const MARK_END = '\u0003';

/** A captured text as a page: each line a paragraph, the passage in a <mark>. */
function captured(text: string, { start, end }: Range): string {
  const passage = text.slice(start, end).replace(/\n+/g, `${MARK_END}$&${MARK_START}`);
  const marked = text.slice(0, start) + MARK_START + passage + MARK_END + text.slice(end);
  const lines = marked.split('\n').map((line, index): [number, string] => {
    return [index + 1, escapeHtml(line).replaceAll(MARK_START, '<mark>').replaceAll(MARK_END, '</mark>')];
  });
  return pageOf(lines.filter(([, html]) => html.trim() !== ''));
}

describe.skipIf(!browser || !hasTexts).concurrent('in the captured text', async () => {
  const texts = hasTexts ? await readTexts(TEXTS) : new Map<string, CapturedText>();
  const hashes = new Map(catalog.sources.map((source) => [source.id, source.snapshot.sha256]));

  test.each(catalog.cards.flatMap((entry) => ('sourceId' in entry ? [[entry.card.id, entry] as const] : [])))(
    '%s leads to its passage',
    async (_id, { card, sourceId }) => {
      const text = texts.get(hashes.get(sourceId) ?? '')?.text;
      if (text === undefined) throw new Error(`No text in ${TEXTS} is the captured one of ${sourceId}.`);
      const place = findQuote(prepareText(text), card.quote);
      if (place.match !== 'exact' && place.match !== 'normalised') throw new Error(`The quote is ${place.match}.`);

      const pageText = place.match === 'exact' ? undefined : text.slice(place.start, place.end);
      const target = pageText?.includes('\n') ? 'body' : 'mark';
      const line = text.slice(0, place.start).split('\n').length;
      expect(await lead(captured(text, place), card.quote, { pageText })).toEqual({ target, lines: [line] });
    },
  );
});
