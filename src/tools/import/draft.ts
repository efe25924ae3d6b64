/** Makes a card from a row whose page has been read: locates the quote, and proposes values for empty cells. Pure. */
import type { Attribution } from '../../card/attribution.ts';
import type { Names } from '../../card/evidence/checks/reporting.ts';
import { findQuote, prepareText } from '../../card/evidence/find-quote.ts';
import type { QuotedKind } from '../../card/kind.ts';
import type { Source } from '../../card/source.ts';
import type { Speaker } from '../../card/speaker.ts';
import { NONE } from '../../card/spreadsheet/cells.ts';
import type { Fields } from '../../card/spreadsheet/rows.ts';
import { type Refusal, refuse } from '../new/args.ts';
import { proposeAttribution } from '../new/attribution.ts';
import type { Ground } from '../new/ground.ts';
import { makeUnique, proposeCardId } from '../new/id.ts';
import { NATURE_DOUBT, proposeNature } from '../new/nature.ts';
import { type ReadQuote, readQuote } from '../new/plan.ts';
import { locateQuote, proposeKind } from '../new/quote.ts';
import { cardText } from './card-text.ts';
import { proposeTopics, spellTopics } from './propose.ts';
import { inColumn, type Row } from './row.ts';

export type Draft = { ok: true; id: string; lines: string[]; proposed: number };

export type DraftContext = {
  ground: Ground;
  source: Source;
  names: Names;
  speakers: readonly Speaker[];
  /** The language of cards that do not name theirs. */
  site: string;
  taken: ReadonlySet<string>;
  topics: ReadonlyMap<string, string>;
};

export function draftCard(row: Row, context: DraftContext): Draft | Refusal {
  const { ground, source, taken, topics, site } = context;
  const read = findInPage(row, context);
  if (!read.ok) return read;
  const { found, figure, proposed, passage } = read;
  const { exact } = found.selector;
  const checks: Record<string, string> = {};
  const given = (field: string) => row.card[field] !== undefined;
  const propose = (field: string, value: unknown, check: string) => {
    if (given(field)) return row.card[field];
    checks[field] = check;
    return value;
  };
  const claimed = { words: row.claim, language: typeof row.card.language === 'string' ? row.card.language : site };
  const id = typeof row.card.id === 'string' ? row.card.id : makeUnique(proposeCardId(claimed, ground.sourceId), taken);
  if (taken.has(id))
    return refuse(inColumn('id', `“${id}” is the id of another card. Choose another one, or empty the cell`));

  const kind = given('kind')
    ? row.card.kind
    : given('figure')
      ? 'figure'
      : proposeKind(ground.text.text, found.range, false);
  const number = row.card.figure as Fields | undefined;
  if (kind === 'figure' && number?.unit === undefined)
    return refuse(
      inColumn(
        'unit',
        'is empty. A figure needs what it counts, in the plural, for example “fighters”; for a share, “of respondents”',
      ),
    );
  if (kind === 'figure' && number?.text === undefined && !figure)
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
  const figureFields = kind === 'figure' ? { text: figure?.text, ...number } : undefined;

  const asOf = proposeDate(row, proposed.date, checks);
  if (kind === 'event' && asOf === null)
    return refuse(inColumn('as of', 'is empty. An event needs its date, for example 2023-11-02'));
  const words = figureFields?.text;
  const wantsHighlight = (row.cells.highlight ?? '') === '';
  const highlight = wantsHighlight && words && exact.includes(words) ? words : undefined;
  const nature = proposeNature(passage, source.language, kind as QuotedKind);
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
    status: propose('status', 'reported', 'proposed; stated, claimed or assessed?'),
    ...(nature !== undefined && { nature: propose('nature', nature, NATURE_DOUBT) }),
    attribution: attributionOf(row, { speaker: proposed.speaker, context, checks }),
    asOf,
    quote: { highlight, ...found.selector, ...quoteFields(row, found.selector) },
    ...support,
  };
  return { ok: true, id, lines: cardText(card, checks), proposed: Object.keys(checks).length };
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
function findInPage({ quote, card, occurrence }: Row, { ground, names }: DraftContext): ReadQuote | Refusal {
  const { prefix, suffix, acrossBlocks } = card.quote as { prefix?: string; suffix?: string; acrossBlocks?: boolean };
  const read = (place: number | undefined) => readQuote(quote, { place, acrossBlocks }, { ground, names });
  if (occurrence !== undefined) return read(occurrence);
  const first = read(undefined);
  if (!first.ok) return first;
  const { lines, inArticle } = first.found;
  if (prefix === undefined && suffix === undefined) {
    if (inArticle < 2) return first;
    return refuse(
      `quote: occurs ${inArticle} times on the page (lines ${lines.join(', ')} of its text). Write in the column occurrence which one is meant, from 1 to ${lines.length}, or quote more words.`,
    );
  }
  const selector = { exact: first.found.selector.exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
  const found = findQuote(prepareText(ground.text.text), selector);
  if (found.match !== 'exact' && found.match !== 'normalised')
    return refuse(
      'prefix: these words, or those of suffix, are not directly beside the quote. Empty both cells, or correct them.',
    );
  for (let place = 1; place <= lines.length; place++) {
    const one = read(place);
    if (one.ok && one.found.range.start === found.start)
      return { ...one, found: { ...one.found, selector: { ...one.found.selector, ...selector } } };
  }
  return first;
}

function proposeDate(row: Row, date: string | undefined, checks: Record<string, string>): unknown {
  const { asOf } = row.card;
  if (asOf !== undefined) return asOf;
  checks.asOf = date
    ? 'the date in the sentence of the quote; is it the one that the card is about?'
    : 'not known; give the date that the card is about';
  return date ? { date, basis: 'stated' } : null;
}

type Speaking = { speaker: string | undefined; context: DraftContext; checks: Record<string, string> };

/** The speaker, then the outlet, as given; else as the sentence says. */
function attributionOf(row: Row, { speaker, context: { source, speakers }, checks }: Speaking): Attribution {
  const { publisher } = source;
  if (row.speaker === undefined) {
    const { steps, doubt } = proposeAttribution(speaker, { publisher, speakers });
    checks.attribution = doubt;
    return steps.filter((step) => step !== '');
  }
  const name = typeof row.speaker === 'string' ? row.speaker : row.speaker.name;
  return [row.speaker, ...(row.via ?? (name === publisher ? [] : [publisher]))];
}

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
