/** Plans what `npm run new` writes: reads the catalogue and the text, and returns the new file, or a refusal. */

import { proposeFigureText } from '../../card/evidence/numbers/figure.ts';
import type { QuotedKind } from '../../card/kind.ts';
import { counted } from '../../card/prose.ts';
import { namesOf, type Speaker } from '../../card/speaker.ts';
import { byFrequency } from '../../card/topic.ts';
import { loadCatalog, SPEAKERS_FILE, siteLanguage } from '../../catalog/load.ts';
import type { NewCapture } from '../captures.ts';
import { readCatalogFiles } from '../catalog-files.ts';
import { type NewOptions, type Refusal, refuse } from './args.ts';
import { cardLines } from './card.ts';
import { type Environment, findGround, type Ground } from './ground.ts';
import { insertCard, type Outline, outlineFile } from './insert-card.ts';
import { proposeFor } from './propose-card.ts';
import { type FoundQuote, locateQuote } from './quote.ts';
import { type Suggestion, suggest } from './suggest.ts';

export type { Environment, Page } from './ground.ts';

/** A card that will be written. */
export type PlannedCard = {
  id: string;
  kind: QuotedKind;
  found: FoundQuote;
  /** What the author should know about the place of the quote. */
  notes: string[];
  /** The lines of the entry. */
  lines: string[];
  /** Where the entry starts in the file. */
  line: number;
};

/** What will be written, and what to report about it. */
export type Plan = {
  ok: true;
  file: string;
  /** The file as it was; undefined if there was none. */
  before: string | undefined;
  /** The whole file. */
  text: string;
  /** What is new: the entries, or the whole of a new file. */
  added: string[];
  cards: PlannedCard[];
  /** Remarks on how the page was read, and what this means for the evidence. */
  remarks: string[];
  /** The page to store in captures/; undefined if it is stored already. */
  capture: NewCapture | undefined;
  /** The source, if it is new. */
  source?: Ground['source'];
};

/** @throws when cards/ cannot be read. */
export async function planCard(options: NewOptions, environment: Environment): Promise<Plan | Refusal> {
  const outlines = (await readCatalogFiles(environment.folder)).map(outlineFile);
  const ground = await findGround(options.from, outlines, environment);
  if (!ground.ok) return ground;
  const wanted = wantedCards(options, ground, outlines);
  if (!wanted.ok) return wanted;
  const cards = planEntries(wanted.cards, { ground, outlines, options });
  return cards.ok ? writePlan(cards.cards, ground) : cards;
}

/** The statements of a text that are worth a card. */
export async function planSuggestions(
  options: NewOptions,
  environment: Environment,
): Promise<{ ok: true; suggestions: Suggestion[]; ground: Ground } | Refusal> {
  const outlines = (await readCatalogFiles(environment.folder)).map(outlineFile);
  const ground = await findGround(options.from, outlines, environment);
  return ground.ok ? { ok: true, suggestions: suggestionsIn(ground, outlines), ground } : ground;
}

const suggestionsIn = (ground: Ground, outlines: Outline[]) =>
  suggest(ground.text, { ...ground, speakers: speakersIn(outlines).flatMap(namesOf) });

/** The speakers in speakers.yaml. */
function speakersIn(outlines: Outline[]): Speaker[] {
  const outline = outlines.find(({ name }) => name === SPEAKERS_FILE);
  return outline ? loadCatalog([outline]).speakers.map(({ value }) => value) : [];
}

type Wanted = { quote: string; place?: number | undefined; kind?: QuotedKind | undefined };

function wantedCards(
  options: NewOptions,
  ground: Ground,
  outlines: Outline[],
): { ok: true; cards: Wanted[] } | Refusal {
  const { quotes, take, place, kind } = options;
  if (take === undefined) return { ok: true, cards: quotes.map((quote) => ({ quote, place, kind })) };
  const suggestions = suggestionsIn(ground, outlines);
  const missing = take.find((number) => suggestions[number - 1] === undefined);
  if (missing !== undefined) {
    return refuse(
      `--take ${missing}: the list has ${counted(suggestions.length, 'statement')}. Nothing was written.`,
      'See them with --suggest.',
    );
  }
  const chosen = [...new Set(take)].flatMap((number) => suggestions[number - 1] ?? []);
  return { ok: true, cards: chosen.map((one) => ({ quote: one.quote, place: one.place, kind: kind ?? one.kind })) };
}

type Entries = { ground: Ground; outlines: Outline[]; options: NewOptions };

/** Plans all cards, or none. */
function planEntries(
  wanted: readonly Wanted[],
  { ground, outlines, options }: Entries,
): { ok: true; cards: PlannedCard[] } | Refusal {
  const { cardId } = options;
  const owner = outlines.find(({ cardIds }) => cardId !== undefined && cardIds.includes(cardId));
  if (owner)
    return refuse(`--card-id "${cardId}" is already used by a card in cards/${owner.name}. Choose another id.`);
  const taken = new Set(outlines.flatMap(({ cardIds }) => cardIds));
  const language = siteLanguage(outlines);
  const topics = byFrequency(outlines.flatMap((outline) => outline.topics));
  const context = { speakers: speakersIn(outlines), topics, language };
  const cards: PlannedCard[] = [];
  for (const { quote, place, kind: wantedKind } of wanted) {
    const found = locateQuote(ground.text, quote, { place, acrossBlocks: options.acrossBlocks });
    if (!found.ok)
      return refuse(...(wanted.length > 1 ? [`--quote "${quote}":`] : []), found.message, ...paywallHint(ground));
    const { card, doubts, notes } = proposeFor(found, ground, wantedKind, { ...context, taken });
    if (cardId !== undefined) card.id = cardId;
    const { id, kind } = card as { id: string; kind: QuotedKind };
    taken.add(id);
    const words = proposeFigureText(found.selector.exact, ground.language);
    const lines = cardLines({ card, doubts }, words === undefined ? undefined : { text: words });
    cards.push({ id, kind, found, notes, lines, line: 0 });
  }
  return { ok: true, cards };
}

export const paywallHint = ({ paywalled, outline }: Ground): string[] =>
  paywalled && !outline ? ['The page is behind a paywall. Save its text in a browser and give it with --text.'] : [];

function writePlan(
  cards: PlannedCard[],
  { sourceId, outline, head, capture, remarks, source }: Ground,
): Plan | Refusal {
  const file = `cards/${sourceId}.yaml`;
  const rest = { ok: true as const, file, capture, remarks };
  if (!outline) {
    const added = [...head];
    const placed = cards.map((card) => {
      const line = added.length + 1;
      added.push(...card.lines.map((text) => `  ${text}`));
      return { ...card, line };
    });
    return { ...rest, source, before: undefined, text: `${added.join('\n')}\n`, added, cards: placed };
  }
  let { text } = outline;
  const placed: PlannedCard[] = [];
  for (const card of cards) {
    const inserted = insertCard(file, text, card.lines);
    if (!inserted.ok) return inserted;
    text = inserted.text;
    placed.push({ ...card, line: inserted.line });
  }
  return { ...rest, before: outline.text, text, added: cards.flatMap(({ lines }) => lines), cards: placed };
}
