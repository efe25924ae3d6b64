/** Parses what addresses ask for into closed types. What does not parse is `undefined`. */
import { Id } from '../domain/source.ts';
import type { ImageFormat } from '../render/image.ts';
import type { Size } from '../render/size.ts';
import type { Theme } from '../render/theme.ts';

export type ImageName = { id: string; size: Size; theme: Theme; format: ImageFormat };

/** A card's id, or `undefined` for what can never be one. */
export function parseId(text: string): string | undefined {
  return Id.safeParse(text).data;
}

/** "wagner-fighters-belarus.png": the og size in the light theme. */
export function parseImageName(file: string): ImageName | undefined {
  const match = /^([^./]+)\.(png|svg)$/.exec(file);
  const id = parseId(match?.[1] ?? '');
  return id === undefined ? undefined : { id, size: 'og', theme: 'light', format: match?.[2] as ImageFormat };
}
