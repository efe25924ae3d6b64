/** The metadata of a PDF, from its properties and its first page. Pure. */

import { readNumbers } from '../../card/evidence/numbers/read-numbers.ts';
import type { StructuredText } from '../../card/evidence/place.ts';
import { Language } from '../../card/source.ts';
import { readNames } from '../metadata/author-names.ts';
import { fold, isSameTitle } from '../metadata/compare.ts';
import { choose, type Found, type Known, othersOf, stated } from '../metadata/found.ts';
import { languageOfWords } from '../metadata/language-of-words.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { readStamp } from '../metadata/page-dates.ts';

/** As unpdf gives them: `info` are the document's properties, `xmp` its XMP metadata by name ("dc:title"). */
export type PdfProperties = { info: Record<string, unknown>; xmp: (name: string) => unknown; lang: string | null };

/** Values that programs write by default. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|title|document\d*|powerpoint presentation|layout \d+|slide \d+|.*\.(?:docx?|pdf|indd|qxd|tex|rtf|pptx?|xlsx?|odt|dvi|ps|exe|indb|qxp|fm|tiff?))$/i;
const NO_AUTHOR = /^(?:user|admin.*|author|owner|default|microsoft.*|.*\b(?:inc|gmbh|ltd|adobe|acrobat)\b.*)$/i;
/** "Ray, Ann" */
const LAST_NAME_FIRST = /^\p{Lu}[\p{L}’'-]+,\s\p{Lu}[\p{L}.-]+(?:@.*)?$/u;
/** A longer line is not a date. */
const MAX_DATE = 60;

type Written = StructuredText & {
  /** The lines of the first page, as they are printed. */
  firstPage: readonly string[];
};

export function pdfMetadata({ info, xmp, lang }: PdfProperties, { text, blocks, pages, firstPage }: Written): Metadata {
  const language = languageIn(
    [
      { value: lang ?? '', from: 'the PDF' },
      { value: textOf(xmp('dc:language')), from: 'XMP dc:language' },
    ],
    text,
  );
  const titles = [
    { value: textOf(xmp('dc:title')), from: 'XMP dc:title' },
    { value: textOf(info.Title), from: 'PDF Title' },
  ].filter(({ value }) => value.length > 3 && !NO_TITLE.test(value));
  const headed = blocks?.find(({ type, start }) => type === 'heading' && start < (pages?.[1] ?? text.length));
  const heading = headed && text.slice(headed.start, headed.end);
  const title = choose(titles, isSameTitle);
  const author = [xmp('dc:creator'), info.Author].flatMap(textsOf).find((value) => !NO_AUTHOR.test(value));
  const names =
    author === undefined
      ? []
      : readNames(author.replace(/@.*$/, ''), { sites: [], isName: true, lastNameFirst: LAST_NAME_FIRST.test(author) });
  const publisher = textOf(xmp('dc:publisher'));
  const modified = dayOf(xmp('xmp:modifydate') ?? info.ModDate, 'PDF ModDate');
  return {
    title:
      title ??
      (heading === undefined
        ? undefined
        : { ...stated({ value: heading.replace(/\s/gu, ' '), from: 'the first page' }), basis: 'inferred' }),
    authors:
      names.length === 0
        ? undefined
        : stated({ value: names, from: 'PDF Author' }, isNamed(names, text) ? [] : [{ value: [], from: 'the text' }]),
    publisher: publisher === '' ? undefined : stated({ value: publisher, from: 'XMP dc:publisher' }),
    published: publishedIn(
      firstPage,
      dayOf(xmp('xmp:createdate') ?? info.CreationDate, 'PDF CreationDate'),
      language?.value ?? null,
    ),
    modified: modified && stated(modified),
    language,
    address: undefined,
    paywalled: undefined,
  };
}

/** The first date that is alone on a line of the first page; or else the creation date of the file, as inferred. */
function publishedIn(
  lines: readonly string[],
  created: Known<string> | undefined,
  language: string | null,
): Found<string> | undefined {
  const known = lines.flatMap((line) => {
    const day = line.length <= MAX_DATE ? (readStamp(line, language)?.day ?? monthIn(line, language)) : undefined;
    return day === undefined || day.length < 7 ? [] : [{ value: day, from: 'the first page' }];
  });
  const dated = known.find(({ value }) => value.length === 10) ?? known[0];
  if (dated) {
    const others = othersOf(dated, known, (one, other) => one.startsWith(other) || other.startsWith(one));
    const isNear = created !== undefined && Math.abs(Date.parse(created.value) - Date.parse(dated.value)) < NEAR_MS;
    return stated(dated, [...others, ...(created && !isNear ? [created] : [])]);
  }
  return created && { ...created, basis: 'inferred', others: [] };
}

/** "January 2021" */
function monthIn(line: string, language: string | null): string | undefined {
  const dates = readNumbers(line, language).filter((reading) => reading.type === 'date');
  const [date] = dates;
  if (dates.length !== 1 || date?.type !== 'date' || date.year === null || date.month === null) return undefined;
  return `${date.year}-${String(date.month).padStart(2, '0')}`;
}

/** A report is made some days before it is published. */
const NEAR_MS = 40 * 86_400_000;

function languageIn(known: readonly Known<string>[], text: string): Found<string> | undefined {
  const inWords = languageOfWords(text);
  const valid = known.flatMap(({ value, from }) => {
    const tag = Language.safeParse(value).data;
    return tag ? [{ value: tag, from }] : [];
  });
  const isSame = (one: string, other: string) => one.split('-')[0] === other.split('-')[0];
  const best = valid.find(({ value }) => inWords === undefined || isSame(value, inWords));
  if (best) return stated(best);
  return inWords === undefined
    ? undefined
    : { value: inWords, from: 'the words of the text', basis: 'inferred', others: [] };
}

/** The day of "D:20231102101010+02'00'", or of a date in XMP, in its own time zone. */
function dayOf(value: unknown, from: string): Known<string> | undefined {
  const plain = textOf(value).replace(/^D:/, '');
  const day = /^\d{8}/.test(plain) ? readStamp(plain.slice(0, 8), null)?.day : readStamp(plain, null)?.day;
  return day?.length === 10 ? { value: day, from } : undefined;
}

const isNamed = (names: readonly string[], text: string) => names.some((name) => fold(text).includes(fold(name)));

function textsOf(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((each) =>
    typeof each === 'string' && each.trim() !== '' ? [each.replace(/\s+/gu, ' ').trim()] : [],
  );
}
const textOf = (value: unknown): string => textsOf(value)[0] ?? '';
