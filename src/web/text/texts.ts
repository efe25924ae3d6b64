/** Cards as Markdown, and /llms.txt: what a language model can request here. */
import { Hono } from 'hono';
import { datedCitation } from '../../card/citation.ts';
import { KINDS } from '../../card/kind.ts';
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

// Plain text is what llmstxt.org's file ending says; a browser shows it, and a download helps nobody.
export const texts = new Hono<Env>().get('/llms.txt', (c) =>
  answerText(c, 'llms.txt', 'text/plain; charset=utf-8', () => llmsText(c.var.store, c.var.links, c.var.site)),
);

/** Answers a card as Markdown. Published revisions have none. */
export async function answerMarkdown(c: CardContext, name: CardName | undefined): Promise<Response> {
  c.header('Access-Control-Allow-Origin', '*');
  const record = name && name.revision === undefined ? await c.var.store.getCard(name.id) : undefined;
  if (!record) return answerProblem(c, { type: 'card-not-found', id: name?.id ?? '' });
  const type = `${FORMS.md.mediaType}; charset=utf-8`;
  return cacheContent(c, record, 'md') ?? c.body(cardMarkdown(record, c.var.links), 200, { 'Content-Type': type });
}

/** So many cards are named; the API lists them all. */
const NEWEST_CARDS = 20;

export async function llmsText(store: Store, links: Links, site: Site): Promise<string> {
  const [sources, speakers, topics] = await Promise.all([
    store.listSources(),
    store.listSpeakers(),
    store.listTopics(),
  ]);
  const newest = await store.listCards({ limit: NEWEST_CARDS });
  const item = (url: string, name: string, notes: string) => [link(url, text(name)), `: ${notes}`];
  /** Addresses with a part to fill in: not links, for they lead nowhere as they are. */
  const template = (address: string, notes: string) => [{ type: 'inlineCode' as const, value: address }, `: ${notes}`];
  const page = links.page('{id}');
  return markdownDocument([
    heading(1, site.name),
    blockquote(site.description),
    paragraph(
      `There are ${store.counts.cards} cards from ${store.counts.sources} sources. The kind of a card is one of ${KINDS.join(', ')}; its status is one of ${Status.options.join(', ')}; the nature of a figure, claim or event, where it is said, is one of ${Nature.options.join(', ')}; it may be related to others: ${RELATIONS.join(', ')}. A status is part of the fact: a plan is not a presence, and a claim is not a count. Each quote is verbatim and was looked up in the source’s text by a program. What is not known is null.`,
    ),
    heading(2, 'API'),
    list([
      item(links.apiCards(), 'List of cards', 'JSON, the newest first'),
      template(
        `${links.apiCards()}?q=…`,
        `search and filters: q, ${FACETS.join(', ')}; topic and source are the last part of their address below; limit and cursor, as next gives it, turn the pages`,
      ),
      template(
        links.apiCard('{id}'),
        'one card with its quote, dates and how they are known, source, evidence and links',
      ),
      item(links.apiCorrections(), 'Corrections', 'JSON: what has changed in cards since they were published'),
      item(links.apiSources(), 'List of sources', 'JSON'),
      item(links.apiSpeakers(), 'List of speakers', 'JSON: their names, type, role and number of cards'),
      item(links.openapi(), 'OpenAPI description', 'every parameter and field'),
      item(links.docs(), 'Documentation', 'the same to read and try'),
    ]),
    heading(2, 'Forms of a card'),
    list([
      template(page, 'its page'),
      ...FORM_NAMES.map((form) => template(links.form('{id}', form), `the card as ${FORMS[form].title}`)),
      template(
        `${page}/{variant}.png`,
        `the card as a picture, in other sizes and themes: ${VARIANTS.map((variant) => `${variantName(variant)} ${SIZES[variant.size].width}×${SIZES[variant.size].height}`).join(', ')}; .svg, too`,
      ),
      template(links.toSource('{id}'), 'redirects to the passage in the source'),
      template(links.embed('{id}'), 'the card as a page to frame'),
      template(`${links.origin}/oembed?url={page}`, 'oEmbed, as format=json or xml, within maxwidth and maxheight'),
    ]),
    heading(2, 'Feeds'),
    list([
      item(links.jsonFeed(), 'JSON Feed', 'the newest cards'),
      item(links.atomFeed(), 'Atom feed', 'the newest cards'),
      item(links.sitemap(), 'Sitemap', 'every page'),
    ]),
    heading(2, 'Conditions'),
    list([
      'Everything is read with GET or HEAD, without a key; any site may ask (CORS).',
      `Answers about cards may be kept for ${FRESH_SECONDS} seconds. Ask again with If-None-Match.`,
      'Embed the address of a picture and not a copy: the address shows corrections within five minutes, a copy never.',
      'Say who says so, and link to the card or its passage. Quotes belong to their sources.',
      'Errors are problem details (RFC 9457) where JSON was asked for.',
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
        item(links.speaker(speaker.id), speaker.name, [speaker.role, counted(cards.length)].filter(Boolean).join(', ')),
      ),
    ),
    heading(2, 'Topics'),
    list(topics.map(({ slug, name, count }) => item(links.topic(slug), name, counted(count)))),
  ]);
}

const counted = (cards: number) => (cards === 1 ? '1 card' : `${cards} cards`);
