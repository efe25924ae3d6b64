/**
 * Reads the metadata of a page: title, authors, publisher, dates, language, address and paywall, each with its source in
 * the page and the sources that disagree. Pure. For the commands; the Worker does not need it.
 */
import { canonicalUrl } from '../../card/address.ts';
import { Language } from '../../card/source.ts';
import { chooseAuthors } from './authors.ts';
import { fold, isSameName } from './compare.ts';
import { decoded, elementsOf, oneLine } from './elements.ts';
import { choose, type Found, type Known, othersOf, stated } from './found.ts';
import { languageOfWords } from './language-of-words.ts';
import { readLinkedData } from './linked-data.ts';
import { readMicrodata } from './microdata.ts';
import { choosePublished, stampsOf } from './publication.ts';
import type { FieldName, Statement } from './statement.ts';
import { pageTitle, readTags } from './tags.ts';
import { chooseTitle, dateInTitle, sitesIn, titleParts } from './titles.ts';
import { readVisible } from './visible.ts';

export type Metadata = {
  title: Found<string> | undefined;
  /** An empty list if the page names only itself. */
  authors: Found<string[]> | undefined;
  publisher: Found<string> | undefined;
  published: Found<string> | undefined;
  modified: Found<string> | undefined;
  language: Found<string> | undefined;
  /** The address that the page states as its own. */
  address: Found<string> | undefined;
  /** Whether the page says that it is not free; undefined if it does not say. */
  paywalled: Found<boolean> | undefined;
};

export type MetadataOptions = {
  /** The address of the page; null if unknown. */
  url: string | null;
  /** The visible text, used to detect the language if the page does not state it. */
  text: string;
};

/** Longer values are ignored. */
const MAX_VALUE = 1_000;

export function readMetadata(html: string, { url, text }: MetadataOptions): Metadata {
  const elements = elementsOf(html);
  const title = pageTitle(elements);
  const statements = [
    ...readLinkedData(elements),
    ...readTags(elements),
    ...readMicrodata(elements),
    ...readVisible(elements, title),
    ...readSavedFrom(html),
  ].map((statement): Statement => ({ ...statement, value: oneLine(decoded(statement.value.slice(0, MAX_VALUE))) }));
  const of = (field: FieldName) => statements.filter((statement) => statement.field === field);

  const language = chooseLanguage(of('language'), text);
  const address = chooseAddress(of('address'), url);
  const host = URL.parse(address?.value ?? url ?? '')?.hostname ?? '';
  const headlines = of('title').map(({ value }) => value);
  // Some pages state their title as the name of the application.
  const publishers = of('publisher')
    .map(({ value, from }) => ({ value, from }))
    .filter(({ value }) => !headlines.some((headline) => fold(headline) === fold(value) && value.includes(' ')));
  const publisher = choosePublisher(publishers, { title, host, headlines });
  const hosts = sitesIn(host);
  const sites = [...hosts, ...publishers.map(({ value }) => value), ...(publisher ? [publisher.value] : [])];
  const dateOf = (field: FieldName) => stampsOf(of(field), language?.value ?? null);
  const modified = dateOf('modified');
  return {
    title: chooseTitle([...of('title'), { field: 'title', value: title, from: '<title>' }], sites),
    // The host of a personal site can be the name of the person.
    authors: chooseAuthors(of('author'), { sites: sites.filter((site) => !hosts.includes(site)), text }),
    publisher,
    published: choosePublished(dateOf('published'), modified, {
      address: address?.value ?? url ?? '',
      title: dateInTitle(title),
    }),
    modified: modified[0] && stated({ value: modified[0].day, from: modified[0].from }),
    language,
    address,
    paywalled: choosePaywall(of('free')),
  };
}

/** The address in the comment that a browser, or SingleFile, puts at the start of a page that it saves. */
function readSavedFrom(html: string): Statement[] {
  const comment = /<!--.*?-->/s.exec(html.slice(0, MAX_COMMENT))?.[0] ?? '';
  const [, value] =
    /(?:saved from url=\(\d+\)|saved with SingleFile\s+url:\s*)(https?:\/\/[^\s>]+)/.exec(comment) ?? [];
  return value ? [{ field: 'address', value, from: 'the comment of the browser that saved it' }] : [];
}

const MAX_COMMENT = 3_000;

/** The limit of the schema. Longer values are slogans. */
const MAX_PUBLISHER = 60;

