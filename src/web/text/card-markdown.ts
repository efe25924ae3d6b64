/** A card as Markdown, for notes, wikis and language models. Pure. */
import type { BlockContent, Link, ListItem, PhrasingContent, RootContent, Strong, Table, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown, type Unsafe } from 'mdast-util-to-markdown';
import { altText } from '../../card/alt.ts';
import { isOutletSpeaking, stepNote, stepsOf } from '../../card/attribution.ts';
import { attributionChain, attributionLine, datedCitation, longCitation, shortCitation } from '../../card/citation.ts';
import { formatDate } from '../../card/date.ts';
import { findHighlight } from '../../card/evidence/highlight.ts';
import { comparedValue, headline } from '../../card/headline.ts';
import { earlierOf, earlierWords } from '../../card/history.ts';
import { quotedSpecOf } from '../../card/kind.ts';
import { inMarks } from '../../card/quotation-marks.ts';
import { printedContext, printedQuote, quotedText } from '../../card/quoted-text.ts';
import {
  type CardRecord,
  type ComparisonRecord,
  type Evidence,
  isComparison,
  type QuotedRecord,
} from '../../card/record.ts';
import { disputeLine, RELATION_TITLES } from '../../card/related.ts';
import { asTitle } from '../../card/sentence.ts';
import { statusLine, statusMeaning } from '../../card/status.ts';
import { languageLine, translationLine, translationOf } from '../../card/translation.ts';
import type { Links } from '../links.ts';
import { type DateCheck, datedBasis, outcomeGroups } from '../outcomes.ts';

export function cardMarkdown(record: CardRecord, links: Links): string {
  const { card } = record;
  return markdownDocument([
    heading(1, asTitle(headline(record), card.language)),
    ...historyText(record, links),
    ...(isComparison(record) ? compared(record, links) : quoted(record, links)),
    paragraph(linkedImage(links.page(card.id), links.preview(record), altText(record))),
    list([
      [strong('Page:'), ' ', link(links.page(card.id))],
      [strong('Topics:'), ` ${card.topics.join(', ')}`],
      [strong('Last changed:'), ` ${formatDate(record.updated, 'long')}, revision ${record.revision}`],
    ]),
  ]);
}

function quoted(record: QuotedRecord, links: Links): RootContent[] {
  const { card, source, evidence } = record;
  return [
    ...(quotedSpecOf(card).lead(card) === null ? [] : [paragraph(card.claim)]),
    ...disputeText(record),
    blockquote(...marked(record)),
    ...translationText(record),
    list([
      [strong('Attribution:'), ` ${attributionText(record)}`],
      [strong('Status:'), ` ${statusLine(card)} (${statusMeaning(card)})`],
      [strong('As of:'), ` ${datedText(record, 'asOf')}`],
      ...(card.saidOn ? [[strong('Said on:'), ` ${datedText(record, 'saidOn')}`]] : []),
      ...(card.place ? [[strong('Place:'), ` ${card.place}`]] : []),
      [strong('Source:'), ' ', link(links.source(source.id), text(datedCitation(source)))],
      [strong('Published:'), ` ${datedText(record, 'published')}`],
      [strong('Passage:'), ' ', ...passage(record, links)],
      [strong('Cite:'), ' ', ...citation(record)],
      [strong('Language of the quote:'), ` ${languageLine(source)}`],
      ...(source.corrections ?? []).map(({ date, text: words, url }) => [
        strong(`Corrected by the publisher, ${formatDate(date, 'long')}:`),
        ` ${words}`,
        ...(url ? [' ', link(url, text('correction notice'))] : []),
      ]),
      [strong('Checked:'), ` ${checkedText(evidence)}`],
      ...outcomeGroups(evidence?.checks ?? []).map(({ title, lines }) => [strong(`${title}:`), ` ${lines.join(' ')}`]),
    ]),
    ...supportText(record, links),
    ...relatedText(record, links),
  ];
}

/** A note that other cards contradict this one. */
function disputeText({ card }: QuotedRecord): RootContent[] {
  const line = disputeLine(card);
  return line === undefined ? [] : [paragraph(strong(`${line}.`))];
}

/** The translation of the quote, or a note that the quote is a translation. */
function translationText(record: QuotedRecord): RootContent[] {
  const translation = translationOf(record);
  if (!translation) return [];
  const line = translationLine(translation);
  return [paragraph(translation.text ? `${quotedText(record).text} (${line})` : `The words are ${line}.`)];
}

function supportText({ support = [] }: QuotedRecord, links: Links): RootContent[] {
  if (support.length === 0) return [];
  return [
    heading(2, 'Further quotes'),
    list(
      support.map((further) => [
        `${inMarks(further.quote.exact, 'en')} (`,
        link(links.passageOf(further), text(shortCitation(further.source))),
        further.evidence ? ')' : '; no program has found these words yet)',
      ]),
    ),
  ];
}

/** The related cards, each with its relation. */
function relatedText({ card: { language }, relations = [] }: QuotedRecord, links: Links): RootContent[] {
  if (relations.length === 0) return [];
  return [
    heading(2, 'Related cards'),
    list(
      relations.map(({ type, card, sentence }) => [
        strong(`${RELATION_TITLES[type]}:`),
        ' ',
        link(links.page(card), text(asTitle(sentence, language))),
      ]),
    ),
  ];
}

/** The attribution with the details of each step. */
function attributionText(record: QuotedRecord): string {
  if (isOutletSpeaking(record)) return attributionLine(record);
  const { translation } = attributionChain(record);
  const steps = stepsOf(record).map((step) => {
    const note = stepNote(step);
    return note === '' ? step.name : `${step.name} (${note})`;
  });
  return `${steps.join(' → ')}${translation ? ` (${translation})` : ''}`;
}

