/** A source: the published text that cards quote, and what is known about it. Schema and types. Pure. */
import { z } from 'zod';
import { HttpsUrl } from './address.ts';
import { ArchivedCopies } from './archive.ts';
import { forbiddenIn } from './characters.ts';
import { Day, faultOfDate, formatDate, isDate } from './date.ts';
import { type FrozenFields, frozenField } from './frozen.ts';

/** Ids are permanent, because addresses contain them: lower-case letters, digits and single hyphens. */
export const Id = z
  .string()
  .max(80)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'may contain only a-z, 0-9 and single hyphens, for example "wagner-fighters-belarus"',
  )
  .meta({ description: 'Permanent and unique in the whole catalogue, because addresses contain it.' });

/** A line of text that every form of a card can show: no line breaks, no white space at the ends, no unseen signs. */
export const line = (max: number, text = z.string()) =>
  text
    .max(max)
    .regex(/^\S(.*\S)?$/, 'must be one line of text, without white space at its ends')
    .refine((words) => forbiddenIn(words) === undefined, {
      error: ({ input }) => `${forbiddenIn(String(input))}. Delete it, or write the text again`,
    });

const LIMITS =
  'If only limits are known, write both and the reason: { date: 2023-06-27/2023-07-01, basis: inferred, reason: "…" }';

const KnownDate = z
  .string({
    error: ({ input }) =>
      input === null ? `must be a date. ${LIMITS}` : 'must be a date as text; put a bare year in quotes: "2023"',
  })
  .refine(isDate, { error: ({ input }) => faultOfDate(String(input)) })
  .meta({
    description:
      'EDTF level 1: YYYY-MM-DD, YYYY-MM or YYYY; a season (2023-21 spring to 2023-24 winter); unspecified digits (202X, 2023-XX); with ~ approximate, ? uncertain, % both; an interval of two with "/" between, whose end may be open (2022/..) or not known (2022/).',
  });

/** How a date is known: the text says it, another page says it, or it was inferred. */
const Basis = z.enum(['stated', 'external', 'inferred']).meta({
  description:
    'stated: the text says it. external: another page says it. inferred: derived from other facts (give the reason).',
});

export const DatedFact = z.strictObject({
  date: KnownDate,
  basis: Basis,
  reason: line(300).optional().meta({ description: 'The reason for an inferred date, or a remark on the date.' }),
});
export type DatedFact = z.infer<typeof DatedFact>;

const reasoned = (fact: typeof DatedFact) =>
  fact.refine(({ basis, reason }) => basis !== 'inferred' || reason !== undefined, {
    path: ['reason'],
    error: 'is missing: an inferred date needs its reason',
  });

/** A date; an inferred one needs a reason. */
export const ReasonedDate = reasoned(DatedFact);

/** A text was published at some time: the date is never null. */
const PublishedDate = reasoned(
  z.strictObject(DatedFact.shape, {
    error: ({ code }) =>
      code === 'invalid_type' ? `must be a date with its basis, and not null. ${LIMITS}` : undefined,
  }),
);

/** "2 November 2023 (inferred: between two weekdays that the text names)" */
export function datedWords({ date, basis, reason }: DatedFact): string {
  return `${formatDate(date, 'long')} (${basis}${reason ? `: ${reason}` : ''})`;
}

const NO_LANGUAGE = 'must be a language tag (BCP 47), for example "en", "de-AT" or "zh-Hant"';
const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

function canonicalTag(tag: string): string | undefined {
  try {
    return LANGUAGE_TAG.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** A tag of BCP 47 in its canonical form: "en-us" is read as "en-US". */
export const Language = z
  .string()
  .max(35)
  .regex(LANGUAGE_TAG, { error: NO_LANGUAGE, abort: true })
  .refine((tag) => canonicalTag(tag) !== undefined, { error: NO_LANGUAGE, abort: true })
  .overwrite((tag) => canonicalTag(tag) ?? tag);

const Publisher = line(60);
const Title = line(300).nullable();
const Authors = z.array(line(80)).max(10);
const Note = line(400);
const Translated = z.strictObject({
  from: Language,
  publisher: line(60),
  url: HttpsUrl.nullable(),
  machine: z.boolean().optional().meta({ description: 'true if the text is known to be a machine translation.' }),
});
const Corrections = z.array(
  z.strictObject({
    date: Day,
    text: line(300).meta({ description: 'What the publisher corrected, in your own words.' }),
    url: HttpsUrl.optional().meta({ description: "Where the publisher says so, if not at the source's address." }),
  }),
);

export const Source = z
  .strictObject({
    id: Id,
    publisher: Publisher.meta({ description: 'Who published the text that is quoted.' }),
    title: Title.meta({ description: 'The headline as published; null if it is unknown.' }),
    authors: Authors,
    published: PublishedDate,
    url: HttpsUrl.nullable().meta({
      description: 'The address of the text with the quoted words; null if it is unknown. Never guess it.',
    }),
    archived: ArchivedCopies.optional().meta({
      description:
        'Copies of the page in archives, as npm run archive finds them; [] or absent if none is known. Never guess one.',
    }),
    language: Language.meta({ description: 'The language of the captured text (BCP 47).' }),
    translated: Translated.optional().meta({
      description:
        'If the text is a translation: the language, publisher and address (null if unknown) of the original, and whether a machine translated it.',
    }),
    snapshot: z
      .strictObject({
        sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal: 64 digits of 0-9 and a-f'),
        accessed: Day,
      })
      .meta({ description: 'The captured text in which the quotes were checked.' }),
    corrections: Corrections.min(1)
      .optional()
      .meta({ description: 'What the publisher has corrected in the text since, oldest first.' }),
    note: Note.optional().meta({ description: 'What a reader should know about this text or its address.' }),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;

/** The fields of a source that readers of its cards see. `archived` is added by a program, and `snapshot` is evidence. */
export const FROZEN_OF_SOURCE = {
  publisher: frozenField(Publisher, { path: ['publisher'], label: 'Publisher' }),
  title: frozenField(Title, { path: ['title'], label: 'Title', words: (title) => `“${title}”` }),
  authors: frozenField(Authors, {
    path: ['authors'],
    label: 'Authors',
    words: (names) => names.join(', ') || 'none',
  }),
  published: frozenField(DatedFact, { path: ['published'], label: 'Published', words: datedWords }),
  url: frozenField(HttpsUrl.nullable(), { path: ['url'], label: 'Address' }),
  language: frozenField(Language, { path: ['language'], label: 'Language of the source' }),
  translated: frozenField(Translated.nullable(), {
    path: ['translated'],
    label: 'Translation of',
    words: (original) =>
      original
        ? `${original.publisher}, ${original.from}, ${original.url ?? 'address not known'}${original.machine ? ', by machine' : ''}`
        : '',
  }),
  corrections: frozenField(Corrections.nullable(), {
    path: ['corrections'],
    label: 'Corrections by the publisher',
    words: (corrections) => (corrections ?? []).map(({ date, text }) => `${date}: ${text}`).join('; '),
  }),
  note: frozenField(Note.nullable(), { path: ['note'], label: 'Note on the source' }),
} satisfies FrozenFields;
