/** Reads the metadata of the article from the JSON-LD of a page (schema.org). Pure. */
import type { PageElement } from './elements.ts';
import type { FieldName, Statement } from './statement.ts';

type Node = Record<string, unknown>;

/** Article, NewsArticle, BlogPosting, Report …, and pages that are not articles. */
const ARTICLE = /(?:Article|Posting|Report|Thesis|Chapter|PressRelease|Review|Dataset|Legislation)$/;
const PAGE = /(?:WebPage|ItemPage|AboutPage|VideoObject|Event|CreativeWork|Book)$/;
const SITE = /WebSite$/;

/** Properties that lead from a page to its article. Others lead to teasers, comments and works that it cites. */
const INWARD = ['@graph', 'mainEntity', 'mainEntityOfPage'];

/** More than any page has. */
const MAX_NODES = 2_000;

export function readLinkedData(elements: readonly PageElement[]): Statement[] {
  const roots = elements
    .filter(({ tag, attribute }) => tag === 'script' && /^application\/ld\+json/i.test(attribute('type')))
    .map(({ text }) => parseLeniently(text()));
  const nodes = flatten(roots);
  const byId = new Map(nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node]] : [])));
  const isOf = (type: RegExp) => (node: Node) => textsOf(node['@type']).some((name) => type.test(name));
  const article =
    nodes.find(isOf(ARTICLE)) ?? nodes.find((node) => node.headline ?? node.datePublished) ?? nodes.find(isOf(PAGE));
  const site = nodes.find(isOf(SITE));
  const statements = article ? statementsOf(article, (node) => byId.get(String(node['@id'])) ?? node) : [];
  const name = textsOf(site?.name)[0];
  return name && !statements.some(({ field }) => field === 'publisher')
    ? [...statements, { field: 'publisher', value: name, from: 'JSON-LD name of the site' }]
    : statements;
}

function statementsOf(article: Node, resolve: (node: Node) => Node): Statement[] {
  const named = (value: unknown): string[] =>
    listOf(value).flatMap((each) => (isNode(each) ? textsOf(resolve(each).name) : textsOf(each)));
  const say = (field: FieldName, property: string, values: string[]): Statement[] =>
    values.map((value) => ({ field, value, from: `JSON-LD ${property}` }));
  const texts = (field: FieldName, property: string) => say(field, property, textsOf(article[property]));
  const page = article.mainEntityOfPage;
  return [
    ...texts('title', 'headline'),
    ...texts('title', 'name'),
    ...say('author', 'author', named(article.author)).map((statement) => ({
      ...statement,
      isPerson: isPerson(article.author),
    })),
    ...(article.author ? [] : say('author', 'creator', named(article.creator))),
    ...say('publisher', 'publisher', named(article.publisher)),
    ...texts('published', 'datePublished'),
    ...texts('published', 'dateCreated'),
    ...texts('modified', 'dateModified'),
    ...texts('language', 'inLanguage'),
    ...texts('address', 'url'),
    ...say('address', 'mainEntityOfPage', isNode(page) ? textsOf(page['@id']) : textsOf(page)),
    ...texts('free', 'isAccessibleForFree'),
  ];
}

const isPerson = (authors: unknown) =>
  listOf(authors).every((each) => isNode(each) && textsOf(each['@type']).includes('Person'));

/** The nodes that are this page or its article, those outside others first. */
function flatten(roots: unknown[]): Node[] {
  const nodes: Node[] = [];
  const waiting = roots.flatMap(listOf);
  for (let node = waiting.shift(); node !== undefined && nodes.length < MAX_NODES; node = waiting.shift()) {
    if (!isNode(node)) continue;
    nodes.push(node);
    waiting.push(...INWARD.flatMap((name) => listOf((node as Node)[name])));
  }
  return nodes;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.flat(3) : value === undefined ? [] : [value];

/** The texts of a property: "a", ["a", "b"], { "@value": "a" }, and numbers and truth values as texts. */
function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((each) => {
    const plain = isNode(each) ? each['@value'] : each;
    const text = plain === undefined || plain === null || typeof plain === 'object' ? '' : String(plain).trim();
    return text === '' ? [] : [text];
  });
}

/** Parses JSON, and tolerates the usual errors of publishers: comments around it, line breaks in texts, trailing commas. */
function parseLeniently(text: string): unknown {
  const json = text.replace(/^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)|(?:\/\/\s*)?(?:\]\]>|-->)\s*;?\s*$/g, '');
  for (const each of [json, json.replace(/,(?=\s*[}\]])/g, '')]) {
    try {
      return JSON.parse(each);
    } catch {
      // The next form.
    }
  }
  return undefined;
}
