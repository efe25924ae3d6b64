/** Makes a card from a row whose page has been read: locates the quote, and proposes values for empty cells. Pure. */
import type { Attribution } from '../../card/attribution.ts';
import { findQuote, prepareText } from '../../card/evidence/find-quote.ts';
import { proposeFigureText } from '../../card/evidence/numbers/figure.ts';
import type { QuotedKind } from '../../card/kind.ts';
import type { Source } from '../../card/source.ts';
import type { Speaker } from '../../card/speaker.ts';
import { NONE } from '../../card/spreadsheet/cells.ts';
import type { Fields } from '../../card/spreadsheet/rows.ts';
import { type Refusal, refuse } from '../new/args.ts';
import { STATUS_CHECK } from '../new/card.ts';
import { cardText } from '../new/card-text.ts';
import type { Ground } from '../new/ground.ts';
import { makeUnique, proposeCardId } from '../new/id.ts';
import { inNotation } from '../new/notation.ts';
import { proposeFor } from '../new/propose-card.ts';
import { type FoundQuote, locateQuote, proposeKind } from '../new/quote.ts';
import { proposeTopics, spellTopics } from './propose.ts';
import { inColumn, type Row } from './row.ts';

export type Draft = { ok: true; id: string; lines: string[]; proposed: number };

export type DraftContext = {
  ground: Ground;
  source: Source;
  speakers: readonly Speaker[];
  taken: ReadonlySet<string>;
  topics: ReadonlyMap<string, string>;
  /** Of cards without a language. */
  language: string;
};

export function draftCard(row: Row, context: DraftContext): Draft | Refusal {
  const { ground, source, taken, topics } = context;
  const found = findInPage(row, context);
  if (!found.ok) return found;
  const { exact } = found.selector;
  const checks: Record<string, string> = {};
  const given = (field: string) => row.card[field] !== undefined;
  const propose = (field: string, value: unknown, check: string) => {
    if (given(field)) return row.card[field];
    checks[field] = check;
    return value;
  };
  const kind = given('kind')
    ? row.card.kind
    : given('figure')
      ? 'figure'
      : proposeKind(ground.text.text, found.range, false);
  const { publisher, published } = source;
  const { card: guess, doubts } = proposeFor(
    found,
    // Without a date of publication, the source has the day of the capture.
    { ...ground, publisher, published: published.date.startsWith('../') ? '' : published.date },
    kind as QuotedKind,
    { ...context, topics: [...topics.values()] },
  );
  const language = String(row.card.language ?? context.language);
  const claimed = { words: row.claim, language };
  const languages = { from: ground.language, to: language };
  const id = String(row.card.id ?? makeUnique(proposeCardId(claimed, ground.sourceId), taken));
  if (taken.has(id))
    return refuse(inColumn('id', `“${id}” is the id of another card. Choose another one, or empty the cell`));
  const number = row.card.figure as Fields | undefined;
  if (kind === 'figure' && number?.unit === undefined)
    return refuse(
      inColumn(
        'unit',
        'is empty. A figure needs what it counts, in the plural, for example “fighters”; for a share, “of respondents”',
      ),
    );
  const read = proposeFigureText(exact, ground.language);
  if (kind === 'figure' && number?.text === undefined && read === undefined)
    return refuse(
      inColumn('figure', 'is empty, and the quote has no number. Quote the number, or choose another kind'),
    );
  if (kind !== 'figure' && given('figure'))
    return refuse(
      inColumn(
        'figure',
        `is only for figures, and the kind is ${kind}. Empty figure, unit, value, min and max, or correct the kind`,
      ),
    );
  const figureFields = kind === 'figure' ? { text: read && inNotation(read, languages), ...number } : undefined;

  const asOf = propose('asOf', guess.asOf, doubts.asOf ?? '');
  // The day of publication is rarely the day of an event.
  if (kind === 'event' && !given('asOf') && (guess.asOf as Fields | null)?.basis !== 'stated')
    return refuse(inColumn('as of', 'is empty. An event needs its date, for example 2023-11-02'));
  const words = figureFields?.text;
  const wantsHighlight = (row.cells.highlight ?? '') === '';
  const highlight = wantsHighlight && words && exact.includes(words) ? words : undefined;
  const named = (guess.attribution as string[]).filter((step) => step !== '');
  const support = findSupport(row, context);
  if ('ok' in support) return support;

  const card = {
    ...row.card,
    id,
    kind,
    figure: figureFields,
    topics: spellTopics(
      propose('topics', proposeTopics(row.claim, source, topics), 'proposed from the claim') as string[],
      topics,
    ),
    status: propose('status', guess.status, STATUS_CHECK),
    ...(guess.nature !== undefined && { nature: propose('nature', guess.nature, doubts.nature ?? '') }),
    attribution: row.speaker
      ? [row.speaker, ...(row.via ?? outletsAfter(row.speaker, publisher))]
      : propose('attribution', named, doubts.attribution ?? ''),
    asOf,
    quote: { highlight, ...found.selector, ...quoteFields(row, found.selector) },
    ...support,
  };
  return { ok: true, id, lines: cardText(card, { checks }), proposed: Object.keys(checks).length };
}

