/** Reads the visible headline, byline and date of a page, from elements and from words in class and id. Pure. */
import { fold } from './compare.ts';
import type { PageElement } from './elements.ts';
import type { Statement } from './statement.ts';

const BYLINE =
  /(?:^|[\s_-])(?:by-?line|authors?|author-?names?|article-?author|writers?|autor(?:en|es)?|auteurs?|c-byline|contributors?)(?=$|[\s_-])|byline|author-?name/i;
const NO_BYLINE =
  /avatar|photo|image|thumb|bio(?:graphy)?(?:$|[\s_-])|social|icon|comment|reply|related|follow|tooltip|-count|contact|twitter/i;
const DATED = /date|time|publi|posted|byline|dateline|meta|datum|fecha|created|submitted|authored|stamp|tagline/i;
const CHANGED = /(?<!\p{L})updat|modif|changed|edited|aktualisiert|mis à jour|actualizad|aggiornat|обновлен|оновлен/iu;
/** Dates of other events. */
const OTHER = /retrieved|accessed|copyright|©|abgerufen|consulté/i;
const BESIDE = new Set(['nav', 'aside', 'footer', 'form']);
const COMMENTS = /comment|related|recommend|teaser|sidebar|newsletter|most-?(?:read|popular)/i;

/** "By Ann Ray", "Posted by ann on 2019-02-15", in any element. */
const OPENING =
  /^(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported)\s+(?:on\s.{4,40}\s)?by\s|(?:[Bb]y|BY)\s+\p{Lu}|Ein\s(?:Artikel|Beitrag|Gastbeitrag|Kommentar)\svon\s)/u;
/** "Von Ann Ray und Bob Low": only where nothing but names follows. */
const NAMES_ONLY =
  /^(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Tt]ext:|[Aa]uthor:|[Aa]utor(?:in)?:|[Aa]utore:|[Аа]втор:)\s+\p{Lu}[\p{L}.’'-]*(?:\s+(?:(?:von|van|de|der|di|da|und|et|y|e|en)\s+)?\p{Lu}[\p{L}.’'-]*){1,7}(?:\s+(?:am|le|el|il)\s+\d.{4,30})?$/u;
/** The elements after the headline, or all if there is none. */
const MAX_OPENING = 100;
const MAX_DATED = 300;
const MAX_NEAREST = 20;

/** Longer texts are not bylines or dates. */
const MAX_BYLINE = 150;

const nameOf = ({ attribute }: PageElement) => `${attribute('class')} ${attribute('id')}`;

/** Reads the headline first, then the nearest byline and date after it. */
export function readVisible(elements: readonly PageElement[], title: string): Statement[] {
  const titled = placeOfTitle(elements, title);
  const aside = asides(elements, around(elements, titled));
  const inArticle = elements.flatMap((element, place) => (aside[place] ? [] : [{ ...element, place }]));
  const headings = inArticle.filter(({ tag, text }) => tag === 'h1' && text() !== '');
  const headline = inArticle.find(({ place }) => place === titled) ?? headings[0];
  const behind = headline ? inArticle.filter(({ place }) => place > headline.place) : inArticle;
  const before = headline ? inArticle.filter(({ place }) => place < headline.place).reverse() : [];
  const near = [...behind, ...before];
  const opening = behind.slice(0, MAX_OPENING).filter(isOpening);
  const nearest = [...behind.slice(0, MAX_NEAREST), ...before.slice(0, MAX_NEAREST)];
  const dated = [
    ...behind.slice(0, MAX_DATED).filter(isDated),
    ...before.slice(0, MAX_NEAREST).filter(isDated),
    ...(headline ? nearest.filter(({ text }) => isOnlyDate(text())) : []),
  ];
  return [
    ...(headline ? [{ field: 'title', value: headline.text(), from: 'the heading' } as const] : []),
    ...[...near.filter(isByline), ...opening].map(
      (element): Statement => ({ field: 'author', value: element.text(), from: 'the byline' }),
    ),
    ...near
      .filter(({ tag, attribute }) => tag === 'time' && !attribute('itemprop'))
      .flatMap((element) => datedBy(element, elements)),
    ...[...dated, ...opening].map(
      ({ text }): Statement => ({ field: 'published', value: beforeChange(text()), from: 'the dateline' }),
    ),
  ];
}

