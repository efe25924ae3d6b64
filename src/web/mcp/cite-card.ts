/** The tool cite_card: the citation of a card in every style that its page has. */
import { z } from 'zod';
import { longCitation, shortCitation } from '../../card/citation.ts';
import { type CardRecord, quotedOf } from '../../card/record.ts';
import { Id } from '../../card/source.ts';
import { cardSnippets } from '../api/document-text.ts';
import { biblatex } from '../citations/biblatex.ts';
import { cslItems } from '../citations/citations.ts';
import { ris } from '../citations/ris.ts';
import type { Links } from '../links.ts';
import { findCard, tool } from './tool.ts';

type Write = (record: CardRecord, links: Links) => string;

const ofSources =
  (cite: (record: ReturnType<typeof quotedOf>[number]) => string): Write =>
  (record) =>
    quotedOf(record).map(cite).join('\n');

const STYLES = {
  short: ofSources(({ source }) => shortCitation(source)),
  long: ofSources(({ source, card }) => longCitation(source, card)),
  wikipedia: (record, links) => cardSnippets(record, links).wikipedia,
  'csl-json': (record) => JSON.stringify(cslItems(record)),
  ris: (record) => ris(cslItems(record)),
  biblatex: (record) => biblatex(cslItems(record)),
  text: (record, links) => cardSnippets(record, links).text,
  markdown: (record, links) => cardSnippets(record, links).markdown,
  html: (record, links) => cardSnippets(record, links).html,
} as const satisfies Record<string, Write>;
type Style = keyof typeof STYLES;

const input = z.strictObject({
  id: Id.describe('The id of the card.'),
  style: z
    .enum(Object.keys(STYLES) as [Style, ...Style[]])
    .default('long')
    .describe(
      'short, long: plain text. wikipedia: a <ref> with {{cite news}} for each source. csl-json, ris, biblatex: for reference managers. text: the sentence with the address of the card. markdown, html: the picture, linked to the card.',
    ),
});

export const citeCard = tool({
  name: 'cite_card',
  title: 'Cite a card',
  description: 'Returns a citation of a card and its source in the given style.',
  input,
  async call({ id, style }, c) {
    const { links } = c.var;
    const record = await findCard(c, id);
    return { result: { id, style, text: STYLES[style](record, links), page: links.page(id) } };
  },
});
