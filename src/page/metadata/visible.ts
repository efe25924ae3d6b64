/** Reads the visible headline, byline and date of a page, from elements and from words in class and id. Pure. */
import type { PageElement } from './elements.ts';
import type { Statement } from './statement.ts';

const BYLINE =
  /(?:^|[\s_-])(?:by-?line|authors?|author-?names?|article-?author|writers?|autor(?:en|es)?|auteurs?|c-byline|contributors?)(?=$|[\s_-])|byline|author-?name/i;
const NO_BYLINE =
  /avatar|photo|image|thumb|bio(?:graphy)?(?:$|[\s_-])|social|icon|comment|reply|related|follow|tooltip|-count|contact|twitter/i;
const DATED = /date|time|publi|posted|byline|dateline|meta/i;
const CHANGED = /updat|modif|changed|edited|aktualisiert|mis à jour|actualizad|aggiornat|обновлен|оновлен/i;
/** Dates of other events. */
const OTHER = /retrieved|accessed|copyright|©|abgerufen|consulté/i;
const BESIDE = new Set(['nav', 'aside', 'footer', 'form']);
const COMMENTS = /comment|related|recommend|teaser|sidebar|newsletter|most-?(?:read|popular)/i;

/** "By Ann Ray", "Posted by ann on 2019-02-15", in any element. */
const OPENING = /^(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported)\s+by\s|[Bb]y\s+\p{Lu})/u;
/** The elements after the headline, or all if there is none. */
const MAX_OPENING = 100;
const MAX_DATED = 300;
const MAX_NEAREST = 20;

/** Longer texts are not bylines or dates. */
const MAX_BYLINE = 150;

const nameOf = ({ attribute }: PageElement) => `${attribute('class')} ${attribute('id')}`;

/** Reads the headline first, then the nearest byline and date after it. */
export function readVisible(elements: readonly PageElement[], title: string): Statement[] {
  const aside = asides(elements);
  const inArticle = elements.flatMap((element, place) => (aside[place] ? [] : [{ ...element, place }]));
  const headings = inArticle.filter(({ tag, text }) => tag === 'h1' && text() !== '');
  const headline = headings.find(({ text }) => title.includes(text())) ?? headings[0];
  const behind = headline ? inArticle.filter(({ place }) => place > headline.place) : inArticle;
  const before = headline ? inArticle.filter(({ place }) => place < headline.place).reverse() : [];
  const near = [...behind, ...before];
  const opening = behind.slice(0, MAX_OPENING).filter(isOpening);
  const nearest = [...behind.slice(0, MAX_NEAREST), ...before.slice(0, MAX_NEAREST)];
  const dated = [...behind.slice(0, MAX_DATED).filter(isDated), ...(headline ? nearest.filter(isOnlyDate) : [])];
  return [
    ...(headline ? [{ field: 'title', value: headline.text(), from: 'the heading' } as const] : []),
    ...[...near.filter(isByline), ...opening].map(
      (element): Statement => ({ field: 'author', value: element.text(), from: 'the byline' }),
    ),
    ...near
      .filter(({ tag, attribute }) => tag === 'time' && !attribute('itemprop'))
      .flatMap((element) => datedBy(element, elements)),
    ...[...dated, ...opening].map(
      ({ text }): Statement => ({ field: 'published', value: text(), from: 'the dateline' }),
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

function isOpening({ text }: PageElement): boolean {
  const words = text();
  return words.length <= MAX_BYLINE && OPENING.test(words);
}

function isDated(element: PageElement): boolean {
  if (!DATED.test(nameOf(element)) || CHANGED.test(nameOf(element)) || element.tag === 'body' || element.tag === 'html')
    return false;
  const text = element.text();
  return text.length >= 6 && text.length <= MAX_BYLINE && /\d/.test(text) && !CHANGED.test(text) && !OTHER.test(text);
}

/** "Thursday, May 27, 2004", in any element. */
function isOnlyDate({ text }: PageElement): boolean {
  const words = text();
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

/** Which elements are in navigation, teasers, comments and the like. */
function asides(elements: readonly PageElement[]): boolean[] {
  const aside: boolean[] = [];
  for (const element of elements) {
    const isOwn =
      BESIDE.has(element.tag) || (element.tag !== 'body' && element.tag !== 'html' && COMMENTS.test(nameOf(element)));
    aside.push(isOwn || (aside[element.parent] ?? false));
  }
  return aside;
}
