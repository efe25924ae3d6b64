/** Parses what addresses ask for into closed types. What does not parse is `undefined`. */
import { Id } from '../domain/source.ts';
import type { ImageFormat } from '../render/image.ts';
import { SIZES, type Size } from '../render/size.ts';
import type { Theme } from '../render/theme.ts';

export type ImageVariant = { size: Size; theme: Theme; format: ImageFormat };

/** A card's id, or `undefined` for what can never be one. */
export function parseId(text: string): string | undefined {
  return Id.safeParse(text).data;
}

/** "wagner-fighters-belarus.png": the og size in the light theme. */
export function parseImageName(file: string): ({ id: string } & ImageVariant) | undefined {
  const match = /^([^./]+)\.(png|svg)$/.exec(file);
  const id = parseId(match?.[1] ?? '');
  return id === undefined ? undefined : { id, size: 'og', theme: 'light', format: match?.[2] as ImageFormat };
}

/** "square-dark.png" */
export function parseVariant(file: string): ImageVariant | undefined {
  const match = /^([a-z]+)(-dark)?\.(png|svg)$/.exec(file);
  const size = match?.[1] ?? '';
  if (!match || !Object.hasOwn(SIZES, size)) return undefined;
  return { size: size as Size, theme: match[2] ? 'dark' : 'light', format: match[3] as ImageFormat };
}
