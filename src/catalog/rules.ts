/**
 * The rules of `npm run check` for cards, beyond their schemas. Pure: takes the evidence lock, and a function that returns the
 * letters that the fonts lack.
 */
import { canonicalUrl, cleanUrl, excessOf } from '../card/address.ts';
import type { ComparisonCard, QuotedCard } from '../card/card.ts';
import { codeOf } from '../card/characters.ts';
import { primaryLanguage } from '../card/evidence/checks/words.ts';
import { type EvidenceLock, hashQuote, supportKey } from '../card/evidence/lock.ts';
import { stateOf } from '../card/history.ts';
import { quotedSpecOf, specOf } from '../card/kind.ts';
import type { Quote } from '../card/kinds/fields.ts';
import type { DrawnText } from '../card/kinds/spec.ts';
import type { Source } from '../card/source.ts';
import type { Speaker } from '../card/speaker.ts';
import { topicSlug } from '../card/topic.ts';
import { type LoadedCatalog, type Located, type LocatedCard, problemAt, SPEAKERS_FILE } from './load.ts';
import { checkMeaning } from './meaning.ts';
import { checkMeasures } from './measure-rules.ts';
import { type FileProblem, name, type Path } from './parse.ts';
import { checkRelated } from './relation-rules.ts';

export const LOCK_FILE = 'cards/evidence.lock.json';

/** The letters of a text that no font of the cards has. */
export type MissingLetters = (text: string) => string[];

/** All problems of a loaded catalogue, in the order of the files. */
export function checkRules(loaded: LoadedCatalog, lock: EvidenceLock, missingLetters: MissingLetters): FileProblem[] {
  const { sources, quoted, comparisons } = loaded;
  // Without its speakers, a card is not the one that was verified.
  const isUnread =
    loaded.speakers.length === 0 && loaded.problems.some(({ file }) => file === `cards/${SPEAKERS_FILE}`);
  const speakers = isUnread ? undefined : loaded.speakers.map(({ value }) => value);
  return [
    ...sources.flatMap((source) => checkLetters(source, publisherTexts(source.value), missingLetters)),
    ...checkAddresses(sources),
    ...quoted.flatMap((card) => [
      ...checkKind(card),
      ...quotesOf(card).flatMap((quote) => [...checkHighlight(card, quote), ...checkUnseen(card, quote)]),
      ...checkTranslation(card),
      ...checkLetters(card, drawnTexts(card.value), missingLetters),
      ...checkEvidence(card, lock, speakers),
      ...checkSupport(card, lock, loaded),
    ]),
    ...comparisons.flatMap((card) => checkLetters(card, drawnTexts(card.value), missingLetters)),
    ...checkTopics([...quoted, ...comparisons]),
    ...(loaded.complete
      ? [...checkHistory(quoted, comparisons), ...checkRelated(loaded), ...checkMeasures(loaded)]
      : []),
  ];
}

/** Reports addresses with parts that the page does not need, and addresses that another source already has. */
function checkAddresses(sources: Located<Source>[]): FileProblem[] {
  const known = new Map<string, string>();
  return sources.flatMap((source) => {
    const { id, url } = source.value;
    if (url === null) return [];
    const excess = excessOf(url);
    const canonical = canonicalUrl(url);
    const first = known.get(canonical);
    known.set(canonical, first ?? id);
    return [
      ...(excess.length > 0
        ? [problemAt(source, ['url'], `has ${excess.join(', ')}, which the page does not need. Write ${cleanUrl(url)}`)]
        : []),
      ...(first === undefined
        ? []
        : [problemAt(source, ['url'], `is already the page of the source "${first}". Move these cards to its file.`)]),
    ];
  });
}

/** The checks of the card's kind. */
function checkKind(card: LocatedCard): FileProblem[] {
  const faults = quotedSpecOf(card.value).check(card.value, card.source);
  return faults.map(({ path, message }) => problemAt(card, path, message));
}

type LocatedQuote = { path: Path; quote: Quote };

/** The quote of a card, and the further quotes that support it. */
function quotesOf({ value: { quote, support = [] } }: LocatedCard): LocatedQuote[] {
  return [
    { path: ['quote'], quote },
    ...support.map((further, index) => ({ path: ['support', index, 'quote'], quote: further.quote })),
  ];
}

function checkHighlight(card: LocatedCard, { path, quote }: LocatedQuote): FileProblem[] {
  const { exact, highlight } = quote;
  if (highlight === undefined || exact.includes(highlight)) return [];
  return [
    problemAt(
      card,
      [...path, 'highlight'],
      `does not occur in ${name([...path, 'exact'])}. Copy it exactly from there.`,
    ),
  ];
}

/** Reports a translation of a quote that is already in the language of the card. */
function checkTranslation(card: LocatedCard): FileProblem[] {
  const { language = 'en', quote } = card.value;
  if (!quote.translation || primaryLanguage(language) !== primaryLanguage(card.source.language)) return [];
  const message = `is given, but the quote is in the card’s own language (${language}). Remove it. If the source translated the words, record that in quote.translated.`;
  return [problemAt(card, ['quote', 'translation'], message)];
}

/** Reports invisible characters in a quote, such as soft hyphens. The search for the quote ignores them. */
function checkUnseen(card: LocatedCard, { path, quote }: LocatedQuote): FileProblem[] {
  return (['exact', 'highlight', 'prefix', 'suffix'] as const).flatMap((field) => {
    const [unseen] = /\p{Default_Ignorable_Code_Point}/u.exec(quote[field] ?? '') ?? [];
    if (unseen === undefined) return [];
    return [problemAt(card, [...path, field], `has ${codeOf(unseen)}, an invisible character. Delete it.`)];
  });
}

