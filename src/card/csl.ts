/** A source as CSL-JSON (csl-data.json, Citation Style Language 1.0.2): the form that every citation is made from. Pure. */

import { z } from 'zod';
import { type Attribution, stepNames } from './attribution.ts';
import { datePoints, formatDate } from './date.ts';
import type { Quote } from './kinds/fields.ts';
import { languageName } from './language.ts';
import { Id, type Source } from './source.ts';
import { translationLine, translationOf } from './translation.ts';

const CslName = z.union([
  z.strictObject({ family: z.string(), given: z.string() }),
  z.strictObject({ literal: z.string() }),
]);
export type CslName = z.infer<typeof CslName>;

const CslDate = z.strictObject({
  'date-parts': z
    .array(z.array(z.int()).min(1).max(3))
    .min(1)
    .max(2)
    .meta({ description: 'Year, month and day, as far as they are known; both ends of an interval.' }),
  circa: z.literal(true).optional().meta({ description: 'Where the date was worked out.' }),
});
export type CslDate = z.infer<typeof CslDate>;

/** What is not known is left out, for CSL has no null. */
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
  })
  .meta({ id: 'CslItem', description: 'A source as CSL-JSON. As CSL has it, what is not known is left out.' });
export type CslItem = z.infer<typeof CslItem>;

/** What a citation says of a card beyond its source: how the words came there. */
export type CitedCard = {
  id: string;
  attribution: Attribution;
  quote: Pick<Quote, 'translated' | 'translation'>;
};

/**
 * The item of a source, or of a card taken from it. The type is that of a page on the web, which every source is captured
 * as; whether a newspaper printed it is not recorded.
 */
export function cslItem(source: Source, card?: CitedCard): CslItem {
  const { title, authors, published, url, archived, language, translated, snapshot } = source;
  const note = remarks(source, card).join('; ');
  return {
    id: card?.id ?? source.id,
    type: 'webpage',
    ...(title === null ? {} : { title: oneLine(title) }),
    ...(authors.length > 0 ? { author: authors.map((name) => cslName(oneLine(name), source)) } : {}),
    'container-title': oneLine(source.publisher),
    ...(translated ? { 'original-publisher': oneLine(translated.publisher) } : {}),
    issued: { ...cslDate(published.date), ...(published.basis === 'inferred' ? { circa: true } : {}) },
    accessed: cslDate(snapshot.accessed),
    ...(url === null ? {} : { URL: url }),
    ...(archived ? { archive: archiveName(archived.url), archive_location: archived.url } : {}),
    language,
    ...(note === '' ? {} : { note }),
  };
}

/** A date as ISO 8601 and EDTF write it: "2023-11-02", "2023-06-27/2023-07-01". */
export function isoDate({ 'date-parts': points }: CslDate): string {
  return points
    .map((parts) => parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-'))
    .join('/');
}

/** A date in English words, with "(inferred)" behind one that was worked out. */
export function dateWords(date: CslDate): string {
  return `${formatDate(isoDate(date), 'long')}${date.circa ? ' (inferred)' : ''}`;
}

/** The day of the archived copy: as it is recorded, or as the address of a Wayback copy has it. */
export function archivedDay({ archived }: Source): string | undefined {
  const [, ...parts] = /\/web\/(\d{4})(\d{2})(\d{2})\d*/.exec(archived?.url ?? '') ?? [];
  return archived?.date ?? (parts.length > 0 ? parts.join('-') : undefined);
}

function cslDate(date: string): CslDate {
  const points = datePoints(date).map(({ year, month, day }) => [year, month, day]);
  return { 'date-parts': points.map((parts) => parts.filter((part) => part !== null)) };
}

/** What no field of CSL holds: the original of a translation, the way of the words, and the copy with its day. */
function remarks(source: Source, card: CitedCard | undefined): string[] {
  const { translated, archived } = source;
  const day = archivedDay(source);
  return [
    translated &&
      `translation from ${languageName(translated.from)}, originally published by ${[translated.publisher, translated.url].filter(Boolean).join(', ')}`,
    card && wayOfTheWords(card, source),
    card && quoteTranslation(card, source),
    archived && `archived ${day === undefined ? 'copy' : formatDate(day, 'long')}: ${archived.url}`,
  ].flatMap((remark) => (remark ? [oneLine(remark)] : []));
}

/** "Pavel Latushka via RFE/RL": the speaker, and who passed the words on before the outlets that the item names. */
function wayOfTheWords({ attribution }: CitedCard, { publisher, translated }: Source): string | undefined {
  const outlets = [publisher, translated?.publisher];
  const [speaker, ...through] = stepNames(attribution).filter(
    (name) => !outlets.includes(name.replace(/ \([^()]*\)$/, '')),
  );
  return through.length === 0 ? undefined : `${speaker} via ${through.join(', ')}`;
}

/** Said of a quote of its own; that the whole text is a translation is a remark of its own. */
function quoteTranslation(card: CitedCard, source: Source): string | undefined {
  const { translated, translation } = card.quote;
  if (!translated && !translation) return undefined;
  const words = translationLine(translationOf({ card, source }));
  return words === undefined ? undefined : `quote ${words}`;
}

/** Reference formats are made of lines of text: white space is a space, and control characters are replaced. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\p{Cc}/gu, '\ufffd');
}

/** A first name, initials, and a family name, each with a capital, in scripts that have them. */
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

/** A name in parts where nobody can mistake them; else as it is written: particles, double names and organisations. */
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

function archiveName(url: string): string {
  const { hostname } = new URL(url);
  if (/(?:^|\.)archive\.org$/.test(hostname)) return 'Internet Archive';
  return /^archive\.(?:fo|is|li|md|ph|vn)$/.test(hostname) ? 'archive.today' : hostname;
}
