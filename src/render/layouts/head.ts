/** The head of a card: its topics, status and dates. Pure. */

import { statusLine } from '../../card/status.ts';
import { type When, whenLine } from '../../card/when.ts';
import { box, column, type Element, type Style } from '../element.ts';
import { faceStyle, measure } from '../fonts.ts';
import { type Canvas, innerWidth, type Part, pageOf } from './frame.ts';

/** `state`: a word in a chip, with a date beside it. */
type HeadText = { topics: string[]; state?: State };
type State = { word: string; dated: string; alarming?: boolean };

/** The status and the dates of a card. */
export function statusState(card: Parameters<typeof statusLine>[0] & When): State {
  return { word: statusLine(card), dated: whenLine(card) };
}

/** The letter spacing of topics, which are in capitals, as a multiple of the type size. */
const TOPIC_SPACING = 0.04;

export function layoutHead({ topics, state: given }: HeadText, canvas: Canvas, width = innerWidth(canvas)): Part {
  const { small, narrow } = pageOf(canvas);
  const line = Math.round(small * 1.75);
  const gap = Math.round(small / 4);
  const state = given && layoutState(given, canvas, { line, gap, width });
  const beside = state && !narrow ? width - state.width - small : width;
  const topic = fitTopics(topics, beside, small) ?? fitTopics(topics, width, small);
  const stacked = narrow || (topic?.width ?? 0) > beside || (state?.height ?? 0) > line;
  const topicBox = box(
    {
      ...faceStyle('bold'),
      color: canvas.colors.accent,
      letterSpacing: TOPIC_SPACING * small,
      height: line,
      alignItems: 'center',
    },
    topic?.text ?? '',
  );
  const style = { fontSize: small, lineHeight: 1, whiteSpace: 'pre' };
  const fits = topic !== undefined && (state?.width ?? 0) <= width;
  if (!state) return { element: box({ ...style, height: line }, topicBox), height: line, fits };
  if (!stacked) {
    const element = box({ ...style, height: line, justifyContent: 'space-between' }, topicBox, state.element);
    return { element, height: line, fits };
  }
  const element = column(style, topicBox, box({ height: gap }), state.element);
  return { element, height: line + gap + state.height, fits };
}

/** The status in a chip, with the date beside it, or below it if they are too wide. */
function layoutState(
  { word, dated: date, alarming = false }: State,
  canvas: Canvas,
  { line, gap, width }: { line: number; gap: number; width: number },
): { element: Element; width: number; height: number } {
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const padding = Math.round(small * 0.58);
  const space = Math.round(small * 0.75);
  const type = { face: 'sans', fontSize: small } as const;
  const chipWidth = measure(word, type) + 2 * padding;
  const dateWidth = measure(date, type);
  const chip = box(
    {
      background: alarming ? colors.accent : colors.chip,
      color: alarming ? colors.paper : colors.chipInk,
      borderRadius: Math.round(small / 4),
      padding: `0 ${padding}px`,
      height: line,
      alignItems: 'center',
    },
    word,
  );
  const dated = (style: Style) => box({ ...style, height: line, alignItems: 'center', color: colors.muted }, date);
  const beside = chipWidth + space + dateWidth;
  if (beside <= width) return { element: box({}, chip, dated({ marginLeft: space })), width: beside, height: line };
  const element = column({ alignItems: 'flex-start' }, chip, dated({ marginTop: gap }));
  return { element, width: Math.max(chipWidth, dateWidth), height: 2 * line + gap };
}

/** As many topics as fit in the line, main topic first; undefined if none fits. */
function fitTopics(topics: string[], width: number, small: number): { text: string; width: number } | undefined {
  for (let count = topics.length; count > 0; count--) {
    const text = topics.slice(0, count).join(' · ').toUpperCase();
    const textWidth = measure(text, { face: 'bold', fontSize: small, letterSpacing: TOPIC_SPACING * small });
    if (textWidth <= width) return { text, width: textWidth };
  }
  return undefined;
}
