/** The headline of a page, without the name of the site, and the names of a site by its address. Pure. */
import { fold, isSameName, isSameTitle } from './compare.ts';
import { oneLine } from './elements.ts';
import { choose, type Found, stated } from './found.ts';
import type { Statement } from './statement.ts';

/** "news.bbc.co.uk" → bbc.co.uk, bbc: sites often have the name of their host. */
export function sitesIn(host: string): string[] {
  const labels = host.replace(/^www\d*\./, '').split('.');
  if (labels.length < 2) return [];
  const isSecondLevel = labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  const name = labels.at(isSecondLevel ? -3 : -2) ?? '';
  return [labels.slice(isSecondLevel ? -3 : -2).join('.'), ...(name.length > 2 ? [name] : [])];
}

const SEPARATOR = /\s+[|–—·•»«:/-]+\s+|\s*[|»]\s*/u;
/** "04/05/2015" is 4 May or 5 April. */
const CLEAR_DATE = /^(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})$/;
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;

/** The parts of a title: "The headline - Sport [The Daily]" */
export const titleParts = (title: string): string[] =>
  title
    .split(/\s+[|–—·•»:-]\s+|\s*[[\]|]\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A date that is a separate part: "The headline - 07.12.2017 - The Daily". */
export const dateInTitle = (title: string): string | undefined =>
  titleParts(title).find((part) => CLEAR_DATE.test(part));

/** "The headline - 7.12.2017 - The Daily" → "The headline" */
export function cleanTitle(title: string, sites: readonly string[]): string {
  let text = title
    .replace(/\s*[[(]([^[\]()]*)[\])]$/u, (whole, inner) => (isSite(inner, sites) ? '' : whole))
    .replace(/\s+[-–—|:·•»]+$/u, '');
  for (let isDone = false; !isDone; ) {
    const parts = text.split(new RegExp(`(${SEPARATOR.source})`, 'u'));
    const [first = '', last = ''] = [parts[0], parts.at(-1)];
    isDone = true;
    if (parts.length < 3) break;
    if (isSite(last, sites) || DATE.test(last.trim())) {
      text = parts.slice(0, -2).join('').trim();
      isDone = false;
    } else if (isSite(first, sites) || CLEAR_DATE.test(first.trim())) {
      text = parts.slice(2).join('').trim();
      isDone = false;
    }
  }
  return text;
}

function isSite(part: string, sites: readonly string[]): boolean {
  const words = fold(part);
  return sites.some((site) => isSameName(site, part) || (words.length >= 3 && fold(site).includes(words)));
}

/** `statements`: the last one is the `title` of the page. */
export function chooseTitle(statements: readonly Statement[], sites: readonly string[]): Found<string> | undefined {
  const titles = statements
    .map(({ value, from }) => ({ value: cleanTitle(oneLine(value).replace(/\s*[¶#§]$/u, ''), sites), from }))
    .filter(({ value }) => value !== '' && !sites.some((site) => isSameName(site, value)));
  const found = choose(titles, isSameTitle);
  const last = titles.at(-1);
  if (!found || !last) return undefined;
  const heading = titles.find(({ from }) => from === HEADING)?.value ?? '';
  // A heading that does not occur in the page's title often names the site or a section.
  const isApart =
    found.from === HEADING && !isSameTitle(found.value, last.value) && !isLongestPart(heading, last.value);
  const chosen = isApart ? stated(last, [{ value: found.value, from: HEADING }]) : found;
  const whole = titles.find(({ value }) => isCut(chosen.value, value))?.value ?? chosen.value;
  const short = isWithEnd(whole, heading) || isWithStart(whole, heading) ? heading : whole;
  const value = short === chosen.value && chosen.from === '<title>' ? withoutShortEnd(short) : short;
  const others = chosen.others.filter(
    ({ value: other, from }) =>
      from !== '<title>' &&
      !(from === HEADING && other.length < MIN_HEADLINE) &&
      !(chosen.from === 'JSON-LD name' && from === 'JSON-LD headline'),
  );
  return { ...chosen, value, others };
}

const HEADING = 'the heading';
/** Shorter headings are names of sites and sections. */
const MIN_HEADLINE = 20;

/** Whether a heading is a part of the title, and no other part is longer: "The Daily » Archive » The headline" */
function isLongestPart(heading: string, title: string): boolean {
  const parts = title.split(/\s+[|–—·•»«:/-]+\s+|\s*[|»]\s*/u);
  return fold(title).includes(fold(heading)) && parts.every((part) => part.length <= heading.length);
}

/** "The headline goes on and …" */
const isCut = (title: string, other: string) =>
  /(?:\.{3}|…)$/.test(title) && other.length > title.length && other.startsWith(title.replace(/\s*(?:\.{3}|…)$/, ''));

/** Whether a title is the heading and something else behind it: "The headline | India", "The headline (Published 2016)" */
function isWithEnd(title: string, heading: string): boolean {
  if (heading.length < MIN_PART || !title.startsWith(heading)) return false;
  const rest = title.slice(heading.length);
  const words = rest.trim().split(/\s+/).length - 1;
  return (
    /^\s*[|｜_»›•]|^\s+\(.*\)$/u.test(rest) ||
    (/^(?:\s+[-–—:·/]\s|\s*：|-(?=\p{Lo}))/u.test(rest) && words <= MAX_END_WORDS)
  );
}

/** "News - The headline" */
function isWithStart(title: string, heading: string): boolean {
  const start = title.slice(0, -heading.length);
  return (
    heading.length >= MIN_HEADLINE &&
    title.endsWith(heading) &&
    /^\S.*\s[-–—|»:]\s+$/u.test(start) &&
    start.length < heading.length
  );
}

const MIN_PART = 8;
const MAX_END_WORDS = 5;

/**
 * "How to build a terrarium - eHow": if no other source states the headline, a short last part of the title is the site.
 */
function withoutShortEnd(title: string): string {
  const [, start = '', end = ''] = /^(.+)\s+[|–—·•»-]\s+(.+)$/u.exec(title) ?? [];
  const count = (text: string) => text.split(/\s+/).length;
  return start !== '' && count(end) <= 3 && count(start) > count(end) ? start : title;
}
