/** What to paste into the software of other sites, what appears there, and when a correction appears. */
import { altText } from '../../card/alt.ts';
import type { CardRecord } from '../../card/record.ts';
import { MAIN_VARIANT } from '../../render/variant.ts';
import type { Links } from '../links.ts';
import { componentSnippet, snippetsOf } from './snippets.ts';

/** `address`: that of the card's page. `component`: the web component. */
export const PASTED = {
  address: 'the address of the card’s page',
  component: 'the web component',
  markdown: 'the Markdown snippet',
  wikipedia: 'the Wikipedia reference',
  text: 'the plain text',
} as const;
type Pasted = keyof typeof PASTED;

type Place = { name: string; paste: Pasted; appears: string; correction: string };

/** docs/embedding.md has the same table, with the sources of what it says about other software. */
export const PLACES: readonly Place[] = [
  {
    name: 'WordPress',
    paste: 'address',
    appears: 'a frame with the picture, the state of the card and its links',
    correction:
      'Within five minutes. The quotation for readers without frames changes when the post is saved again and the stored copy is older than a day.',
  },
  {
    name: 'Ghost',
    paste: 'address',
    appears: 'a frame as in WordPress; as a bookmark, a link with a small picture',
    correction: 'In a frame within five minutes. In a bookmark never, because Ghost stores the picture.',
  },
  {
    name: 'Hugo and Markdown files',
    paste: 'markdown',
    appears: 'the picture, linked to the card',
    correction: 'In the picture within five minutes. The alternative text does not change.',
  },
  {
    name: 'HTML with scripts',
    paste: 'component',
    appears: 'the picture in the reader’s theme, linked to the card, and the state of the card',
    correction: 'Within five minutes, in the picture, its alternative text and the state.',
  },
  {
    name: 'Wikipedia',
    paste: 'wikipedia',
    appears: 'a reference to the source, without a picture',
    correction: 'Never. The reference names the source and not the card.',
  },
  {
    name: 'Notion',
    paste: 'address',
    appears: 'a bookmark with the title, the description and the picture of the link preview',
    correction: 'Not documented.',
  },
  {
    name: 'Mastodon',
    paste: 'address',
    appears: 'a link preview with the picture',
    correction:
      'When somebody on the server posts the address again, at least 14 days later. All posts on that server then change.',
  },
  {
    name: 'A post with an uploaded picture',
    paste: 'text',
    appears: 'your text and the picture. Download it on the page of the card, and copy the alternative text there',
    correction: 'Never. The picture is a copy, but its QR code leads to the current card.',
  },
];

/** The text to paste for a card. */
export function pastedText(record: CardRecord, paste: Pasted, links: Links): string {
  const options = { alt: altText(record), size: MAIN_VARIANT.size, theme: undefined, links };
  if (paste === 'address') return links.page(record.card.id);
  return paste === 'component' ? componentSnippet(record, options) : snippetsOf(record, options)[paste];
}
