/** Embed snippets in each markup: a card's picture with its alternative text, linked to the card's page. Pure. */
import { type CardRecord, quotedOf } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import { DARK_THEME, MAIN_VARIANT, SIZES, type Size, type Theme } from '../../render/variant.ts';
import { citeNews } from '../citations/cite-news.ts';
import type { Links } from '../links.ts';

export const MARKUPS = ['markdown', 'html', 'text', 'bbcode', 'dokuwiki', 'mediawiki', 'wikipedia'] as const;
export type Markup = (typeof MARKUPS)[number];

/**
 * `theme`: undefined for the reader's theme. Only HTML supports that; other markups use the light picture. `width`: of the picture in
 * HTML, in px; by default, its own.
 */
export type SnippetOptions = { alt: string; size: Size; theme: Theme | undefined; links: Links; width?: number };

/** The snippets for one picture of a card. `text` has no picture, only a line and the address of the page. */
export function snippetsOf(
  record: CardRecord,
  { alt, size, theme, links, ...shown }: SnippetOptions,
): Record<Markup, string> {
  const page = links.page(record.card.id);
  const imageOf = (shown: Theme) => links.image(record.card.id, size, shown);
  const image = imageOf(theme ?? MAIN_VARIANT.theme);
  const { width, height } = SIZES[size];
  const { width: imgWidth = width } = shown;
  const img = `<img src="${image}" width="${imgWidth}" height="${Math.round((imgWidth * height) / width)}" alt="${escapeHtml(alt)}" style="max-width:100%;height:auto">`;
  const dark = `<source media="(prefers-color-scheme: dark)" srcset="${imageOf(DARK_THEME)}">`;
  return {
    markdown: `[![${alt.replace(/[\\[\]*_`<>&]/g, '\\$&')}](${image})](${page})`,
    html: `<a href="${page}">${theme ? img : `<picture>${dark}${img}</picture>`}</a>`,
    text: `${titleOf(record)}: ${page}`,
    // Quotation marks and brackets end attributes and tags, and cannot be escaped.
    bbcode: `[url=${page}][img alt="${withoutBrackets(alt).replaceAll('"', '”')}"]${image}[/img][/url]`,
    dokuwiki: `[[${page}|{{${image}?nolink&${halfOf(width)}x${halfOf(height)}|${withoutBrackets(alt)}}}]]`,
    // The picture is shown if the wiki allows external images. Its link has no alternative text, so the text is below it.
    mediawiki: `[${page} ${image}]<br><nowiki>${escapeHtml(alt)}</nowiki>`,
    wikipedia: referencesOf(record),
  };
}

/** The web component around the HTML snippet, which is its content without scripts, and the script that it needs. */
export function componentSnippet(record: CardRecord, options: SnippetOptions): string {
  const { size, theme, links } = options;
  const chosen = `${size === MAIN_VARIANT.size ? '' : ` size="${size}"`}${theme ? ` theme="${theme}"` : ''}`;
  const { html } = snippetsOf(record, options);
  return `<fact-card src="${links.page(record.card.id)}"${chosen}>${html}</fact-card>\n<script async src="${links.factCard()}"></script>`;
}

/** A reference to each source, without a picture, because Wikipedia shows none from other sites. */
function referencesOf(record: CardRecord): string {
  const bySource = Map.groupBy(quotedOf(record), ({ source }) => source.id);
  return [...bySource.values()]
    .flatMap(([first, ...others]) => {
      if (!first) return [];
      const quotes = new Set([first, ...others].map(({ card }) => card.quote.exact));
      return `<ref>${citeNews(first, [...quotes])}</ref>`;
    })
    .join('');
}

/** Pictures are twice as wide as the column of a page, so that they are sharp. */
const halfOf = (pixels: number) => Math.round(pixels / 2);

function withoutBrackets(text: string): string {
  return text.replace(/[[{]/g, '(').replace(/[\]}]/g, ')').replaceAll('|', '/');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
