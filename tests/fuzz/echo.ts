/**
 * Nothing that a visitor sends comes back. The exceptions, each as narrow as it is: the words that were searched for
 * occur in the gallery's search field and in the links to the next page; the words of an unknown id, in the search field or
 * the search link of its error page; a parameter's unknown name, cut to 40 characters, in the refusal; and what is filled in on the page of the API, in the address that it leads to.
 */
import { decode } from '../../src/web/card-address.ts';
import { attribute, documentElements } from '../helpers/html.ts';
import type { Received, Sent } from './wire.ts';

const NAME_CHARACTERS = 40;

export function echoesIn(sent: Sent, { status, headers, body }: Received, canary: string): string[] {
  const url = new URL(`http://x${sent.target.split('#')[0]}`);
  const echoes: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (!`${name}: ${value}`.toLowerCase().includes(canary)) continue;
    if (name === 'link' && isNextPage(value, url)) continue;
    if (name === 'location' && isOwnAddress(value, url)) continue;
    echoes.push(`the header ${name} repeats the request: ${value.slice(0, 200)}`);
  }
  const text = body.toString('utf8');
  if (!text.toLowerCase().includes(canary)) return echoes;
  const rest = isProblem(headers)
    ? withoutName(text, url)
    : withoutSearch(text, url, status === 404 ? idsIn(url) : searchIn(url));
  const place = rest.toLowerCase().indexOf(canary);
  if (place >= 0) echoes.push(`the body repeats the request: ${rest.slice(Math.max(0, place - 80), place + 80)}`);
  return echoes;
}

const isProblem = (headers: Record<string, string>) => headers['content-type'] === 'application/problem+json';

/** The next page of a list has the same words to search for. */
function isNextPage(value: string, url: URL): boolean {
  const next = /^<([^<>"]+)>; rel="next"$/.exec(value)?.[1];
  return next !== undefined && isSearch(next, url);
}

/** An address of ours with the words of the request as `q`, and with nothing else of it. */
function isSearch(address: string, url: URL): boolean {
  if (!URL.canParse(address, url)) return false;
  const { searchParams, pathname } = new URL(address, url);
  const words = searchParams.get('q');
  searchParams.delete('q');
  return words === url.searchParams.get('q') && pathname === url.pathname && !/["'<>\s]/.test(address);
}

/** A link to the gallery that searches for some of these words, and has nothing else of the request. */
function isSearchFor(address: string, url: URL, searches: readonly string[]): boolean {
  if (!URL.canParse(address, url)) return false;
  const { searchParams, pathname } = new URL(address, url);
  return pathname === '/' && searchParams.size === 1 && searches.includes(searchParams.get('q') ?? '');
}

const searchIn = (url: URL) =>
  url.searchParams
    .getAll('q')
    .filter((value) => value !== '')
    .slice(0, 1);

/** The words of what looks like the id of a card, a source, a speaker or a topic. */
const idsIn = ({ pathname, searchParams }: URL) =>
  [...decode(pathname).split(/[/.@]/), ...searchParams.getAll('card')]
    .map((part) => part.trim())
    .filter((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part))
    .map((id) => id.replaceAll('-', ' '));

/** The page of the API leads to an address on the same origin, in which every value is escaped. */
function isOwnAddress(value: string, url: URL): boolean {
  return /^\/docs\/try\/\w+$/.test(url.pathname) && /^\/[a-z][\w.%~!*'()/-]*(?:\?[\w.%~!*'()&=+-]*)?$/.test(value);
}

/** A refusal without the name of the parameter that is at fault. */
function withoutName(text: string, url: URL): string {
  const { parameter, detail, ...problem } = JSON.parse(text) as { parameter: string | null; detail: string };
  const isGiven = [...url.searchParams.keys()].some((name) => name.slice(0, NAME_CHARACTERS) === parameter);
  if (parameter === null || !isGiven || !detail.startsWith(`${parameter} `)) return text;
  return JSON.stringify({ ...problem, detail: detail.slice(parameter.length) });
}

/** A page without these words to search for: in the search field, and in links of the gallery that search for them. */
function withoutSearch(text: string, url: URL, searches: readonly string[]): string {
  if (searches.length === 0) return text;
  let rest = text;
  for (const element of documentElements(text)) {
    const [value, href] = [attribute(element, 'value'), attribute(element, 'href')];
    const isSought = searches.some((words) => sameText(value, words));
    const isField = element.tagName === 'input' && attribute(element, 'name') === 'q' && isSought;
    const isLink =
      element.tagName === 'a' && href !== undefined && (isSearch(href, url) || isSearchFor(href, url, searches));
    if (isField || isLink)
      for (const given of [value, href]) if (given) rest = rest.replace(`="${escaped(given)}"`, '');
  }
  return rest;
}

/** HTML reads NUL, line breaks and halves of pairs otherwise than they were sent. */
const sameText = (a = '', b = '') => a.replace(/[\s\0\ufffd]/g, '') === b.toWellFormed().replace(/[\s\0\ufffd]/g, '');

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
