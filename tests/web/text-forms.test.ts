/** Every form in which a card is text says the same: its sentence, and the facts of that. */
import { beforeAll, describe, expect, test } from 'vitest';
import { altText } from '../../src/card/alt.ts';
import { stepNames } from '../../src/card/attribution.ts';
import { attributionLine, datedCitation } from '../../src/card/citation.ts';
import { formatDate } from '../../src/card/date.ts';
import { comparedValue, noticesOf } from '../../src/card/headline.ts';
import { afterNumber } from '../../src/card/kinds/figure.ts';
import { languageName } from '../../src/card/language.ts';
import { MAX_ALT_CHARACTERS } from '../../src/card/prose.ts';
import { nestMarks, quotationMarks } from '../../src/card/quotation-marks.ts';
import { quotedText } from '../../src/card/quoted-text.ts';
import { type CardRecord, isComparison } from '../../src/card/record.ts';
import { disputeLine } from '../../src/card/related.ts';
import { asTitle, MAX_SENTENCE_CHARACTERS, sentenceOf, titleOf } from '../../src/card/sentence.ts';
import { natureNoun, statusLine, statusWord } from '../../src/card/status.ts';
import { translationOf } from '../../src/card/translation.ts';
import type { Store } from '../../src/catalog/store.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { SPECIMENS } from '../../src/tools/specimens.ts';
import { askingOf, ORIGIN } from '../helpers/asking.ts';
import { cardsIn } from '../helpers/catalogs.ts';
import { documentElements, elementsOf, fragmentElements, metaOf, textContent } from '../helpers/html.ts';
import { store as fixtures } from '../helpers/published.ts';
import { relatedStore } from '../helpers/related-catalog.ts';
import { shippedStores } from '../helpers/shipped-store.ts';

const CATALOGUES: [name: string, Store][] = [
  ...shippedStores,
  ['the fixtures', fixtures],
  ['related cards', relatedStore],
  ['the specimens', createBundledStore(SPECIMENS)],
];

