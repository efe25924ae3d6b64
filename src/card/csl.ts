/** Sources as CSL-JSON (csl-data.json, Citation Style Language 1.0.2), from which every citation is made. Pure. */

import { z } from 'zod';
import { archiveName, bestCopy, copyDay } from './archive.ts';
import { type Attribution, stepNames } from './attribution.ts';
import { datePoints, formatDate } from './date.ts';
import type { Quote } from './kinds/fields.ts';
import { languageName } from './language.ts';
import { type DatedFact, Id, type Source } from './source.ts';
import { translationLine, translationOf } from './translation.ts';

const CslName = z.union([
  z.strictObject({ family: z.string(), given: z.string() }),
  z.strictObject({ literal: z.string() }),
]);
export type CslName = z.infer<typeof CslName>;

const CslDate = z.strictObject({
  'date-parts': z.array(z.array(z.int()).min(1).max(3)).min(1).max(2).meta({
    description: 'Year, and month and day if known. Two entries for an interval. The year 1 BC is -1.',
  }),
  season: z.int().min(1).max(4).optional().meta({ description: '1 is spring, 4 is winter.' }),
  circa: z.literal(true).optional().meta({ description: 'Set if the date is inferred, approximate or uncertain.' }),
  literal: z
    .string()
    .optional()
    .meta({ description: 'The date in words, if the other fields cannot express it: “2022 and later”.' }),
});
export type CslDate = z.infer<typeof CslDate>;

/** CSL has no null: unknown fields are omitted. */
export const CslItem = z
  .strictObject({
    id: Id,
    type: z.literal('webpage'),
    title: z.string().optional(),
    author: z.array(CslName).optional(),
    'container-title': z.string(),
    'original-publisher': z.string().optional(),
    issued: CslDate,
    accessed: CslDate,
    URL: z.url().optional(),
    archive: z.string().optional(),
    archive_location: z.url().optional(),
    language: z.string(),
    note: z.string().optional(),
    custom: z
      .strictObject({ issued: z.string() })
      .optional()
      .meta({ description: 'The date in EDTF level 1, if it is a season or `issued` has a literal.' }),
  })
  .meta({ id: 'CslItem', description: 'A source as CSL-JSON. Unknown fields are omitted.' });
export type CslItem = z.infer<typeof CslItem>;

/** The parts of a card that a citation uses. */
export type CitedCard = {
  id: string;
  attribution: Attribution;
  quote: Pick<Quote, 'translated' | 'translation'>;
};

/**
 * Returns the item of a source, or of a card taken from it. The type is `webpage`, because every source is captured as a
 * web page; the catalogue does not record whether it also appeared in print.
 */
export function cslItem(source: Source, card?: CitedCard): CslItem {
  const ofSource = items.get(source) ?? itemOf(source);
  items.set(source, ofSource);
  const note = noteOf(source, card);
  return { ...ofSource, ...(card ? { id: card.id } : {}), ...(note === undefined ? {} : { note }) };
}

/** What the fields of CSL cannot express. */
export function noteOf(source: Source, card: CitedCard | undefined): string | undefined {
  return remarks(source, card).join('; ') || undefined;
}

/** Cached, because all cards of a source share its item. */
const items = new WeakMap<Source, CslItem>();

function itemOf(source: Source): CslItem {
  const { id, title, authors, published, url, language, translated, snapshot } = source;
  const copy = bestCopy(source);
  const issued = cslDate(published);
  return {
    id,
    type: 'webpage',
    ...(title === null ? {} : { title: oneLine(title) }),
    ...(authors.length > 0 ? { author: authors.map((name) => cslName(oneLine(name), source)) } : {}),
    'container-title': oneLine(source.publisher),
    ...(translated ? { 'original-publisher': oneLine(translated.publisher) } : {}),
    issued,
    accessed: cslDate({ date: snapshot.accessed, basis: 'stated' }),
    ...(url === null ? {} : { URL: url }),
    ...(copy ? { archive: archiveName(copy), archive_location: copy.url } : {}),
    language,
    ...(issued.season || issued.literal ? { custom: { issued: withBasis(published) } } : {}),
  };
}

