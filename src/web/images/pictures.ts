/**
 * The pictures that this isolate draws and keeps: of cards, and of errors. Each is drawn once, however many request it at
 * once, and within a time limit.
 */
import { LRUCache } from 'lru-cache';
import type { CardRecord } from '../../card/record.ts';
import type { Brand } from '../../card/site.ts';
import { type ImageFormat, type ImageOptions, renderError, renderImage } from '../../render/image.ts';
import type { ErrorText } from '../../render/layouts/error.ts';
import { forgetEngines } from '../../render/svg.ts';

/** What draws. Tests bring their own. */
export type Renderers = { renderImage: typeof renderImage; renderError: typeof renderError };

/** A picture could not be drawn, or not in time; `cause` says why. */
export class DrawingFailed extends Error {
  constructor(cause: unknown) {
    super(`not drawn: ${cause instanceof Error ? cause.message : cause}`, { cause });
    if (cause instanceof Error && cause.stack) this.stack = cause.stack;
  }
}

/** An error is drawn after something else has taken its time: words without a picture come sooner. */
const ERROR_LIMIT_MS = 2_000;

/** A trial picture that came out well counts for so long. */
const TRIAL_MS = 60_000;

export type Pictures = ReturnType<typeof createPictures>;

export function createPictures(renderers: Renderers = { renderImage, renderError }) {
  const finished = createFinished();
  let wellUntil = 0;
  return {
    /** Whether a card's picture is there, and need not be drawn. */
    has: (record: CardRecord, options: ImageOptions) => finished.has(keyOf(record, options)),

    /** A card's picture. @throws DrawingFailed */
    async ofCard(record: CardRecord, options: ImageOptions): Promise<Drawn> {
      const draw = () => renderers.renderImage(record, options);
      return finished.get(keyOf(record, options), draw).catch(fail);
    },

    /** An error's picture. There are few, so that a wrong address costs no drawing. @throws DrawingFailed */
    async ofError(text: ErrorText, format: ImageFormat, brand: Brand): Promise<Uint8Array> {
      const key = `error ${format} ${text.title} ${text.detail}`;
      const { bytes } = await finished
        .get(key, () => renderers.renderError(text, format, brand), ERROR_LIMIT_MS)
        .catch(fail);
      return bytes;
    },

    /** Renders a card as a test, at most once a minute while all is well. @throws DrawingFailed */
    async tryOut(record: CardRecord, options: ImageOptions): Promise<void> {
      if (Date.now() < wellUntil) return;
      await inTime(() => renderers.renderImage(record, options)).catch(fail);
      wellUntil = Date.now() + TRIAL_MS;
    },
  };
}

function fail(cause: unknown): never {
  throw new DrawingFailed(cause);
}

/** All that a card's picture depends on, in one isolate: the code is the same for all. */
function keyOf(
  { card, revision, asPublished, sourceChanged }: CardRecord,
  { size, theme, format, pageUrl, sourceUrl }: ImageOptions,
): string {
  return [card.id, revision, asPublished, sourceChanged, size, theme, format, pageUrl, sourceUrl].join(' ');
}

/** About two hundred pictures. An isolate has 128 MB for everything. */
const KEPT_BYTES = 8 * 1024 * 1024;

export type Drawn = {
  bytes: Uint8Array;
  /** Whether it was drawn for this asker, and not kept or shared. */
  fresh: boolean;
};

export function createFinished(keptBytes = KEPT_BYTES) {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: keptBytes,
    sizeCalculation: ({ length }) => Math.max(length, 1),
  });
  const underway = new Map<string, Promise<Uint8Array>>();

  function start(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const drawing = draw().then((bytes) => {
      kept.set(key, bytes);
      return bytes;
    });
    const forget = () => {
      if (underway.get(key) === drawing) underway.delete(key);
    };
    underway.set(key, drawing);
    drawing.then(forget, forget);
    return drawing;
  }

  return {
    /** Whether giving the picture costs no drawing. */
    has: (key: string) => underway.has(key) || kept.get(key) !== undefined,

    /** The picture that `key` names: all that its bytes depend on. @throws what drawing throws, or Overdue */
    async get(key: string, draw: () => Promise<Uint8Array>, limitMs?: number): Promise<Drawn> {
      const bytes = kept.get(key);
      if (bytes) return { bytes, fresh: false };
      const shared = underway.get(key);
      try {
        return { bytes: await inTime(() => shared ?? start(key, draw), limitMs), fresh: shared === undefined };
      } catch (error) {
        if (error instanceof Overdue && underway.delete(key)) forgetEngines();
        throw error;
      }
    },
  };
}

/** Sites that embed a picture have given up by then: most wait 2 to 5 s. */
export const DRAWING_LIMIT_MS = 5_000;

/** A picture that took too long. */
export class Overdue extends Error {
  constructor(limitMs: number) {
    super(`the picture was not drawn within ${limitMs} ms`);
  }
}

/** What `work` gives within the limit. @throws Overdue */
export async function inTime<T>(work: () => Promise<T>, limitMs = DRAWING_LIMIT_MS): Promise<T> {
  const start = Date.now();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue(limitMs)), limitMs);
  });
  try {
    const result = await Promise.race([work(), late]);
    // In workerd the clock stands still while code computes, and goes on once something was awaited.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (Date.now() - start > limitMs) throw new Overdue(limitMs);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