/** As a reader sees it: without marks of Markdown, and with one space between words. */
const plain = (text: string) => text.replace(/[\\*_`<>]/g, '').replace(/\s+/gu, ' ');

describe.each(CATALOGUES)('in %s', (_, store) => {
  const ask = askingOf(store);
  const text = async (path: string) => (await ask(path)).text();
  const cards: CardRecord[] = [];
  beforeAll(async () => {
    cards.push(...(await cardsIn(store)));
  });

  test('the sentence is one line, short enough for a title', () => {
    for (const record of cards) {
      expect(sentenceOf(record).length, record.card.id).toBeLessThanOrEqual(MAX_SENTENCE_CHARACTERS);
      expect(sentenceOf(record)).not.toMatch(/\n|undefined|null/);
    }
  });

  test('plain link, title, og:title, JSON, JSON-LD, tiles, frames and oEmbed have it unchanged', async () => {
    for (const record of cards) {
      const { id } = record.card;
      const [sentence, title] = [sentenceOf(record), titleOf(record)];
      const page = await text(`/cards/${id}`);
      const elements = documentElements(page);
      const shown = (tag: string) => elements.filter(({ tagName }) => tagName === tag).map(textContent);
      expect(shown('title')[0], id).toContain(title);
      expect(metaOf(page)['og:title'], id).toEqual([title]);
      const [alt, description = ''] = [altText(record), metaOf(page)['og:description']?.[0]];
      expect(description, id).not.toContain(`${title}. `);
      expect(alt.length - description.length, id).toBe(alt.includes(`${title}. `) ? title.length + 2 : 0);
      const scripts = elements.filter(
        ({ tagName, attrs }) => tagName === 'script' && attrs.some(({ value }) => value === 'application/ld+json'),
      );
      const graph = JSON.parse(textContent(scripts[0] as never))['@graph'] as {
        '@type': string;
        name?: string;
        text?: string;
      }[];
      expect(graph[0]?.name, id).toBe(title);
      if (!isComparison(record)) expect(graph.find((node) => node['@type'] === 'Claim')?.text, id).toBe(sentence);

      const json = JSON.parse(await text(`/cards/${id}.json`));
      expect(json.sentence, id).toBe(sentence);
      expect(json.embed.text, id).toBe(`${title}: ${ORIGIN}/cards/${id}`);
      expect(
        textContent(
          documentElements(await text(`/cards/${id}/embed`)).find(({ tagName }) => tagName === 'title') as never,
        ),
        id,
      ).toBe(title);
      const oembed = JSON.parse(await text(`/oembed?url=${ORIGIN}/cards/${id}`));
      expect(oembed.title, id).toBe(title);
      expect(fragmentElements(oembed.html).map(textContent).join(' '), id).toContain(title);
    }
  });

  test('the feeds have it', async () => {
    const feed = JSON.parse(await text('/feed.json')) as { items: { id: string; title: string }[] };
    const titles = new Map(feed.items.map(({ id, title }) => [id, title]));
    for (const record of cards) {
      const title = titles.get(`${ORIGIN}/cards/${record.card.id}`);
      if (title !== undefined) expect(title).toBe(titleOf(record));
    }
  });

  test('the tiles of the gallery have the facts of the sentence', async () => {
    const tiles = fragmentElements(await text('/')).filter(({ attrs }) =>
      attrs.some(({ value }) => value.startsWith('tile ')),
    );
    expect(tiles.length).toBeGreaterThan(0);
    for (const tile of tiles) {
      const id = tile.attrs.find(({ name }) => name === 'id')?.value;
      const record = cards.find(({ card }) => card.id === id) as CardRecord;
      const said = plain(textContent(tile));
      const has = (words: string | undefined) => words && expect(said, id).toContain(plain(words));
      has('figure' in record.card ? afterNumber(record.card).claim : record.card.claim);
      for (const notice of noticesOf(record)) has(notice);
      if (isComparison(record)) {
        for (const row of record.rows) for (const words of [row.label, comparedValue(row)]) has(words);
        continue;
      }
      const { card } = record;
      has(quotedText(record).text);
      has(card.kind === 'figure' ? `${card.figure.text} ${card.figure.unit}` : undefined);
      for (const words of [statusWord(card.status), datedCitation(record.source), attributionLine(record)]) has(words);
      has('nature' in card && card.nature ? natureNoun(card.nature) : undefined);
    }
  });

  test('the alternative text has the facts of the sentence, and fits', async () => {
    for (const record of cards) {
      const alt = altText(record);
      expect(alt.length, record.card.id).toBeLessThanOrEqual(MAX_ALT_CHARACTERS);
      if (isComparison(record)) {
        expect(alt.startsWith(record.card.claim), record.card.id).toBe(true);
        for (const row of record.rows) {
          const { source, card } = row.record;
          expect(alt, record.card.id).toContain(`${row.label}: ${comparedValue(row)}`);
          expect(alt, record.card.id).toContain(source.translated?.publisher ?? source.publisher);
          if (translationOf({ card, source })?.machine) expect(alt, record.card.id).toContain('machine-translated');
        }
      } else if (!alt.includes('…'))
        expect(alt, record.card.id).toContain(asTitle(sentenceOf(record), record.card.language));
    }
  });

  test('no two forms disagree about number, dates, speaker, translation, ellipsis or status', async () => {
    for (const record of cards) {
      if (isComparison(record)) continue;
      const { card, source } = record;
      const { id } = card;
      const translation = translationOf(record);
      const json = JSON.parse(await text(`/cards/${id}.json`));
      expect(json).toMatchObject({
        status: card.status,
        nature: ('nature' in card && card.nature) || null,
        asOf: card.asOf ? { date: card.asOf.date } : null,
        saidOn: card.saidOn ? { date: card.saidOn.date } : null,
        attribution: stepNames(card.attribution),
        translation,
        disputed: disputeLine(card) !== undefined,
        alt: altText(record),
      });
      const page = documentElements(await text(`/cards/${id}`)).find(({ tagName }) => tagName === 'article');
      const forms = {
        page: plain(textContent(page as never)),
        markdown: plain(await text(`/cards/${id}.md`)),
      };
      for (const [form, said] of Object.entries(forms)) {
        const has = (words: string | undefined) =>
          words !== undefined && expect(said, `${form} of ${id}`).toContain(plain(words));
        has(statusLine(card));
        for (const fact of [card.asOf, card.saidOn, source.published])
          has(fact ? formatDate(fact.date, 'long') : undefined);
        has(card.kind === 'figure' ? card.figure.text : undefined);
        for (const name of stepNames(card.attribution)) if (name !== source.publisher) has(name);
        has(card.quote.exact);
        has(translation?.text ?? undefined);
        has(translation?.from ? `from ${languageName(translation.from)}` : undefined);
        has(disputeLine(card) === undefined ? undefined : 'Disputed');
        for (const relation of record.relations ?? []) has(asTitle(relation.sentence));
        // In quotation marks, a text's own marks become inner ones.
        for (const { quote } of record.support ?? []) has(form === 'page' ? quote.exact : nestMarks(quote.exact, 'en'));
        for (const correction of source.corrections ?? []) has(correction.text);
      }
      const { exact } = card.quote;
      if (!translation?.text && !card.quote.context && !/^…|…$|\.\.\.$/u.test(exact)) {
        const { beginsSentence, endsSentence } = record.evidence ?? {};
        const quoted = `${beginsSentence === false ? '… ' : ''}${exact}${endsSentence === false ? ' …' : ''}`;
        const [, inMarkdown = ''] = /^> (.*)$/mu.exec(await text(`/cards/${id}.md`)) ?? [];
        expect(plain(inMarkdown), `Markdown of ${id}`).toBe(plain(quoted));
        // The heading of a quote’s page is the quotation.
        const inPage = elementsOf(page as never).find(({ tagName }) => tagName === 'blockquote' || tagName === 'q');
        const [open, close] = quotationMarks(source.language);
        expect(plain(textContent(inPage as never)), `page of ${id}`).toBe(plain(`${open}${quoted}${close}`));
      }
      if (translation?.from) expect(sentenceOf(record), id).toContain(`from ${languageName(translation.from)}`);
    }
  });
});
