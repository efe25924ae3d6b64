/**
 * Writes the YAML of a new source from what its page says about itself. Where sources disagree, the line is marked "# CHECK:". What
 * the page does not say is marked "# FILL:". Pure.
 */
import { canonicalUrl } from '../../card/address.ts';
import { Source } from '../../card/source.ts';
import type { Found, Known } from '../../page/metadata/found.ts';
import type { Metadata } from '../../page/metadata/metadata.ts';
import { dateScalar, quoted, scalar } from './card-text.ts';

export type NewSource = {
  id: string;
  /** Null where no https address is known. */
  url: string | null;
  sha256: string;
  accessed: string;
  /** Whether the author gave the address, and not the page. */
  isGiven: boolean;
  metadata: Metadata;
  /** What a reader should know about the text or its address. */
  note?: string | undefined;
};

const MAX_AUTHORS = 10;

/** The lines of a new file. The cards follow. */
export function sourceLines({ id, url, isGiven, sha256, accessed, metadata, note }: NewSource): string[] {
  const { publisher, title, authors, published, language, address } = metadata;
  const fits = (field: 'publisher' | 'title', found: Found<string> | undefined) =>
    found && Source.shape[field].safeParse(found.value).success ? found : undefined;
  return [
    '# yaml-language-server: $schema=../assets/schema/source.json',
    'source:',
    `  id: ${id}`,
    fieldLine('publisher', fits('publisher', publisher), scalar, '""  # FILL: the publisher of the quoted text'),
    fieldLine('title', fits('title', title), quoted, '""  # FILL: the headline as published; null if unknown'),
    fieldLine('authors', authors, authorList, '[""]  # FILL: as named in the text; [] if none'),
    publishedLine(published),
    `  url: ${addressText(url)}${otherAddress(url, address, isGiven)}`,
    fieldLine('language', language, scalar, '""  # FILL: the language of the text, for example en'),
    `  snapshot: { sha256: ${sha256}, accessed: ${accessed} }`,
    ...(note === undefined ? [] : [`  note: ${quoted(note)}`]),
    'cards:',
  ];
}

function fieldLine<Value>(
  name: string,
  found: Found<Value> | undefined,
  write: (value: Value) => string,
  missing: string,
): string {
  if (!found) return `  ${name}: ${missing}`;
  const doubts = [
    ...(found.basis === 'inferred' ? [`inferred from ${found.from}`] : []),
    ...(found.doubt === undefined ? [] : [found.doubt]),
    ...found.others.map((other) => disagrees(other, write)),
  ];
  const empty = Array.isArray(found.value) && found.value.length === 0 ? [`${found.from} names only the outlet`] : [];
  return `  ${name}: ${write(found.value)}${check([...doubts, ...empty])}`;
}

function publishedLine(found: Found<string> | undefined): string {
  if (!found)
    return '  published: { date: "", basis: "" }  # FILL: YYYY-MM-DD; basis stated, external or inferred (add reason: "…")';
  const date = dateScalar(found.value);
  if (found.basis === 'inferred') {
    const reason = REASONS[found.from] ?? `It is the date in ${found.from} of the page`;
    return `  published: { date: ${date}, basis: inferred, reason: "${reason}" }${check([`inferred from ${found.from}`])}`;
  }
  const doubts = [
    ...(found.doubt === undefined ? [] : [found.doubt]),
    ...found.others.map((other) => disagrees(other, dateScalar)),
  ];
  return `  published: { date: ${date}, basis: stated }${check(doubts)}`;
}

const REASONS: Record<string, string> = { 'PDF CreationDate': 'The PDF was made on this day' };

const check = (doubts: readonly string[]) => (doubts.length === 0 ? '' : `  # CHECK: ${doubts.slice(0, 3).join('; ')}`);
const disagrees = <Value>({ value, from }: Known<Value>, write: (value: Value) => string) =>
  Array.isArray(value) && value.length === 0 ? `${from} names none of them` : `${from} says ${write(value)}`;
function authorList(names: readonly string[]): string {
  const valid = names.filter((name) => Source.shape.authors.safeParse([name]).success);
  return `[${valid.slice(0, MAX_AUTHORS).map(scalar).join(', ')}]`;
}

function addressText(url: string | null): string {
  if (url === null) return 'null';
  return /^[\w:/.~%+-]+$/.test(url) ? url : quoted(url);
}

/** `isGiven`: whether the author gave the address. */
function otherAddress(url: string | null, address: Found<string> | undefined, isGiven: boolean): string {
  if (url === null || !address) return '';
  const isSame = canonicalUrl(url) === canonicalUrl(address.value);
  if (isSame && (isGiven || address.value.startsWith('https:'))) return '';
  return check([`${address.from} says ${address.value}`]);
}