/** Reports successors that do not exist, and comparisons that contain a retracted card. */
function checkHistory(quoted: LocatedCard[], comparisons: Located<ComparisonCard>[]): FileProblem[] {
  const all = [...quoted, ...comparisons];
  const ids = new Set(all.map(({ value }) => value.id));
  const retracted = new Set(quoted.filter(({ value }) => stateOf(value) === 'retracted').map(({ value }) => value.id));
  const successors = all.flatMap((card) => {
    const { history = [], id } = card.value;
    const last = history.at(-1);
    if (last?.type !== 'superseded' || (ids.has(last.by) && last.by !== id)) return [];
    const what = last.by === id ? 'is the card itself' : `"${last.by}" is not a card in this catalogue`;
    return [
      problemAt(card, ['history', history.length - 1, 'by'], `${what}. Use the id of the card that replaces it.`),
    ];
  });
  const rows = comparisons.flatMap((comparison) =>
    comparison.value.rows.flatMap(({ card }, index) => {
      if (!retracted.has(card) || stateOf(comparison.value) === 'retracted') return [];
      const message = `"${card}" is retracted. Remove the row and record that in the history, or retract the comparison as well.`;
      return [problemAt(comparison, ['rows', index, 'card'], message)];
    }),
  );
  return [...successors, ...rows];
}

/** Reports topics that are spelled in two ways, and topics without a letter or digit for their address. */
function checkTopics(cards: (LocatedCard | Located<ComparisonCard>)[]): FileProblem[] {
  const spellings = new Map<string, string>();
  return cards.flatMap((card) =>
    card.value.topics.flatMap((topic, index) => {
      const slug = topicSlug(topic);
      const spelling = spellings.get(slug) ?? topic;
      spellings.set(slug, spelling);
      if (slug === '') return [problemAt(card, ['topics', index], `"${topic}" contains no letter or digit.`)];
      if (spelling === topic) return [];
      return [
        problemAt(
          card,
          ['topics', index],
          `"${topic}" is spelled "${spelling}" on another card. Use the same spelling.`,
        ),
      ];
    }),
  );
}

function publisherTexts({ publisher, translated }: Source): DrawnText[] {
  return [
    { path: ['publisher'], text: publisher },
    ...(translated ? [{ path: ['translated', 'publisher'], text: translated.publisher }] : []),
  ];
}

function drawnTexts(card: QuotedCard | ComparisonCard): DrawnText[] {
  return [
    ...card.topics.map((topic, index) => ({ path: ['topics', index], text: `${topic}${topic.toUpperCase()}` })),
    { path: ['claim'], text: card.claim },
    ...specOf(card).drawn(card),
    ...historyTexts(card),
  ];
}

/** The reasons of retractions, which pictures show. */
function historyTexts({ history = [] }: QuotedCard | ComparisonCard): DrawnText[] {
  return history.flatMap(({ type, reason }, index) =>
    type === 'retracted' ? [{ path: ['history', index, 'reason'], text: reason }] : [],
  );
}

function checkLetters(card: Located<unknown>, texts: DrawnText[], missingLetters: MissingLetters): FileProblem[] {
  return texts.flatMap(({ path, text }) => {
    const missing = missingLetters(text);
    if (missing.length === 0) return [];
    const named = missing.map((letter) => `“${letter}” (${codeOf(letter)})`);
    return [
      problemAt(
        card,
        path,
        `contains characters that the fonts lack: ${named.join(', ')}. Write it in Latin, Greek or Cyrillic letters, or add a font to assets/fonts/.`,
      ),
    ];
  });
}

/** Reports further quotes that were not found in their source. */
function checkSupport(
  { value, source, ...card }: LocatedCard,
  lock: EvidenceLock,
  { sources }: LoadedCatalog,
): FileProblem[] {
  return (value.support ?? []).flatMap(({ source: id = source.id, quote }, index) => {
    const entry = lock.cards[supportKey(value.id, index)];
    const sha256 = sources.find((other) => other.value.id === id)?.value.snapshot.sha256;
    const isFound = entry?.quote === hashQuote(quote) && (entry.from === 'page' || entry.snapshot === sha256);
    if (isFound) return [];
    const message = `of "${value.id}" has not been found in "${id}" in its current version. Run npm run verify.`;
    return [problemAt({ value, ...card }, ['support', index, 'quote'], message)];
  });
}

function checkEvidence(card: LocatedCard, lock: EvidenceLock, speakers: readonly Speaker[] | undefined): FileProblem[] {
  const { value, source } = card;
  const entry = lock.cards[value.id];
  const command = 'Run npm run verify.';
  if (!entry)
    return [
      problemAt(
        card,
        ['quote'],
        `of "${value.id}" has not been found in its source yet: ${LOCK_FILE} has no entry for it. ${command}`,
      ),
    ];
  if (entry.quote !== hashQuote(value.quote)) {
    return [problemAt(card, ['quote'], `of "${value.id}" has changed since it was found in its source. ${command}`)];
  }
  if (entry.from === 'snapshot' && entry.snapshot !== source.snapshot.sha256) {
    return [
      problemAt(
        card,
        ['quote'],
        `of "${value.id}" was found in another capture than the one its source names. ${command}`,
      ),
    ];
  }
  return speakers ? checkMeaning(card, entry, speakers) : [];
}