function isByline(element: PageElement): boolean {
  const { attribute, text } = element;
  const isNamed = attribute('rel').split(/\s+/).includes('author') || BYLINE.test(nameOf(element));
  if (
    !isNamed ||
    NO_BYLINE.test(nameOf(element)) ||
    element.tag === 'link' ||
    element.tag === 'body' ||
    element.tag === 'html'
  )
    return false;
  const words = text();
  return words.length > 3 && words.length <= MAX_BYLINE;
}

const isOpening = ({ text }: PageElement) => isBylineText(text());

/** Whether a text reads as a byline: "By Ann Ray". */
export const isBylineText = (words: string): boolean =>
  words.length <= MAX_BYLINE && (OPENING.test(words) || NAMES_ONLY.test(words));

function isDated(element: PageElement): boolean {
  if (!DATED.test(nameOf(element)) || CHANGED.test(nameOf(element)) || element.tag === 'body' || element.tag === 'html')
    return false;
  const text = beforeChange(element.text());
  return text.length >= 6 && text.length <= MAX_BYLINE && /\d/.test(text) && !CHANGED.test(text) && !OTHER.test(text);
}

/** "Published 4 May 2023. Updated 5 May 2023": the first date. */
function beforeChange(text: string): string {
  const before = text.split(CHANGED, 1)[0] ?? '';
  return /\d\D+\d/.test(before) ? before : text;
}

/** "Thursday, May 27, 2004" */
export function isOnlyDate(words: string): boolean {
  return (
    words.length <= 40 &&
    /\d{4}/.test(words) &&
    /^\P{L}*(?:\p{L}+\P{L}+){0,4}$/u.test(`${words} `) &&
    !CHANGED.test(words) &&
    !OTHER.test(words)
  );
}

function datedBy(element: PageElement, elements: readonly PageElement[]): Statement[] {
  const around = elements[element.parent];
  const names = `${nameOf(element)} ${around ? nameOf(around) : ''}`;
  const value = element.attribute('datetime') || element.text();
  return value === '' ? [] : [{ field: CHANGED.test(names) ? 'modified' : 'published', value, from: '<time>' }];
}

/**
 * The longest heading whose words are a part of the page's title, from the highest level down, and rather at its start: the first
 * heading can be the name of the site. -1 where there is none.
 */
function placeOfTitle(elements: readonly PageElement[], title: string): number {
  const folded = fold(title);
  const known = ['h1', 'h2', 'h3', 'h4'].flatMap((level) =>
    elements.flatMap(({ tag, text }, place) => {
      const words = tag === level ? fold(text()) : '';
      const isKnown = words.length >= (level === 'h1' ? 1 : MIN_HEADING) && folded.includes(words);
      return isKnown
        ? [{ place, level, length: words.length, isFirst: words.length >= MIN_HEADING && folded.startsWith(words) }]
        : [];
    }),
  );
  const { level, isFirst = false } = known.find((heading) => heading.isFirst) ?? known[0] ?? {};
  const same = known.filter((heading) => heading.level === level && heading.isFirst === isFirst);
  return same.sort((one, other) => other.length - one.length)[0]?.place ?? -1;
}

/** Shorter headings below `h1` are parts of titles by chance. */
const MIN_HEADING = 12;

/** The elements around one. */
function around(elements: readonly PageElement[], place: number): ReadonlySet<number> {
  const places = new Set<number>();
  for (let at = place; at >= 0; at = elements[at]?.parent ?? -1) places.add(at);
  return places;
}

/** Which elements are in navigation, teasers, comments and the like. `isOfTitle`: those around the headline are not. */
function asides(elements: readonly PageElement[], isOfTitle: ReadonlySet<number>): boolean[] {
  const aside: boolean[] = [];
  for (const [place, element] of elements.entries()) {
    const isOwn =
      BESIDE.has(element.tag) || (element.tag !== 'body' && element.tag !== 'html' && COMMENTS.test(nameOf(element)));
    aside.push(!isOfTitle.has(place) && (isOwn || (aside[element.parent] ?? false)));
  }
  return aside;
}
