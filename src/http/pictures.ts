/** The pictures that this isolate draws and keeps: of cards, and of errors. */
import type { CardRecord } from '../domain/record.ts';
import { createFinished, type Drawn } from '../render/finished.ts';
import { type ImageFormat, type ImageOptions, renderError, renderImage } from '../render/image.ts';
import type { ErrorText } from '../render/layouts/error.ts';
import { inTime } from '../render/time-limit.ts';

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
    async ofError(text: ErrorText, format: ImageFormat): Promise<Uint8Array> {
      const key = `error ${format} ${text.title} ${text.detail}`;
      const { bytes } = await finished.get(key, () => renderers.renderError(text, format), ERROR_LIMIT_MS).catch(fail);
      return bytes;
    },

    /** Draws a card for trial, at most once a minute while all is well. @throws DrawingFailed */
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
