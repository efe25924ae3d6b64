/** Characters that no text of the catalogue may contain: a reader cannot see them, or a format cannot write them. Pure. */

/** "U+00AD" */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const FORBIDDEN: [what: string, pattern: RegExp][] = [
  // XML 1.0 (section 2.2) has no place for most of them. A line break is refused with its own words.
  ['a control character', /(?![\n\r])\p{Cc}/u],
  // They show a text in another order than it has (Unicode Technical Report 36, section 3.1).
  ['a direction mark', /\p{Bidi_Control}/u],
  ['half a character', /\p{Cs}/u],
  ['a noncharacter', /\p{Noncharacter_Code_Point}/u],
  ['the sign of damaged text', /\ufffd/u],
  ['a byte order mark', /\ufeff/u],
];

/** The first forbidden character of a text, in words; undefined where there is none. */
export function forbiddenIn(text: string): string | undefined {
  for (const [what, pattern] of FORBIDDEN) {
    const found = pattern.exec(text);
    if (found)
      return `has ${what} (${codeOf(found[0])}) behind “${text.slice(Math.max(0, found.index - 12), found.index)}”`;
  }
  return undefined;
}
