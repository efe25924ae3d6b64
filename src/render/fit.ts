/** Chooses type sizes: a stack of texts as large as its space allows, by the steps of short scales. Pure. */
import { type Paragraph, setParagraph, type TextSpec } from './paragraph.ts';

export type FittedText = TextSpec & {
  /** Type sizes in px, from the largest down. */
  sizes: readonly number[];
  maxWidth: number;
  /** Where given, a size at which the text needs more lines is passed over while a smaller one is left. */
  maxLines?: number;
  /** The space above it, in px; none above the first. */
  gap?: number;
};

export type Fit = {
  paragraphs: Paragraph[];
  /** The height that the texts and the gaps between them take, in px. */
  height: number;
  /** False when even the smallest sizes are too tall: the card cannot be drawn whole. */
  fits: boolean;
};

/**
 * Sets `texts` under each other as large as `maxHeight` px allow. While they are too tall, the text that has shrunk
 * the least goes down a step; of equals the last one, for the first says the most.
 */
function fitStack(texts: readonly FittedText[], maxHeight: number): Fit {
  const gaps = texts.slice(1).reduce((sum, { gap = 0 }) => sum + gap, 0);
  const settings = texts.map((text) => setFrom(text, 0));
  for (;;) {
    const paragraphs = settings.map(({ paragraph }) => paragraph);
    const height = gaps + paragraphs.reduce((sum, paragraph) => sum + paragraph.height, 0);
    if (height <= maxHeight) return { paragraphs, height, fits: true };

    let next: number | undefined;
    for (const [index, { shrunk }] of settings.entries()) {
      if (shrunk < 1 && shrunk <= (settings[next ?? index]?.shrunk ?? 1)) next = index;
    }
    const text = texts[next ?? -1];
    if (next === undefined || !text) return { paragraphs, height, fits: false };
    settings[next] = setFrom(text, (settings[next]?.step ?? 0) + 1);
  }
}

/** A fit with as many paragraphs as texts were given. */
type FitOf<T extends readonly FittedText[]> = { paragraphs: { [K in keyof T]: Paragraph }; fits: boolean };

/** Like `fitStack`, for a list of texts that is known when it is written. */
export function fitTexts<const T extends readonly FittedText[]>(texts: T, maxHeight: number): FitOf<T> {
  return fitStack(texts, maxHeight) as FitOf<T>;
}

/** A text at a step of its scale, and how far down the scale that is: from 0 to 1. */
type Setting = { step: number; shrunk: number; paragraph: Paragraph };

function setFrom(text: FittedText, from: number): Setting {
  const last = text.sizes.length - 1;
  for (let step = from; ; step++) {
    const paragraph = setParagraph(text, text.sizes[step] ?? 0, text.maxWidth);
    const roomy = text.maxLines === undefined || paragraph.lines.length <= text.maxLines;
    if (roomy || step >= last) return { step, shrunk: last === 0 ? 1 : step / last, paragraph };
  }
}
