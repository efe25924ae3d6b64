/** A card's other forms, as link relations name them: for the head of its page and for Link headers. Pure. */
import type { Links } from './links.ts';

export type Alternate = { href: string; type: string; title: string };

/** The same card for programs and other eyes. */
export function cardForms(id: string, links: Links): Alternate[] {
  return [
    { href: links.form(id, 'json'), type: 'application/json', title: 'This card as JSON' },
    { href: links.form(id, 'md'), type: 'text/markdown', title: 'This card as Markdown' },
    { href: links.form(id, 'png'), type: 'image/png', title: 'This card as a picture' },
    { href: links.form(id, 'svg'), type: 'image/svg+xml', title: 'This card as a vector picture' },
  ];
}

/** How a site that was given the page's address finds the embed (oEmbed 1.0, section 4, "Discovery"). */
export function cardEmbeds(id: string, links: Links): Alternate[] {
  return [
    { href: links.oembed(id, 'json'), type: 'application/json+oembed', title: 'oEmbed of this card as JSON' },
    { href: links.oembed(id, 'xml'), type: 'text/xml+oembed', title: 'oEmbed of this card as XML' },
  ];
}