/** The parts of a date in EDTF: "2023-11-02", "2023-06-27/2023-07-01", "2023-21". */
export function isoDate({ 'date-parts': points, season }: CslDate): string {
  const ends = points.map(([year = 0, ...rest]) => {
    const parts = season === undefined ? rest : [20 + season];
    return [yearText(year < 0 ? year + 1 : year), ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
  });
  return ends.join('/');
}

function yearText(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`;
}

/** The date of issue in EDTF. An inferred date is marked as approximate. */
export function edtfIssued({ issued, custom }: CslItem): string {
  return custom?.issued ?? withBasis({ date: isoDate(issued), basis: issued.circa ? 'inferred' : 'stated' });
}

function withBasis({ date, basis }: DatedFact): string {
  if (basis !== 'inferred') return date;
  return date.replace(/([\dX])(?=\/|$)|\?/g, (_, digit) => (digit ? `${digit}~` : '%'));
}

/** A date in English words, with "(inferred)" after an inferred date. */
export function dateWords(date: CslDate): string {
  return date.literal ?? `${formatDate(isoDate(date), 'long')}${date.circa ? ' (inferred)' : ''}`;
}

/** Adds the date in words if the fields of CSL cannot express it. */
function cslDate({ date, basis }: DatedFact): CslDate {
  const points = datePoints(date);
  const season = points.length === 1 ? points[0]?.season : null;
  const known = {
    'date-parts': points.map(({ year, month, day }) =>
      [year < 1 ? year - 1 : year, month, day].filter((part) => part !== null),
    ),
    ...(season == null ? {} : { season: season + 1 }),
  };
  const isInferred = basis === 'inferred';
  const words = formatDate(date, 'long');
  return {
    ...known,
    ...(isInferred || /[~?%]/.test(date) ? { circa: true } : {}),
    ...(words === formatDate(isoDate(known), 'long') ? {} : { literal: `${words}${isInferred ? ' (inferred)' : ''}` }),
  };
}

/** Facts without a CSL field: the original of a translation, the attribution, and the archived copy with its date. */
function remarks(source: Source, card: CitedCard | undefined): string[] {
  const { translated } = source;
  const copy = bestCopy(source);
  const day = copy && copyDay(copy);
  return [
    translated &&
      `${translated.machine ? 'machine ' : ''}translation from ${languageName(translated.from)}, originally published by ${[translated.publisher, translated.url].filter(Boolean).join(', ')}`,
    card && attributionRemark(card, source),
    card && quoteTranslation(card, source),
    copy && `archived ${day === undefined ? 'copy' : formatDate(day, 'long')}: ${copy.url}`,
  ].flatMap((remark) => (remark ? [oneLine(remark)] : []));
}

/** "Pavel Latushka via RFE/RL": the speaker and the outlets that the item does not name otherwise. */
function attributionRemark({ attribution }: CitedCard, { publisher, translated }: Source): string | undefined {
  const outlets = [publisher, translated?.publisher];
  const [speaker, ...through] = stepNames(attribution).filter(
    (name) => !outlets.includes(name.replace(/ \([^()]*\)$/, '')),
  );
  return through.length === 0 ? undefined : `${speaker} via ${through.join(', ')}`;
}

/** The translation of the quote itself. A translation of the whole text has its own remark. */
function quoteTranslation(card: CitedCard, source: Source): string | undefined {
  const { translated, translation } = card.quote;
  if (!translated && !translation) return undefined;
  const words = translationLine(translationOf({ card, source }));
  return words === undefined ? undefined : `quote ${words}`;
}

/** Joins a text to one line, because reference formats are line-based. Replaces control characters. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\p{Cc}/gu, '\ufffd');
}

/** A first name, initials and a family name, each capitalised. Only for scripts with capital letters. */
const GIVEN_AND_FAMILY = /^(\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}\.)*) (\p{Lu}[\p{L}\p{M}'’-]*)$/u;
const FAMILY_NAME_FIRST = new Set(['hu', 'ja', 'ko', 'vi', 'zh']);
const ORGANISATION_WORDS =
  `Agence Agencia Agency Agentur Associated Board Bureau Contributors? Correspondents? Desk Editors?
  Editorial Group Institute International Jazeera Journal Magazine Media Ministry Network News\\p{Ll}* Office Post Presse? Radio
  Redacción Redaktion Reporters? Service Staff Team Television Times Today Welle Writers? Zeitung Агентство Газета Правда Радио
  Радіо Редакция Редакція Служба`.split(/\s+/);
const ORGANISATION = new RegExp(
  `(?:^|[ -])(?:${ORGANISATION_WORDS.join('|')})(?:[ -]|$)|^(?:The|El|La|Le|Die|Der|Das) `,
  'u',
);

/** Splits a name into given and family name if that is unambiguous. Particles, double names and organisations stay whole. */
function cslName(name: string, { publisher, language, translated }: Source): CslName {
  const [, given, family] = GIVEN_AND_FAMILY.exec(name) ?? [];
  const isSafe =
    given !== undefined &&
    family !== undefined &&
    /\p{Ll}/u.test(family) &&
    /\p{Ll}|\.$/u.test(given) &&
    !ORGANISATION.test(name) &&
    ![publisher, translated?.publisher].includes(name) &&
    !FAMILY_NAME_FIRST.has(language.split('-')[0] ?? '');
  return isSafe ? { family, given } : { literal: name };
}
