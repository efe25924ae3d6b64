/**
 * Sorts the blocks of a page into article, furniture (navigation, teasers, comments, banners, related links) and the rest, by
 * elements, ARIA roles, and words that pages use in class and id. Pure. Linear in the number of blocks and elements.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Range } from '../card/evidence/find-quote.ts';
import type { Block, PagePart } from '../card/evidence/place.ts';
import { FURNITURE_HEADING } from './furniture-headings.ts';

/** A block whose part is not known yet. `linked`: the length of its text in links. */
export type DraftBlock = Omit<Block, 'part'> & { linked: number };

/** An element, and the blocks in it: [from, to). */
export type Section = { element: DefaultTreeAdapterTypes.Element; from: number; to: number; depth: number };

const BESIDE_TAGS = new Set(['aside', 'footer', 'nav']);
const BESIDE_ROLES = new Set(['complementary', 'contentinfo', 'navigation']);
const FURNITURE_TAGS = new Set(['dialog', 'form', 'header', 'menu', 'search']);
const FURNITURE_ROLES = new Set('alert alertdialog banner dialog menu menubar search toolbar'.split(' '));

const words = (list: string) => new RegExp(`(?:^|-)(?:${list.trim().split(/\s+/).join('|')})(?:-|$)`);

/** Names of parts in pages: from Readability's lists of unlikely candidates, and from saved pages. */
const FURNITURE_WORDS = words(`
  ad ads adslot alert alerts also-read announcement around-the-web advert advertisement advertising banner breadcrumb breadcrumbs byline-bio consent cookie cookies copyright
  carousel donate donation donations editors-picks footer fundraising in-brief gallery gdpr latest latest-news login masthead menu modal more-from more-news more-on more-stories newsfeed news-feed next-article notice other-news other-stories most-popular most-read nav navbar
  navigation newsletter outbrain overlay pager pagination paywall popular popup promo promoted promotion promotions read-also read-more
  readmore recirc recommend recommendation recommendations recommended related rail see-also share sharebar sharing sidebar
  signup skip slideshow social sponsor sponsored subscribe subscription taboola tags teaser teasers toolbar top-stories topbar up-next trending`);
/** The same in German, French, Spanish and Portuguese. */
const FOREIGN_WORDS = words(`
  a-lire anzeige czytaj-takze leia-mais leia-tambem lire-aussi mas-leidas mas-noticias mehr-zum-thema meistgelesen publicidad publicite
  reklama relacionadas relacionados saiba-mais suggestions teaserliste verwandte-artikel voir-aussi werbung`);
const COMMENT_WORDS = words(`
  comentario comentarios comment commentaire commentaires commentlist comments disqus discussion komentarze kommentar kommentare
  reactions replies respond`);

/** Shorter paragraphs are labels and buttons. */
const PROSE_CHARACTERS = 80;

/** An element with this share of the page's prose is not furniture, whatever its name. */
const TOO_MUCH_PROSE = 0.4;

/** The article is the innermost element with this share of the prose. */
const ARTICLE_SHARE = 0.7;

/** A block with this share of its text in links belongs to navigation. */
const LINKED_SHARE = 0.75;

/** A longer table cell is part of a layout, and its texts are paragraphs. */
const CELL_CHARACTERS = 200;

export function sortBlocks(text: string, drafts: readonly DraftBlock[], sections: readonly Section[]): Block[] {
  const blocks = drafts.map((block): DraftBlock => {
    const isLayout = block.type === 'table-cell' && block.end - block.start > CELL_CHARACTERS;
    return isLayout ? { ...block, type: 'paragraph' } : block;
  });
  const prose = blocks.map(({ start, end, type, linked }) => {
    const size = end - start - linked;
    return size >= PROSE_CHARACTERS && type === 'paragraph' ? size : 0;
  });
  const h1 = sections.filter(({ element }) => element.tagName === 'h1').at(0);
  const headed = headedByFurniture(text, blocks, sections).filter(isSmall(prose));
  const isFurniture = coverage(blocks.length, [...findFurniture(sections, prose, h1), ...headed]);
  const ownProse = prose.map((size, at) => (isFurniture[at] ? 0 : size));
  const article = findArticle(sections, ownProse);
  return blocks.map(({ start, end, type, linked }, at): Block => {
    const isLink = linked >= LINKED_SHARE * (end - start) && type !== 'table-cell';
    const isInside = article !== undefined && article.from <= at && at < article.to;
    const isTitle = h1 !== undefined && h1.from <= at && at < h1.to;
    const inside: PagePart = isInside || isTitle ? 'article' : 'other';
    return { start, end, type, part: isFurniture[at] || (isLink && !isTitle) ? 'furniture' : inside };
  });
}

type Span = Pick<Section, 'from' | 'to'>;

