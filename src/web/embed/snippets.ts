/** What an author pastes: a card's picture with its alternative text, leading to the card's page, in each markup. Pure. */
import type { CardRecord } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import type { Theme } from '../../render/variant.ts';
import { SIZES, type Size } from '../../render/variant.ts';
import type { Links } from '../links.ts';

export const MARKUPS = ['markdown', 'html', 'text', 'bbcode', 'dokuwiki', 'mediawiki'] as const;
export type Markup = (typeof MARKUPS)[number];

export type SnippetOptions = { alt: string; size: Size; theme: Theme; links: Links };

/** The snippets of a card for one of its pictures. `text` has no picture: a line and the page's address. */
export function snippetsOf(record: CardRecord, { alt, size, theme, links }: SnippetOptions): Record<Markup, string> {
  const page = links.page(record.card.id);
  const image = links.image(record.card.id, size, theme);
  const { width, height } = SIZES[size];
  return {
    markdown: `[![${alt.replace(/[\\[\]*_`<>&]/g, '\\$&')}](${image})](${page})`,
    html: `<a href="${page}"><img src="${image}" width="${width}" height="${height}" alt="${escapeHtml(alt)}"></a>`,
    text: `${titleOf(record)} ${page}`,
    // Quotation marks and brackets end an attribute or a tag in these, and cannot be escaped.
    bbcode: `[url=${page}][img alt="${withoutBrackets(alt).replaceAll('"', '”')}"]${image}[/img][/url]`,
    dokuwiki: `[[${page}|{{${image}?nolink&${halfOf(width)}x${halfOf(height)}|${withoutBrackets(alt)}}}]]`,
    // The picture shows where the wiki allows external images; its link takes no alternative text, so that stands below.
    mediawiki: `[${page} ${image}]<br><nowiki>${escapeHtml(alt)}</nowiki>`,
  };
}

/** Pictures are twice as wide as the column of a page, so that they are sharp. */
const halfOf = (pixels: number) => Math.round(pixels / 2);

function withoutBrackets(text: string): string {
  return text.replace(/[[{]/g, '(').replace(/[\]}]/g, ')').replaceAll('|', '/');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