function choosePublisher(
  known: Known<string>[],
  { title, host, headlines }: { title: string; host: string; headlines: readonly string[] },
): Found<string> | undefined {
  const parts = titleParts(title);
  const isHost = (name: string) => sitesIn(host).some((site) => isSameName(site, name));
  const inTitle = parts.slice(1).filter((part) => isHost(part) || DOMAIN.test(part));
  const names = known
    .map(({ value, from }) => ({ value: withoutSlogan(value), from }))
    .filter(({ value }) => value.length >= 2 && value.length <= MAX_PUBLISHER && !/^(?:https?:|@|©)/i.test(value));
  if (names.length === 0) {
    if (inTitle[0] !== undefined) return stated({ value: inTitle[0], from: '<title>' });
    const end = endOfTitle(title, headlines);
    return end === undefined ? undefined : { ...stated({ value: end, from: 'the end of <title>' }), basis: 'inferred' };
  }
  const best = names.find(({ value }) => isHost(value) || parts.some((part) => isSameName(part, value))) ?? names[0];
  const isSame = (one: string, other: string) => {
    const [a, b] = [fold(one), fold(other)];
    return isSameName(one, other) || a.includes(b) || b.includes(a);
  };
  const telling = names.filter(({ from }) => /^(?:JSON-LD|meta og:|itemprop)/.test(from));
  return best && stated(best, othersOf(best, telling, isSame));
}

/** The part of the page's title after the headline and a separator. */
function endOfTitle(title: string, headlines: readonly string[]): string | undefined {
  const [first, ...parts] = titleParts(title);
  const end = parts.at(-1);
  const isHeadline = headlines.some((headline) => fold(headline) === fold(first ?? ''));
  return end !== undefined && isHeadline && end.split(' ').length <= MAX_NAME_WORDS && /\p{L}{2}/u.test(end)
    ? end
    : undefined;
}

const MAX_NAME_WORDS = 4;
const DOMAIN = /^[\p{L}\d-]+\.\p{L}{2,}$/u;

/** "The Daily - News you can use" */
const withoutSlogan = (name: string) => name.replace(/\s+[|–—:-]\s+.*$/u, '').trim();

function chooseLanguage(statements: readonly Statement[], text: string): Found<string> | undefined {
  const known = statements.flatMap(({ value, from }) => {
    const tag = tidyLanguage(value);
    return tag ? [{ value: tag, from }] : [];
  });
  const root = known.find(({ from }) => from === '<html lang>');
  const ordered = root ? [root, ...known.filter((each) => each !== root)] : known;
  const inWords = languageOfWords(text);
  const isSame = (one: string, other: string) => primary(one) === primary(other);
  const best = ordered.find(({ value }) => inWords === undefined || isSame(value, inWords)) ?? ordered[0];
  const unlike = inWords === undefined ? [] : [{ value: inWords, from: 'the words of the text' }];
  // If the detected language agrees, a different default locale of a program is not a disagreement.
  if (best)
    return stated(best, othersOf(best, inWords && isSame(inWords, best.value) ? [] : [...ordered, ...unlike], isSame));
  return inWords === undefined
    ? undefined
    : { value: inWords, from: 'the words of the text', basis: 'inferred', others: [] };
}

const primary = (tag: string) => tag.toLowerCase().split('-')[0];

/** "en_us" → "en-US", "DE" → "de" */
function tidyLanguage(value: string): string | undefined {
  const [language = '', ...rest] = value.trim().split(/[-_]/);
  const tag = [language.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join(
    '-',
  );
  return Language.safeParse(tag).success ? tag : undefined;
}

function chooseAddress(statements: readonly Statement[], url: string | null): Found<string> | undefined {
  const known = statements.flatMap(({ value, from }) => {
    const address = URL.parse(value, url ?? undefined);
    const isPage = address && /^https?:$/.test(address.protocol) && (address.pathname !== '/' || address.search !== '');
    return isPage ? [{ value: address.href, from }] : [];
  });
  const canonical = known.find(({ from }) => from === '<link rel=canonical>');
  return choose(
    canonical ? [canonical, ...known.filter((each) => each !== canonical)] : known,
    (one, other) => canonicalUrl(one) === canonicalUrl(other),
  );
}

function choosePaywall(statements: readonly Statement[]): Found<boolean> | undefined {
  const known = statements.flatMap(({ value, from }) => {
    const word = value.toLowerCase();
    if (/^(?:false|locked|metered|paid|premium|https?:\/\/schema\.org\/false)$/.test(word))
      return [{ value: true, from }];
    return /^(?:true|free|https?:\/\/schema\.org\/true)$/.test(word) ? [{ value: false, from }] : [];
  });
  const best = known.find(({ value }) => value) ?? known[0];
  return best && stated(best);
}
