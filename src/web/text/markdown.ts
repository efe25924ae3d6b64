/**
 * Markdown (CommonMark, and the tables of GitHub's) from a syntax tree, in which no text can be mistaken for structure.
 * Pure.
 */
import type { BlockContent, Link, ListItem, PhrasingContent, RootContent, Strong, Table, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown, type Unsafe } from 'mdast-util-to-markdown';

const OUTSIDE_ADDRESSES = { notInConstruct: ['destinationLiteral', 'destinationRaw'] } satisfies Partial<Unsafe>;

const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  emphasis: '_',
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  // Some parsers find addresses in the text of a link, and then no link around them.
  unsafe: [
    { character: '@', inConstruct: 'label', ...OUTSIDE_ADDRESSES },
    { character: ':', before: '[ps]', after: '\\/', inConstruct: 'label', ...OUTSIDE_ADDRESSES },
    { character: '.', before: '[Ww]', after: '[\\-.\\w]', inConstruct: 'label', ...OUTSIDE_ADDRESSES },
  ],
};

/** The text of a document; what it says of halves of surrogate pairs is U+FFFD. */
export function markdownDocument(children: RootContent[]): string {
  return toMarkdown({ type: 'root', children }, OPTIONS).toWellFormed();
}

type Inline = string | PhrasingContent | (string | PhrasingContent)[];

export const text = (value: string): Text => ({ type: 'text', value });
export const strong = (value: string): Strong => ({ type: 'strong', children: [text(value)] });
export const link = (url: string, ...children: (Text | Strong)[]): Link => ({
  type: 'link',
  url,
  children: children.length > 0 ? children : [text(url)],
});
/** A picture that leads somewhere. */
export const linkedImage = (page: string, url: string, alt: string): Link => ({
  type: 'link',
  url: page,
  children: [{ type: 'image', url, alt }],
});

export const heading = (depth: 1 | 2 | 3, ...content: Inline[]): RootContent => ({
  type: 'heading',
  depth,
  children: inline(content),
});
export const paragraph = (...content: Inline[]): BlockContent => ({ type: 'paragraph', children: inline(content) });
export const blockquote = (...content: Inline[]): BlockContent => ({
  type: 'blockquote',
  children: [paragraph(...content)],
});
export const list = (items: Inline[]): BlockContent => ({
  type: 'list',
  spread: false,
  children: items.map(
    (item): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(...[item].flat())] }),
  ),
});
/** The first row is the head. */
export const table = (rows: Inline[][]): Table => ({
  type: 'table',
  children: rows.map((row) => ({
    type: 'tableRow',
    children: row.map((cell) => ({ type: 'tableCell', children: inline([cell]) })),
  })),
});

function inline(content: Inline[]): PhrasingContent[] {
  return content.flat().map((part) => (typeof part === 'string' ? text(part) : part));
}
