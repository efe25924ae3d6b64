/** Chooses type sizes: makes a stack of texts as large as its space allows. Pure. */
import { measureParagraph, type Paragraph, setParagraph, type TextSpec } from './paragraph.ts';

export type FittedText = TextSpec & {
  /**
   * Type sizes in px, largest first. A size at which a number does not fit in a line is skipped if there is a smaller one.
   * A text without a size does not fit.
   */
  sizes: readonly number[];
  maxWidth: number;
  /** The maximum number of lines. Sizes that need more lines are skipped if there is a smaller one. */
  maxLines?: number;
  /** The space above the text in px. Ignored for the first text. */
  gap?: number;
};

/** One paragraph per text. */
type Fit<T extends readonly FittedText[]> = {
  paragraphs: { [K in keyof T]: Paragraph };
  /** False if the texts are too tall even at the smallest sizes. */
  fits: boolean;
};

/**
 * Stacks `texts` as large as `maxHeight` px allow. While they are too tall, the text that has shrunk least goes down one
 * size. Among equals the last one shrinks, because the first is the most important. Then each text grows as far as the
 * space that is left over allows, first the one that has shrunk most.
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
    if (height <= maxHeight) {
      growBack(settings, maxHeight - height);
      return set(texts.every(({ sizes }) => sizes.length > 0));
    }

    let next: number | undefined;
    for (const [index, { shrunk }] of settings.entries()) {
      if (shrunk < 1 && shrunk <= (settings[next ?? index]?.shrunk ?? 1)) next = index;
    }
    const shrinking = settings[next ?? -1];
    if (next === undefined || !shrinking) return set(false);
    settings[next] = measureFrom(shrinking.text, shrinking.step + 1);
  }
}

function growBack(settings: Setting[], room: number): void {
  let left = room;
  const order = [...settings.keys()].toSorted((a, b) => (settings[b]?.shrunk ?? 0) - (settings[a]?.shrunk ?? 0));
  for (const index of order) {
    const now = settings[index] as Setting;
    for (let step = now.step - 1; step >= 0; step--) {
      const larger = measureFrom(now.text, step);
      const growth = larger.height - (settings[index] as Setting).height;
      if (larger.step !== step) continue;
      if (growth > left) break;
      settings[index] = larger;
      left -= growth;
    }
  }
}

/** A measured text at one step of its scale. `shrunk`: how far down the scale, from 0 to 1. */
type Setting = { text: FittedText; step: number; shrunk: number; fontSize: number; height: number };

function measureFrom(text: FittedText, from: number): Setting {
  const last = text.sizes.length - 1;
  for (let step = from; ; step++) {
    const fontSize = text.sizes[step] ?? 0;
    const { lines, height, cut } = measureParagraph(text, fontSize, text.maxWidth);
    const fits = !cut && (text.maxLines === undefined || lines <= text.maxLines);
    if (fits || step >= last) return { text, step, shrunk: last <= 0 ? 1 : step / last, fontSize, height };
  }
}
