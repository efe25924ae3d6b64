/** Raised and lowered numbers (`sup`, `sub`) as text that is separate from the word or number before. Pure. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';
import { RAISED_MARK } from '../card/evidence/raised.ts';

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPT = '₀₁₂₃₄₅₆₇₈₉';
/** Superscript letters of note marks. Unicode has no superscript q. */
const LETTERS = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ\0ʳˢᵗᵘᵛʷˣʸᶻ';

/**
 * The text of a `sup` or `sub` that is a number or a note mark: "men<sup>2</sup>" is "men²", with a mark that it is markup.
 * Undefined for any other element: "5<sup>th</sup>" and "H<sub>2</sub>O" are words. `before`: the text directly before it.
 */
export function raise(element: DefaultTreeAdapterTypes.Element, before: string): string | undefined {
  const { tagName } = element;
  if (tagName !== 'sup' && tagName !== 'sub') return undefined;
  if (before === '' || (tagName === 'sub' && !/\d$/.test(before))) return undefined;
  const text = shortText(element);
  // One letter after three digits is not an ordinal.
  const isNote = tagName === 'sup' && /\d{3}$/.test(before) && /^[a-pr-z]$/.test(text ?? '');
  if (text === undefined || !(isNote || /^\d+(?:[,–-]\d+)*$/.test(text))) return undefined;
  const digits = tagName === 'sup' ? SUPERSCRIPT : SUBSCRIPT;
  return RAISED_MARK + text.replace(/\d/g, (digit) => digits[Number(digit)] ?? '').replace(/[a-z]/, superscript);
}

const superscript = (letter: string) => LETTERS[letter.charCodeAt(0) - 97] ?? letter;

const MAX_LENGTH = 8;

/** The text of an element that contains a single text, up to the depth of nested note marks. */
function shortText(element: DefaultTreeAdapterTypes.Element): string | undefined {
  let node: DefaultTreeAdapterTypes.ChildNode = element;
  for (let depth = 0; depth < 4; depth++) {
    if (defaultTreeAdapter.isTextNode(node)) {
      const text = node.value.trim();
      return text.length <= MAX_LENGTH ? text : undefined;
    }
    const children: DefaultTreeAdapterTypes.ChildNode[] = 'childNodes' in node ? node.childNodes : [];
    const [child, ...others] = children.filter(
      (each) => !defaultTreeAdapter.isTextNode(each) || each.value.trim() !== '',
    );
    if (!child || others.length > 0) return undefined;
    node = child;
  }
  return undefined;
}
