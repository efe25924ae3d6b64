/** Reads the headline, byline and date at the head of a text without markup, such as a pasted article. The author checks them. Pure. */
import { readNames } from './author-names.ts';
import { type Found, stated } from './found.ts';
import type { Metadata } from './metadata.ts';
import { readStamp } from './page-dates.ts';
import { isBylineText, isOnlyDate } from './visible.ts';

/** The lines above the first paragraph. */
const MAX_LINES = 8;
/** A longer line is a paragraph. */
const MAX_LINE = 120;
const MIN_TITLE_WORDS = 3;

type Head = Partial<Pick<Metadata, 'title' | 'authors' | 'published'>>;

const found = <Value>(value: Value, from: string, doubt: string): Found<Value> => ({
  ...stated({ value, from }),
  doubt,
});

/** `language`: a BCP 47 tag; null if unknown. */
export function readTextHead(text: string, language: string | null): Head {
  const all = text.split('\n', 40).map((line) => line.replace(/\s+/gu, ' ').trim());
  const lines = all.filter((line) => line !== '');
  const paragraph = lines.findIndex((line) => line.length > MAX_LINE);
  // Short lines without a paragraph below them are not a head.
  const head = lines.slice(0, Math.max(0, Math.min(paragraph, MAX_LINES)));
  const isByline = (line: string) => isBylineText(line) && namesIn(line).length > 0;
  const title = head.find((line) => !isByline(line) && readStamp(line, language)?.day.length !== 10);
  const byline = head.find(isByline);
  const dated = head.find((line) => isDated(line, language)) ?? byline;
  const day = dated === undefined ? undefined : readStamp(dated, language)?.day;
  return {
    ...(title !== undefined &&
      isTitle(title) && { title: found(title, 'the first line', 'the first line of the text; is it the headline?') }),
    ...(byline !== undefined && {
      authors: found(namesIn(byline), 'the byline', 'the byline at the head of the text; are these all authors?'),
    }),
    ...(day?.length === 10 && {
      published: found(day, 'the date line', 'a date at the head of the text; is it the day of publication?'),
    }),
  };
}

const namesIn = (line: string) => readNames(line, { sites: [] });
const isDated = (line: string, language: string | null) =>
  isOnlyDate(line) && readStamp(line, language)?.day.length === 10;
const isTitle = (line: string) =>
  line.split(' ').length >= MIN_TITLE_WORDS && /\p{L}/u.test(line) && !/[.,;:]$/u.test(line);
