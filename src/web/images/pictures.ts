/**
 * Draws and caches the pictures of cards and errors in this isolate. Simultaneous requests share one drawing, which has a
 * time limit.
 */
import { LRUCache } from 'lru-cache';
import type { CardRecord } from '../../card/record.ts';
import type { Brand } from '../../card/site.ts';
import { type ImageFormat, type ImageOptions, renderError, renderImage } from '../../render/image.ts';
import type { ErrorText } from '../../render/layouts/error.ts';
import { forgetEngines } from '../../render/svg.ts';

/** The renderers. Tests replace them. */
export type Renderers = { renderImage: typeof renderImage; renderError: typeof renderError };

/** A picture could not be drawn, or not in time. `cause` contains the reason. */
export class DrawingFailed extends Error {
  constructor(cause: unknown) {
    super(`not drawn: ${cause instanceof Error ? cause.message : cause}`, { cause });
    if (cause instanceof Error && cause.stack) this.stack = cause.stack;
  }
}

/** The limit for drawing an error, which follows a failed drawing. After it, a plain picture is sent. */
const ERROR_LIMIT_MS = 2_000;

/** The time for which a successful test render is valid. */
const TRIAL_MS = 60_000;

export type Pictures = ReturnType<typeof createPictures>;

export function createPictures(renderers: Renderers = { renderImage, renderError }) {
  const finished = createFinished();
  let wellUntil = 0;
  return {
    /** Whether a card's picture is cached. */
    has: (record: CardRecord, options: ImageOptions) => finished.has(keyOf(record, options)),

    /** A card's picture. @throws DrawingFailed */
    async ofCard(record: CardRecord, options: ImageOptions): Promise<Drawn> {
      const draw = () => renderers.renderImage(record, options);
      return finished.get(keyOf(record, options), draw).catch(fail);
    },

    /** An error's picture. There are few of them, so a wrong address rarely causes a drawing. @throws DrawingFailed */
    async ofError(text: ErrorText, format: ImageFormat, brand: Brand): Promise<Uint8Array> {
      const key = `error ${format} ${text.title} ${text.detail}`;
      const { bytes } = await finished
        .get(key, () => renderers.renderError(text, format, brand), ERROR_LIMIT_MS)
        .catch(fail);
      return bytes;
    },

    /** Renders a card as a test, at most once a minute while it succeeds. @throws DrawingFailed */
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

/** Everything that a card's picture depends on, except the code, which is the same in one isolate. */
function keyOf(
  { card, revision, asPublished, sourceChanged }: CardRecord,
  { size, theme, format, pageUrl, sourceUrl }: ImageOptions,
): string {
  return [card.id, revision, asPublished, sourceChanged, size, theme, format, pageUrl, sourceUrl].join(' ');
}

/** About two hundred pictures. An isolate has 128 MB in total. */
const KEPT_BYTES = 8 * 1024 * 1024;

export type Drawn = {
  bytes: Uint8Array;
  /** Whether it was drawn for this request, and not cached or shared. */
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
    /** Whether the picture needs no drawing. */
    has: (key: string) => underway.has(key) || kept.get(key) !== undefined,

    /** The picture for `key`, which contains everything that its bytes depend on. @throws errors of drawing, or Overdue */
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

/** Most sites that embed a picture wait 2 to 5 s. */
export const DRAWING_LIMIT_MS = 5_000;

/** A picture that took too long. */
export class Overdue extends Error {
  constructor(limitMs: number) {
    super(`the picture was not drawn within ${limitMs} ms`);
  }
}

/** The result of `work` within the limit. @throws Overdue */
export async function inTime<T>(work: () => Promise<T>, limitMs = DRAWING_LIMIT_MS): Promise<T> {
  const start = Date.now();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue(limitMs)), limitMs);
  });
  try {
    const result = await Promise.race([work(), late]);
    // In workerd, the clock stops while code runs, and advances only during an await.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (Date.now() - start > limitMs) throw new Overdue(limitMs);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