function compared({ card, rows }: ComparisonRecord, links: Links): RootContent[] {
  return [
    table([
      ['What', 'Value', 'As of', 'Status', 'Attribution', 'Source'],
      ...rows.map(({ label, record, exact }) => [
        label,
        [link(links.page(record.card.id), text(comparedValue({ record, exact })))],
        [datedText(record, 'asOf'), record.card.saidOn && `said ${datedText(record, 'saidOn')}`]
          .filter(Boolean)
          .join('; '),
        statusLine(record.card),
        attributionLine(record),
        [link(links.passage(record), text(datedCitation(record.source)))],
      ]),
    ]),
    paragraph(card.note),
  ];
}

/** The history of the card, oldest entry first. */
function historyText({ card }: CardRecord, links: Links): RootContent[] {
  const { history = [] } = card;
  if (history.length === 0) return [];
  return [
    list(
      history.map((entry) => {
        const before = earlierWords(earlierOf(entry) ?? {}).map(({ label, words }) => `${label}: ${words}`);
        return [
          strong(`${entry.type.charAt(0).toUpperCase()}${entry.type.slice(1)} ${formatDate(entry.date, 'long')}:`),
          ` ${entry.reason}`,
          ...(before.length > 0 ? [` (before: ${before.join('; ')})`] : []),
          ...(entry.type === 'superseded' ? [' ', link(links.page(entry.by), text('replaced by this card'))] : []),
        ];
      }),
    ),
  ];
}

/** The quote, with the highlight in strong text. */
function marked({ card, evidence }: QuotedRecord): PhrasingContent[] {
  const quote = printedQuote(card.quote);
  const { exact } = quote;
  const mark = findHighlight(quote);
  const { before, after } = printedContext(quote, evidence);
  if (!mark) return [text(`${before}${exact}${after}`)];
  const parts = [
    text(`${before}${exact.slice(0, mark.start)}`),
    strong(exact.slice(mark.start, mark.end)),
    text(`${exact.slice(mark.end)}${after}`),
  ];
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}

function passage(record: QuotedRecord, links: Links): PhrasingContent[] {
  const words = link(links.passage(record), text('read it in the source'));
  return record.source.url === null
    ? [text('the address of the source is unknown; see '), link(links.passage(record), text('our record of it'))]
    : [words];
}

/** The citation, with its address as a link. */
function citation({ source, card }: QuotedRecord): PhrasingContent[] {
  const words = longCitation(source, card);
  const { url } = source;
  const at = url === null ? -1 : words.indexOf(url);
  return url === null || at < 0
    ? [text(words)]
    : [text(words.slice(0, at)), link(url), text(words.slice(at + url.length))];
}

function datedText({ card, source, evidence }: QuotedRecord, check: DateCheck): string {
  const fact = check === 'published' ? source.published : card[check];
  if (!fact) return 'not known';
  return `${formatDate(fact.date, 'long')} (${datedBasis(fact, check, evidence?.checks)})`;
}

function checkedText(evidence: Evidence | null): string {
  if (!evidence) return 'not yet';
  const how = evidence.match === 'exact' ? 'as an exact match' : 'with different spaces or punctuation marks';
  return `the quote was found in the source’s text on ${formatDate(evidence.checkedAt, 'long')}, ${how} (SHA-256 ${evidence.snapshot})`;
}

const OUTSIDE_ADDRESSES = { notInConstruct: ['destinationLiteral', 'destinationRaw'] } satisfies Partial<Unsafe>;

const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  emphasis: '_',
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  // Some parsers turn addresses in link texts into links, and then ignore the outer link.
  unsafe: [
    { character: '@', inConstruct: 'label', ...OUTSIDE_ADDRESSES },
    { character: ':', before: '[ps]', after: '\\/', inConstruct: 'label', ...OUTSIDE_ADDRESSES },
    { character: '.', before: '[Ww]', after: '[\\-.\\w]', inConstruct: 'label', ...OUTSIDE_ADDRESSES },
  ],
};

/** The text of a document. Unpaired surrogates become U+FFFD. */
export function markdownDocument(children: RootContent[]): string {
  return toMarkdown({ type: 'root', children }, OPTIONS).toWellFormed();
}

type Inline = string | PhrasingContent | (string | PhrasingContent)[];

export const text = (value: string): Text => ({ type: 'text', value });
export const strong = (value: string): Strong => ({ type: 'strong', children: [text(value)] });
export const link = (url: string, ...children: (Text | Strong)[]): Link => ({
  type: 'link',
  url,
  children: children.length > 0 ? children : [text(url)],
});
/** A linked picture. */
export const linkedImage = (page: string, url: string, alt: string): Link => ({
  type: 'link',
  url: page,
  children: [{ type: 'image', url, alt }],
});

export const heading = (depth: 1 | 2 | 3, ...content: Inline[]): RootContent => ({
  type: 'heading',
  depth,
  children: inline(content),
});
export const paragraph = (...content: Inline[]): BlockContent => ({ type: 'paragraph', children: inline(content) });
export const blockquote = (...content: Inline[]): BlockContent => ({
  type: 'blockquote',
  children: [paragraph(...content)],
});
export const list = (items: Inline[]): BlockContent => ({
  type: 'list',
  spread: false,
  children: items.map(
    (item): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(...[item].flat())] }),
  ),
});
/** The first row is the header. */
export const table = (rows: Inline[][]): Table => ({
  type: 'table',
  children: rows.map((row) => ({
    type: 'tableRow',
    children: row.map((cell) => ({ type: 'tableCell', children: inline([cell]) })),
  })),
});

function inline(content: Inline[]): PhrasingContent[] {
  return content.flat().map((part) => (typeof part === 'string' ? text(part) : part));
}
