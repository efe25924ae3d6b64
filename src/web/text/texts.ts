/** Cards as Markdown, and /llms.txt: a guide to this service for language models. */
import { Hono } from 'hono';
import { datedCitation } from '../../card/citation.ts';
import { KINDS } from '../../card/kind.ts';
import { counted } from '../../card/prose.ts';
import { RELATIONS } from '../../card/related.ts';
import { titleOf } from '../../card/sentence.ts';
import type { Site } from '../../card/site.ts';
import { Nature, Status } from '../../card/status.ts';
import { FACETS, type Store } from '../../catalog/store.ts';
import { SIZES, VARIANTS, variantName } from '../../render/variant.ts';
import { cacheContent, FRESH_SECONDS } from '../caching.ts';
import type { CardName } from '../card-address.ts';
import type { CardContext, Env } from '../context.ts';
import { answerProblem } from '../errors.tsx';
import { answerText } from '../feeds/feeds.ts';
import { FORM_NAMES, FORMS } from '../forms.ts';
import type { Links } from '../links.ts';
import { blockquote, cardMarkdown, heading, link, list, markdownDocument, paragraph, text } from './card-markdown.ts';

// Plain text, as the file extension of llmstxt.org implies. Browsers show it instead of downloading it.
export const texts = new Hono<Env>().get('/llms.txt', (c) =>
  answerText(c, 'llms.txt', 'text/plain; charset=utf-8', () => llmsText(c.var.store, c.var.links, c.var.site)),
);

/** Returns a card as Markdown. Earlier revisions have no Markdown. */
export async function answerMarkdown(c: CardContext, name: CardName | undefined): Promise<Response> {
  c.header('Access-Control-Allow-Origin', '*');
  const record = name && name.revision === undefined ? await c.var.store.getCard(name.id) : undefined;
  if (!record) return answerProblem(c, { type: 'card-not-found', id: name?.id ?? '' });
  const type = `${FORMS.md.mediaType}; charset=utf-8`;
  return cacheContent(c, record, 'md') ?? c.body(cardMarkdown(record, c.var.links), 200, { 'Content-Type': type });
}

/** The number of listed cards. The API lists them all. */
const NEWEST_CARDS = 20;

export async function llmsText(store: Store, links: Links, site: Site): Promise<string> {
  const [sources, speakers, topics] = await Promise.all([
    store.listSources(),
    store.listSpeakers(),
    store.listTopics(),
  ]);
  const newest = await store.listCards({ limit: NEWEST_CARDS });
  const item = (url: string, name: string, notes: string) => [link(url, text(name)), `: ${notes}`];
  /** An address with a placeholder. Not a link, because it leads nowhere as it is. */
  const template = (address: string, notes: string) => [{ type: 'inlineCode' as const, value: address }, `: ${notes}`];
  const page = links.page('{id}');
  return markdownDocument([
    heading(1, site.name),
    blockquote(site.description),
    paragraph(
      `This catalogue has ${counted(store.counts.cards, 'card')} from ${counted(store.counts.sources, 'source')}. The kind of a card is one of ${KINDS.join(', ')}. Its status is one of ${Status.options.join(', ')}. The nature of a figure, claim or event, if given, is one of ${Nature.options.join(', ')}. Its relations to other cards are ${RELATIONS.join(', ')}. Status and nature are part of the fact: do not report a plan as done, or a claim as a count. Each quote is verbatim, and a program found it in the text of its source. Unknown values are null.`,
    ),
    heading(2, 'API'),
    list([
      item(links.apiCards(), 'List of cards', 'JSON, newest first'),
      item(links.cardTable(), 'All cards', 'a spreadsheet (CSV)'),
      template(
        `${links.apiCards()}?q=…`,
        `search and filters: q, ${FACETS.join(', ')}. The values of topic and source are the last part of their addresses below; the list of speakers has those of speaker. Use limit and cursor (the value of next) for paging`,
      ),
      template(links.apiCard('{id}'), 'one card with its quote, dates and their basis, source, evidence and links'),
      item(links.apiCorrections(), 'Corrections', 'JSON: changes of published cards'),
      item(links.apiSources(), 'List of sources', 'JSON'),
      item(links.apiSpeakers(), 'List of speakers', 'JSON: names, types, roles and numbers of cards'),
      template(links.mcp(), 'the same as tools for language models (Model Context Protocol, streamable HTTP, POST)'),
      item(links.openapi(), 'OpenAPI description', 'all parameters and fields'),
      item(links.docs(), 'Documentation', 'the API for people, with forms to try it'),
    ]),
    heading(2, 'Formats of a card'),
    list([
      template(page, 'its page'),
      ...FORM_NAMES.map((form) => template(links.form('{id}', form), `the card as ${FORMS[form].title}`)),
      template(
        `${page}/{variant}.png`,
        `the card as a picture, in other sizes and themes: ${VARIANTS.map((variant) => `${variantName(variant)} ${SIZES[variant.size].width}×${SIZES[variant.size].height}`).join(', ')}; also with .svg`,
      ),
      template(links.toSource('{id}'), 'redirects to the passage in the source'),
      template(links.embed('{id}'), 'the card as a page for iframes'),
      template(`${links.origin}/oembed?url={page}`, 'oEmbed; parameters: format (json or xml), maxwidth, maxheight'),
    ]),
    heading(2, 'Feeds'),
    list([
      item(links.jsonFeed(), 'JSON Feed', 'the newest cards'),
      item(links.atomFeed(), 'Atom feed', 'the newest cards'),
      item(links.sitemap(), 'Sitemap', 'all pages'),
    ]),
    heading(2, 'Usage'),
    list([
      'All addresses use GET or HEAD, without a key, from any origin (CORS).',
      `Responses about cards may be cached for ${FRESH_SECONDS} seconds. Revalidate with If-None-Match.`,
      'Embed the address of a picture, not a copy: the address shows corrections within five minutes, a copy never does.',
      'Name the speaker, and link to the card or its passage. Quotes belong to their sources.',
      'Errors of JSON addresses are problem details (RFC 9457).',
    ]),
    heading(2, 'Newest cards'),
    list(
      (newest?.cards ?? []).map((record) => item(links.form(record.card.id, 'md'), titleOf(record), record.card.kind)),
    ),
    heading(2, 'Sources'),
    list(sources.map(({ source }) => item(links.source(source.id), source.title ?? source.id, datedCitation(source)))),
    heading(2, 'Speakers'),
    list(
      speakers.map(({ speaker, cards }) =>
        item(
          links.speaker(speaker.id),
          speaker.name,
          [speaker.role, counted(cards.length, 'card')].filter(Boolean).join(', '),
        ),
      ),
    ),
    heading(2, 'Topics'),
    list(topics.map(({ slug, name, count }) => item(links.topic(slug), name, counted(count, 'card')))),
  ]);
}