/** Whether an element or a range of blocks has little enough prose to be furniture. */
function isSmall(prose: readonly number[]): (span: Span) => boolean {
  const within = sums(prose);
  return ({ from, to }) => within(from, to) <= TOO_MUCH_PROSE * within(0, prose.length);
}

/** More than any page has. It limits the time. */
const MAX_HEADINGS = 100;

/** The blocks under a heading such as "Related articles": the rest of its element, or up to the next heading. */
function headedByFurniture(text: string, blocks: readonly DraftBlock[], sections: readonly Section[]): Span[] {
  const headings = blocks.flatMap(({ type }, at) => (type === 'heading' ? [at] : []));
  const isNamed = ({ start, end }: Range) => FURNITURE_HEADING.test(text.slice(start, Math.min(end, start + 60)));
  const named = headings.filter((at) => isNamed(blocks[at] as DraftBlock)).slice(0, MAX_HEADINGS);
  return named.map((from): Span => {
    // Elements are in the order of their ends, so the first one around a block is the innermost.
    const around = sections.find((each) => each.from <= from && from < each.to && each.to - each.from > 1);
    const to = around?.to ?? blocks.length;
    const next = headings.find((at) => at > from) ?? to;
    return { from, to: around?.from === from ? to : Math.min(to, next) };
  });
}

function findFurniture(sections: readonly Section[], prose: readonly number[], h1: Section | undefined): Section[] {
  const within = sums(prose);
  const isSmallPart = isSmall(prose);
  const inArticle = coverage(prose.length, sections.filter(isArticle));
  return sections.filter((section) => {
    const kind = furnitureKind(section.element);
    // The header of a site contains its name and slogan; the header of an article contains its first words.
    if (section.element.tagName === 'header' && inArticle[section.from]) return false;
    if (kind === undefined || (h1 && section.from <= h1.from && h1.to <= section.to)) return false;
    const isAside = kind === 'beside' && h1 !== undefined;
    const isBelow = kind === 'comments' && within(0, section.from) > 0;
    return isAside || isBelow || isSmallPart(section);
  });
}

function isArticle({ element: { tagName, attrs } }: Section): boolean {
  return tagName === 'article' || tagName === 'main' || attrs.some(({ value }) => value === 'articleBody');
}

/** `beside`, `comments`: may be longer than the article. */
type FurnitureKind = 'beside' | 'comments' | 'furniture';

function furnitureKind({ tagName, attrs }: DefaultTreeAdapterTypes.Element): FurnitureKind | undefined {
  if (tagName === 'body' || tagName === 'html') return undefined;
  const attribute = (wanted: string) => attrs.find(({ name }) => name === wanted)?.value ?? '';
  const names = `${attribute('id')} ${attribute('class')}`.split(/\s+/).map(hyphenate);
  if (names.some((name) => COMMENT_WORDS.test(name))) return 'comments';
  const role = attribute('role').toLowerCase();
  if (BESIDE_TAGS.has(tagName) || BESIDE_ROLES.has(role)) return 'beside';
  const isNamed = names.some((name) => FURNITURE_WORDS.test(name) || FOREIGN_WORDS.test(name));
  return FURNITURE_TAGS.has(tagName) || FURNITURE_ROLES.has(role) || isNamed ? 'furniture' : undefined;
}

/** "relatedLinks", "related_links" → "related-links" */
function hyphenate(name: string): string {
  return name
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
}

function findArticle(sections: readonly Section[], prose: readonly number[]): Section | undefined {
  const within = sums(prose);
  const enough = ARTICLE_SHARE * within(0, prose.length);
  let found: Section | undefined;
  for (const section of sections) {
    const isEnough = within(section.from, section.to) >= enough && enough > 0;
    if (isEnough && section.to - section.from > 1 && section.depth > (found?.depth ?? -1)) found = section;
  }
  // Without prose, only the page itself can mark its article.
  const inner = found ?? sections.find(isArticle);
  if (!inner) return undefined;
  const isAround = ({ element, from, to }: Section) =>
    element.tagName === 'article' && from <= inner.from && inner.to <= to;
  return sections.find(isAround) ?? inner;
}

/** The sum of a range of numbers, in constant time. */
function sums(numbers: readonly number[]): (from: number, to: number) => number {
  const before = [0];
  for (const number of numbers) before.push((before.at(-1) ?? 0) + number);
  return (from, to) => (before[to] ?? 0) - (before[from] ?? 0);
}

/** Which of `count` blocks are in one of the sections. */
function coverage(count: number, sections: readonly Span[]): boolean[] {
  const steps = new Array<number>(count + 1).fill(0);
  for (const { from, to } of sections) {
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to] = (steps[to] ?? 0) - 1;
  }
  let open = 0;
  return steps.slice(0, count).map((step) => {
    open += step;
    return open > 0;
  });
}
