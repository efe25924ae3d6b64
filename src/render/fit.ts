/** Chooses type sizes: a stack of texts as large as its space allows, by the steps of short scales. Pure. */
import { measureParagraph, type Paragraph, setParagraph, type TextSpec } from './paragraph.ts';

export type FittedText = TextSpec & {
  /** Type sizes in px, from the largest down. One at which a number goes in no line is skipped while a smaller one is left. */
  sizes: readonly number[];
  maxWidth: number;
  /** Where given, a size at which the text needs more lines is skipped while a smaller one is left. */
  maxLines?: number;
  /** The space above it, in px; none above the first. */
  gap?: number;
};

/** A fit with as many paragraphs as texts were given. */
type Fit<T extends readonly FittedText[]> = {
  paragraphs: { [K in keyof T]: Paragraph };
  /** False when even the smallest sizes are too tall: the card cannot be drawn whole. */
  fits: boolean;
};

/**
 * Sets `texts` under each other as large as `maxHeight` px allow. While they are too tall, the text that has shrunk
 * the least goes down a step; of equals the last one, for the first says the most.
 */
export function fitTexts<const T extends readonly FittedText[]>(texts: T, maxHeight: number): Fit<T> {
  const gaps = texts.slice(1).reduce((sum, { gap = 0 }) => sum + gap, 0);
  const settings = texts.map((text) => measureFrom(text, 0));
  const set = (fits: boolean): Fit<T> => {
    const paragraphs = settings.map(({ text, fontSize }) => setParagraph(text, fontSize, text.maxWidth));
    return { paragraphs: paragraphs as Fit<T>['paragraphs'], fits };
  };
  for (;;) {
    const height = settings.reduce((sum, setting) => sum + setting.height, gaps);
    if (height <= maxHeight) return set(true);

    let next: number | undefined;
    for (const [index, { shrunk }] of settings.entries()) {
      if (shrunk < 1 && shrunk <= (settings[next ?? index]?.shrunk ?? 1)) next = index;
    }
    const shrinking = settings[next ?? -1];
    if (next === undefined || !shrinking) return set(false);
    settings[next] = measureFrom(shrinking.text, shrinking.step + 1);
  }
}

/** A text measured at a step of its scale, and how far down the scale that is: from 0 to 1. */
type Setting = { text: FittedText; step: number; shrunk: number; fontSize: number; height: number };

function measureFrom(text: FittedText, from: number): Setting {
  const last = text.sizes.length - 1;
  for (let step = from; ; step++) {
    const fontSize = text.sizes[step] ?? 0;
    const { lines, height, cut } = measureParagraph(text, fontSize, text.maxWidth);
    const roomy = !cut && (text.maxLines === undefined || lines <= text.maxLines);
    if (roomy || step >= last) return { text, step, shrunk: last === 0 ? 1 : step / last, fontSize, height };
  }
}
