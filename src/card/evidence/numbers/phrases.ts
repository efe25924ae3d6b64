/** Looks up phrases in the tokens of a text. Pure. */
import { type Token, tokenise } from './tokens.ts';

/** Phrases by the keys of their tokens, separated by spaces. */
export type Phrases<Value> = { values: Map<string, Value>; longest: number };

export function phrasesOf<Value>(entries: [text: string, value: Value][], elides: boolean): Phrases<Value> {
  const values = new Map<string, Value>();
  let longest = 0;
  for (const [text, value] of entries) {
    const keys = tokenise(text, elides).map(({ key }) => key);
    const phrase = keys.join(' ');
    if (!values.has(phrase)) values.set(phrase, value);
    longest = Math.max(longest, keys.length);
  }
  return { values, longest };
}

export function joined<Value>(one: Phrases<Value>, other: Phrases<Value>): Phrases<Value> {
  return { values: new Map([...one.values, ...other.values]), longest: Math.max(one.longest, other.longest) };
}

/** The longest phrase at a token: its value, and the token after it. Phrases do not cross paragraphs. */
export function matchAt<Value>(
  tokens: Token[],
  at: number,
  { values, longest }: Phrases<Value>,
): { value: Value; end: number } | undefined {
  let phrase = '';
  let found: { value: Value; end: number } | undefined;
  for (let end = at; end < tokens.length && end - at < longest; end++) {
    const token = tokens[end] as Token;
    if (end > at && token.breaks) break;
    phrase = end === at ? token.key : `${phrase} ${token.key}`;
    const value = values.get(phrase);
    if (value !== undefined) found = { value, end: end + 1 };
  }
  return found;
}

/** The longest phrase before a token that starts at `from` or later: its value, and its first token. */
export function matchBefore<Value>(
  tokens: Token[],
  end: number,
  from: number,
  { values, longest }: Phrases<Value>,
): { value: Value; start: number } | undefined {
  let phrase = '';
  let found: { value: Value; start: number } | undefined;
  for (let start = end - 1; start >= from && end - start <= longest; start--) {
    const token = tokens[start] as Token;
    if (tokens[start + 1]?.breaks) break;
    phrase = start === end - 1 ? token.key : `${token.key} ${phrase}`;
    const value = values.get(phrase);
    if (value !== undefined) found = { value, start };
  }
  return found;
}
