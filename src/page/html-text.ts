/** Web page → the text that a reader sees. Pure: HTML in, text out. Style sheets and scripts are not run. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

/**
 * Elements that start and end a line: display block, list-item, table and table-row of the HTML Standard's style sheet
 * (section 15.3), and those that a page lays out so.
 */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search
  section summary table tbody tfoot thead tr ul xmp`.split(/\s+/),
);

/** Elements whose text no reader sees: not displayed, shown only where a feature is missing, or not text of this page. */
const UNSEEN = new Set(
  `annotation annotation-xml audio canvas datalist head iframe noembed noframes noscript object rp script style svg
  template textarea title video`.split(/\s+/),
);

const KEEPS_WHITE_SPACE = new Set(['listing', 'plaintext', 'pre', 'xmp']);

/** What can stand between two texts, from weak to strong: of all that is asked for, the strongest is written. */
const GAPS = ['', ' ', '\t', '\n'] as const;
type Gap = (typeof GAPS)[number];

/**
 * The readable text of a page: one block element a line, no empty lines, table cells with a tab between them, white space
 * folded as a browser folds it (kept in `pre`). Soft hyphens and no-break spaces stay. Never fails: every string is HTML.
 * Takes linear time, and nesting costs no call stack.
 */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  let gap: Gap = '';
  const leave = (wanted: Gap) => {
    if (GAPS.indexOf(wanted) > GAPS.indexOf(gap)) gap = wanted;
  };
  const write = (text: string) => {
    if (parts.length > 0) parts.push(gap);
    parts.push(text);
    gap = '';
  };

  const writeFolded = (text: string) => {
    const folded = text.replace(/[ \t\n\f\r]+/g, ' ');
    const words = folded.replace(/^ | $/g, '');
    if (folded.startsWith(' ')) leave(' ');
    if (words !== '') write(words);
    if (folded.endsWith(' ')) leave(' ');
  };
  const writeKept = (text: string) => {
    const ends = text.endsWith('\n');
    write(ends ? text.slice(0, -1) : text);
    if (ends) leave('\n');
  };

  let keeping = 0;
  const open: { node: DefaultTreeAdapterTypes.ParentNode; next: number }[] = [{ node: parse(html), next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.node.childNodes[top.next++];
    if (child === undefined) {
      if (KEEPS_WHITE_SPACE.has(top.node.nodeName)) keeping--;
      if (BLOCKS.has(top.node.nodeName)) leave('\n');
      open.pop();
    } else if (defaultTreeAdapter.isTextNode(child)) {
      if (keeping > 0) writeKept(child.value);
      else writeFolded(child.value);
    } else if (defaultTreeAdapter.isElementNode(child) && isSeen(child)) {
      if (child.tagName === 'td' || child.tagName === 'th') leave('\t');
      if (child.tagName === 'br' || BLOCKS.has(child.tagName)) leave('\n');
      if (KEEPS_WHITE_SPACE.has(child.tagName)) keeping++;
      open.push({ node: child, next: 0 });
    }
  }
  return parts.join('');
}

/**
 * Whether a reader sees an element. `aria-hidden` hides nothing from the eye, and a browser finds what is hidden
 * "until-found" when it is led to a passage (HTML Standard, section 6.1).
 */
function isSeen({ tagName, attrs }: DefaultTreeAdapterTypes.Element): boolean {
  if (UNSEEN.has(tagName)) return false;
  if (tagName === 'dialog' && !attrs.some(({ name }) => name === 'open')) return false;
  return !attrs.some(
    ({ name, value }) =>
      (name === 'hidden' && value.toLowerCase() !== 'until-found') ||
      (name === 'style' && /(^|;)\s*display\s*:\s*none/i.test(value)),
  );
}