/** The fields of the quote that the row gives. The words are those of the page. */
function quoteFields({ card }: Row, { acrossBlocks }: { acrossBlocks?: true }): Fields {
  const { exact, acrossBlocks: isWanted, translated, translation, ...fields } = card.quote as Fields;
  return {
    ...fields,
    acrossBlocks,
    ...(translated === undefined ? {} : { translated: { from: null, by: null, ...(translated as Fields) } }),
    ...(translation === undefined ? {} : { translation: { by: null, ...(translation as Fields) } }),
  };
}

/** The occurrence that the row means. */
function findInPage({ quote, card, occurrence }: Row, { ground }: DraftContext): FoundQuote | Refusal {
  const { prefix, suffix, acrossBlocks } = card.quote as { prefix?: string; suffix?: string; acrossBlocks?: boolean };
  const read = (place: number | undefined) => locateQuote(ground.text, quote, { place, acrossBlocks });
  if (occurrence !== undefined) return read(occurrence);
  const first = read(undefined);
  if (!first.ok) return first;
  const { lines, around, inArticle } = first;
  if (prefix === undefined && suffix === undefined) {
    if (inArticle < 2) return first;
    return refuse(
      `quote: occurs ${inArticle} times on the page. Write in the column occurrence which one is meant, from 1 to ${lines.length}, or quote more words: ${around.map((words, at) => `(${at + 1}) ${words}`).join(' ')}`,
    );
  }
  const selector = { exact: first.selector.exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
  const found = findQuote(prepareText(ground.text.text), selector);
  if (found.match !== 'exact' && found.match !== 'normalised')
    return refuse(
      'prefix: these words, or those of suffix, are not directly beside the quote. Empty both cells, or correct them.',
    );
  for (let place = 1; place <= lines.length; place++) {
    const one = read(place);
    if (one.ok && one.range.start === found.start) return { ...one, selector: { ...one.selector, ...selector } };
  }
  return first;
}

const outletsAfter = (speaker: Attribution[number], publisher: string) =>
  (typeof speaker === 'string' ? speaker : speaker.name) === publisher ? [] : [publisher];

/** The further quotes, each with what identifies it on the page. */
function findSupport({ card, cells }: Row, { ground }: DraftContext): { support?: Fields[] } | Refusal {
  const wanted = card.support as { quote: { exact: string } }[] | undefined;
  if (!wanted || cells.support === NONE) return {};
  const support: Fields[] = [];
  for (const { quote } of wanted) {
    const found = locateQuote(ground.text, quote.exact, {});
    if (!found.ok) return refuse(`support: “${quote.exact}”: ${found.message}`);
    support.push({ quote: found.selector });
  }
  return { support };
}
