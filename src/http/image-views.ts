/** Counts how often pictures are asked for, where the binding is there: which card, size and theme, and nothing of who asks. */
import type { CardContext } from './context.ts';
import { logError } from './log.ts';
import type { ImageVariant } from './params.ts';

type View = { id: string } & Pick<ImageVariant, 'size' | 'theme'>;

/** Counts one view. An answer of 304 is one, too: a reader sees the picture. Nothing fails where counting fails. */
export function countView(c: CardContext, { id, size, theme }: View): void {
  if (c.req.method !== 'GET') return;
  try {
    c.env?.IMAGE_VIEWS?.writeDataPoint({ indexes: [id], blobs: [id, size, theme], doubles: [1] });
  } catch (error) {
    logError(c, error as Error);
  }
}
