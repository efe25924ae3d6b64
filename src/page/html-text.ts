/** Web page → the text that a reader sees, with its blocks. Pure: HTML in, text out. Style sheets and scripts are not run. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import type { BlockType, StructuredText } from '../card/evidence/place.ts';
import { raise } from './note-marks.ts';
import { type DraftBlock, type Section, sortBlocks } from './page-parts.ts';
import { parseHtml } from './parse-html.ts';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * Elements that start and end a line: display block, list-item, table and table-row in the HTML Standard's style sheet
 * (section 15.3).
 */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search
  section summary table tbody tfoot thead tr ul xmp`.split(/\s+/),
);

/** Elements whose text readers do not see: not displayed, fallbacks for a missing feature, or not text of this page. */
const UNSEEN = new Set(
  `annotation annotation-xml audio canvas datalist head iframe meter noembed noframes noscript object progress rp script
  select style svg template textarea title video`.split(/\s+/),
);

/** Struck-out text. */
const TAKEN_BACK = new Set(['del', 's', 'strike']);

const KEEPS_WHITE_SPACE = new Set(['listing', 'plaintext', 'pre', 'xmp']);

/** The type of the blocks in an element; other elements inherit it. */
const TYPES: Record<string, BlockType> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'])),
  caption: 'caption',
  figcaption: 'caption',
  dd: 'list-item',
  dt: 'list-item',
  li: 'list-item',
  td: 'table-cell',
  th: 'table-cell',
};

/** The separators between two texts, weakest first. Of several, only the strongest is written. */
const GAPS = ['', ' ', '\t', '\n'] as const;
type Gap = (typeof GAPS)[number];

type Open = {
  node: DefaultTreeAdapterTypes.ParentNode;
  next: number;
  type: BlockType;
  /** The first block that an element starts. */
  from: number | undefined;
};

/**
 * The readable text of a page: one line per block element, no empty lines, tabs between table cells, white space collapsed
 * as in a browser (kept in `pre`). A line break inside a block and struck-out text (`del`, `s`) become a line break. Soft
 * hyphens and no-break spaces remain. Every string is valid input. Takes linear time, and nesting uses no call stack.
 * @throws TooComplex if the page has too many elements.
 */
export function readHtml(html: string): StructuredText {
  const parts: string[] = [];
  const blocks: DraftBlock[] = [];
  const sections: Section[] = [];
  let length = 0;
  let gap: Gap = '';
  let isNewBlock = true;
  let breaks = 0;
  let keeping = 0;
  let linking = 0;

  const leave = (wanted: Gap) => {
    if (GAPS.indexOf(wanted) > GAPS.indexOf(gap)) gap = wanted;
  };
  const leaveBlock = (wanted: Gap) => {
    leave(wanted);
    isNewBlock = true;
  };
  const write = (text: string, type: BlockType) => {
    if (parts.length > 0) parts.push(gap);
    const start = length + (parts.length > 0 ? gap.length : 0);
    parts.push(text);
    length = start + text.length;
    if (isNewBlock) blocks.push({ start, end: length, type, linked: 0 });
    const block = blocks.at(-1);
    if (block) {
      block.end = length;
      if (linking > 0) block.linked += text.length;
    }
    gap = '';
    isNewBlock = false;
    breaks = 0;
  };
  const writeFolded = (text: string, type: BlockType) => {
    const folded = text.replace(/[ \t\n\f\r]+/g, ' ');
    const words = folded.replace(/^ | $/g, '');
    if (folded.startsWith(' ')) leave(' ');
    if (words !== '') write(words, type);
    if (folded.endsWith(' ')) leave(' ');
  };
  const writeKept = (text: string, type: BlockType) => {
    // An empty line separates blocks.
    for (const part of text.split(/(?<=\n[ \t\r]*\n)(?![ \t\r]*\n)/)) {
      const ends = part.endsWith('\n');
      write(ends ? part.slice(0, -1) : part, type);
      if (ends) leave('\n');
      if (/\n[ \t\r]*\n$/.test(part)) isNewBlock = true;
    }
  };
  /** Two line breaks in a row separate paragraphs. */
  const breakLine = () => {
    breaks++;
    if (breaks > 1) leaveBlock('\n');
    else leave('\n');
  };

  const open: Open[] = [{ node: parseHtml(html), next: 0, type: 'paragraph', from: undefined }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.node.childNodes[top.next++];
    if (child === undefined) {
      const { node, from } = top;
      if (KEEPS_WHITE_SPACE.has(node.nodeName)) keeping--;
      if (node.nodeName === 'a') linking--;
      if (BLOCKS.has(node.nodeName)) leaveBlock('\n');
      if (from !== undefined && from < blocks.length) {
        sections.push({ element: node as Element, from, to: blocks.length, depth: open.length });
      }
      open.pop();
    } else if (defaultTreeAdapter.isTextNode(child)) {
      if (keeping > 0) writeKept(child.value, top.type);
      else writeFolded(child.value, top.type);
    } else if (defaultTreeAdapter.isElementNode(child)) {
      if (isTakenBack(child)) leave('\n');
      else if (isSeen(child)) {
        const { tagName } = child;
        const isCell = tagName === 'td' || tagName === 'th';
        if (isCell) leaveBlock('\t');
        if (tagName === 'br') breakLine();
        if (BLOCKS.has(tagName)) leaveBlock('\n');
        const raised = raise(child, parts.at(-1) ?? '');
        if (raised !== undefined && gap === '') {
          write(raised, top.type);
          continue;
        }
        if (KEEPS_WHITE_SPACE.has(tagName)) keeping++;
        if (tagName === 'a') linking++;
        const from = isCell || BLOCKS.has(tagName) ? blocks.length : undefined;
        open.push({ node: child, next: 0, type: typeIn(child, top.type), from });
      }
    }
  }
  const text = parts.join('');
  return { text, blocks: sortBlocks(text, blocks, sections) };
}

function typeIn({ tagName, attrs }: Element, around: BlockType): BlockType {
  if (attrs.some(({ name, value }) => name === 'role' && value === 'heading')) return 'heading';
  // Paragraphs in a table remain paragraphs, because the table may only serve the layout.
  if (tagName === 'p' && around === 'table-cell') return 'paragraph';
  return TYPES[tagName] ?? around;
}

/** Style attributes that hide an element or strike it through. */
const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|(?:text-indent|left|top)\s*:\s*-\d{3,})/i;
const STRUCK_STYLE = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i;

function isTakenBack({ tagName, attrs }: Element): boolean {
  return TAKEN_BACK.has(tagName) || attrs.some(({ name, value }) => name === 'style' && STRUCK_STYLE.test(value));
}

/**
 * Whether a reader sees an element. `aria-hidden` hides nothing from sighted readers, and a text fragment reveals elements
 * that are hidden "until-found" (HTML Standard, section 6.1). Elements that only a style sheet hides count as visible.
 */
function isSeen({ tagName, attrs }: Element): boolean {
  if (UNSEEN.has(tagName)) return false;
  if (tagName === 'dialog' && !attrs.some(({ name }) => name === 'open')) return false;
  return !attrs.some(
    ({ name, value }) =>
      (name === 'hidden' && value.toLowerCase() !== 'until-found') ||
      name === 'popover' ||
      (name === 'style' && HIDDEN_STYLE.test(value)),
  );
}
