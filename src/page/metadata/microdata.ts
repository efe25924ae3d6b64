/** Reads the metadata of the article from the microdata of a page (HTML Standard, section 5; schema.org). Pure. */
import type { PageElement } from './elements.ts';
import type { FieldName, Statement } from './statement.ts';

const FIELDS: Record<string, FieldName> = {
  headline: 'title',
  author: 'author',
  creator: 'author',
  publisher: 'publisher',
  sourceorganization: 'publisher',
  datepublished: 'published',
  datemodified: 'modified',
  inlanguage: 'language',
  isaccessibleforfree: 'free',
};

const ARTICLE = /(?:Article|Posting|Report|Review|WebPage|CreativeWork)$/;

/** An item with more elements is not a name. */
const MAX_INSIDE = 200;

type Property = Statement & { scope: number };

/**
 * Only the item of the article counts, because teasers are items, too. If no item has a type: the first with a headline or
 * a date.
 */
export function readMicrodata(elements: readonly PageElement[]): Statement[] {
  const scopes = scopesOf(elements);
  const properties = elements.flatMap((element, place): Property[] => {
    const names = element.attribute('itemprop').split(/\s+/);
    const field = names.map((name) => FIELDS[name.toLowerCase()]).find((known) => known !== undefined);
    const value = field && itemValue(elements, place, scopes);
    const isPerson = /Person$/.test(element.attribute('itemtype'));
    return value ? [{ field, value, from: `itemprop ${names[0]}`, isPerson, scope: scopes[place] ?? -1 }] : [];
  });
  const typeOf = (scope: number) => elements[scope]?.attribute('itemtype') ?? '';
  const main =
    properties.find(({ scope, field }) => ARTICLE.test(typeOf(scope)) && field !== 'publisher') ??
    properties.find(({ field }) => field === 'title') ??
    properties.find(({ field }) => field === 'published' || field === 'author');
  return properties
    .filter(({ scope, field }) => scope === main?.scope || (field !== 'published' && scope === -1))
    .map(({ scope, ...statement }) => statement);
}

/** For each element, the index of its item; -1 if there is none. */
function scopesOf(elements: readonly PageElement[]): number[] {
  const scopes: number[] = [];
  for (const { parent } of elements) {
    const isItem = parent >= 0 && hasAttribute(elements[parent], 'itemtype');
    scopes.push(isItem ? parent : (scopes[parent] ?? -1));
  }
  return scopes;
}

const hasAttribute = (element: PageElement | undefined, name: string) => (element?.attribute(name) ?? '') !== '';

/** The value of a property: of an item, its name. */
function itemValue(elements: readonly PageElement[], place: number, scopes: readonly number[]): string {
  const element = elements[place] as PageElement;
  const { attribute } = element;
  if (hasAttribute(element, 'itemtype')) {
    const inside = elements.slice(place + 1, place + MAX_INSIDE);
    const name = inside.find(
      (each, at) => scopes[place + 1 + at] === place && each.attribute('itemprop').split(/\s+/).includes('name'),
    );
    if (name) return name.attribute('content') || name.attribute('value') || name.text();
  }
  return attribute('content') || attribute('datetime') || element.text();
}
