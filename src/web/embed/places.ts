/** Where people paste a card: what to paste there, what appears, and when a correction appears. The only list of places. */
import { altText } from '../../card/alt.ts';
import type { CardRecord } from '../../card/record.ts';
import { MAIN_VARIANT } from '../../render/variant.ts';
import type { Links } from '../links.ts';
import { componentSnippet, type Markup, type SnippetOptions, snippetsOf } from './snippets.ts';

/** `address`: that of the card's page. `component`: the web component. `newsletter`: HTML for e-mails. */
export type Pasted = 'address' | 'component' | 'newsletter' | Markup;

/**
 * What is pasted, by name; whether it has a picture for each theme, for one theme, or none; and what the choice of size and theme
 * does, if it does not choose the picture.
 */
export const PASTED: Record<Pasted, { what: string; pictures: 'each theme' | 'one theme' | 'none'; choice?: string }> =
  {
    address: {
      what: 'the address',
      pictures: 'none',
      choice: 'The theme that you choose is part of the address. The size is not.',
    },
    component: { what: 'the web component', pictures: 'each theme' },
    markdown: { what: 'Markdown', pictures: 'one theme' },
    html: { what: 'HTML', pictures: 'each theme' },
    newsletter: { what: 'HTML for e-mail', pictures: 'each theme' },
    wikipedia: { what: 'the reference', pictures: 'none', choice: 'It is the same for every size and theme.' },
    mediawiki: { what: 'MediaWiki code', pictures: 'one theme' },
    dokuwiki: { what: 'DokuWiki code', pictures: 'one theme' },
    bbcode: { what: 'BBCode', pictures: 'one theme' },
    text: { what: 'the text', pictures: 'none', choice: 'It is the same for every size and theme.' },
  };

/** `correction`: when a correction of the card appears there. */
type Place = {
  id: string;
  /** `correction` in short. */
  copies: 'corrects itself' | 'corrects itself sometimes' | 'stays a copy' | 'not known';
  name: string;
  paste: Pasted;
  appears: string;
  correction: string;
};

const PICTURE_ONLY = 'In the picture within five minutes. The alternative text does not change.';

/** docs/embedding.md has the same table, with the sources of what it says about other software. */
export const PLACES: readonly Place[] = [
  {
    id: 'wordpress',
    copies: 'corrects itself',
    name: 'WordPress',
    paste: 'address',
    appears: 'a frame with the picture, the state of the card and its links, if the address is on a line of its own',
    correction:
      'Within five minutes. In feeds and in browsers without frames, only after you save the post again, a day later or more.',
  },
  {
    id: 'html',
    copies: 'corrects itself',
    name: 'HTML',
    paste: 'html',
    appears: 'the picture, linked to the card. Rich-text editors receive the picture, text fields the code',
    correction: PICTURE_ONLY,
  },
  {
    id: 'markdown',
    copies: 'corrects itself',
    name: 'Markdown',
    paste: 'markdown',
    appears: 'the picture, linked to the card, for example in Hugo',
    correction: PICTURE_ONLY,
  },
  {
    id: 'newsletter',
    copies: 'not known',
    name: 'E-mail newsletter',
    paste: 'newsletter',
    appears: 'the picture, 600 px wide, linked to the card; without pictures, its alternative text',
    correction: 'Not known for the picture. The link leads to the current card.',
  },
  {
    id: 'wikipedia',
    copies: 'stays a copy',
    name: 'English Wikipedia',
    paste: 'wikipedia',
    appears: 'a reference to each source with the quote, without a picture',
    correction: 'Never. The reference names the source and not the card.',
  },
  {
    id: 'text',
    copies: 'stays a copy',
    name: 'Plain text',
    paste: 'text',
    appears:
      'the text. Chats, e-mail programs and social networks often add a link preview. You can also upload the picture: download it, and copy its alternative text',
    correction: 'Never. The text and an uploaded picture are copies, but they lead to the current card.',
  },
  {
    id: 'ghost',
    copies: 'corrects itself sometimes',
    name: 'Ghost',
    paste: 'address',
    appears: 'a frame as in WordPress; as a bookmark, a link with a small picture',
    correction: 'In a frame within five minutes. In a bookmark never, because Ghost stores the picture.',
  },
  {
    id: 'notion',
    copies: 'not known',
    name: 'Notion',
    paste: 'address',
    appears: 'a bookmark with the title, the description and the picture of the link preview',
    correction: 'Not known. Paste the address again after a correction, and check the bookmark.',
  },
  {
    id: 'mastodon',
    copies: 'corrects itself sometimes',
    name: 'Mastodon',
    paste: 'address',
    appears: 'a link preview with the picture',
    correction:
      'When somebody on the server posts the address again, at least 14 days later. All posts on that server then change.',
  },
  {
    id: 'component',
    copies: 'corrects itself',
    name: 'HTML with scripts',
    paste: 'component',
    appears: 'the picture, linked to the card, and the state of the card',
    correction: 'Within five minutes, in the picture, its alternative text and the state.',
  },
  {
    id: 'mediawiki',
    copies: 'corrects itself',
    name: 'Other MediaWiki',
    paste: 'mediawiki',
    appears: 'the picture, linked to the card, if the wiki allows pictures from other sites. Wikipedia does not',
    correction: PICTURE_ONLY,
  },
  {
    id: 'dokuwiki',
    copies: 'corrects itself',
    name: 'DokuWiki',
    paste: 'dokuwiki',
    appears: 'the picture, linked to the card',
    correction: PICTURE_ONLY,
  },
  {
    id: 'bbcode',
    copies: 'corrects itself',
    name: 'BBCode',
    paste: 'bbcode',
    appears: 'the picture, linked to the card, in forums that allow pictures from other sites',
    correction: PICTURE_ONLY,
  },
];

/** The number of commonest places, which come first. The page of a card folds the others. */
export const COMMON_PLACES = 6;

/** In px: programs such as Outlook show a picture in the width of its attribute, and newsletters have one column of this width. */
const NEWSLETTER_WIDTH = 600;

/** The text to paste for a card. By default, its picture is the og picture in the reader's theme. */
export function pastedText(
  record: CardRecord,
  paste: Pasted,
  { links, ...chosen }: Partial<SnippetOptions> & { links: Links },
): string {
  const options: SnippetOptions = { alt: altText(record), size: MAIN_VARIANT.size, theme: undefined, ...chosen, links };
  if (paste === 'address') return links.page(record.card.id, chosen.theme);
  if (paste === 'newsletter') return snippetsOf(record, { ...options, width: NEWSLETTER_WIDTH }).html;
  return paste === 'component' ? componentSnippet(record, options) : snippetsOf(record, options)[paste];
}
