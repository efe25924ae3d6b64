/** Parses the addresses of a card into closed types. Returns `undefined` for other addresses. Pure. */
import { Id } from '../card/source.ts';
import { parseVariant, type Variant } from '../render/variant.ts';
import { type CardForm, type ImageForm, isImageForm, splitForm } from './forms.ts';

/** A card's id, or `undefined` for a malformed one. */
export function parseId(text: string): string | undefined {
  return Id.safeParse(text).data;
}

/** A card, or one of its published revisions. */
export type CardName = { id: string; revision?: string };

/** "wagner-fighters-belarus", and "wagner-fighters-belarus@3f9c2a1b". */
export function parseCardName(text: string): CardName | undefined {
  const [, name = '', revision] = /^([^@]*)(?:@([0-9a-f]{8}))?$/.exec(text) ?? [];
  const id = parseId(name);
  return id === undefined ? undefined : { id, ...(revision === undefined ? {} : { revision }) };
}

/** A picture of a card: its variant and its form. */
export type ImageVariant = Variant & { format: ImageForm };

/** "square-dark.png" */
export function parseVariantFile(file: string): ImageVariant | undefined {
  const parts = splitForm(file);
  const variant = parts && parseVariant(parts.name);
  return variant && isImageForm(parts.form) ? { ...variant, format: parts.form } : undefined;
}

/** A card in a form. `name` is `undefined` for a malformed id or revision; `variant` is set if the address names one. */
export type CardFile = { name: CardName | undefined; form: CardForm; variant?: Variant };

/** "/cards/a-card.json", "/cards/a-card@3f9c2a1b.png" (also with "%40"), "/cards/a-card/square-dark.png" */
export function parseCardPath(path: string): CardFile | undefined {
  const [, root, name = '', file, ...deeper] = path.split('/').map(decode);
  if (root !== 'cards' || deeper.length > 0) return undefined;
  if (file === undefined) {
    const parts = splitForm(name);
    return parts && { name: parseCardName(parts.name), form: parts.form };
  }
  const picture = parseVariantFile(file);
  const id = parseId(name);
  return picture && { name: id === undefined ? undefined : { id }, form: picture.format, variant: picture };
}

/** A segment of a path without percent-encoding; a malformed one as it is. */
export function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The id of the card in the address of its page, of any form, or of its embed page. QR codes are in capitals. */
export function cardIdOf(path: string): string | undefined {
  const lower = path.toLowerCase().replace(/\/$/, '');
  const [, page] = /^\/cards\/([^/.@]+)(?:\/embed)?$/.exec(lower) ?? [];
  if (page !== undefined) return parseId(page);
  const name = parseCardPath(lower)?.name;
  return name?.revision === undefined ? name?.id : undefined;
}

/**
 * The canonical path of a path in another case or with a trailing slash: "/cards/a-card.png" for "/cards/A-Card.png/".
 * `undefined` if the path is already canonical.
 */
export function canonicalCardPath(path: string): { id: string; path: string } | undefined {
  const [, name = '', rest = ''] = /^\/cards\/([^/]+)(.*)$/.exec(path.replace(/(?<!\/)\/+$/, '')) ?? [];
  const [id = ''] = name.toLowerCase().split(/[.@]/);
  const canonical = `/cards/${name.toLowerCase()}${rest}`;
  if (parseId(id) === undefined || canonical === path || !isCardPath(canonical)) return undefined;
  return { id, path: canonical };
}

/** Whether a card can have this address. Redirects repeat no others. */
const isCardPath = (path: string) =>
  /^\/cards\/[a-z0-9-]+(?:\/(?:embed|source))?$/.test(path) || parseCardPath(path)?.name !== undefined;
