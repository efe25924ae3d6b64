/**
 * The card as a competitor's user would write it: flex boxes of fixed type sizes, those that this project's renderer
 * chooses for the same texts. Pure. Lines wrap by the renderer's own rules.
 */
import { box, column, type Element } from '../../../src/render/element.ts';
import { THEMES } from '../../../src/render/variant.ts';
import { type CardTexts, claimOf, pageUrlOf } from './content.ts';
import { drawQr } from './qr-element.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;

/** The families that the font files are registered under. */
export const SANS = 'Inter';
export const SERIF = 'Source Serif';

const colors = THEMES.light;
const QR_SIZE = 132;
const bold = { fontFamily: SANS, fontWeight: 700 };

/** Draws the texts of render `n`. */
export function cardTree(texts: CardTexts, n: number): Element {
  return column(
    {
      width: WIDTH,
      height: HEIGHT,
      padding: '54px 64px 44px',
      background: colors.paper,
      color: colors.ink,
      fontFamily: SANS,
      fontWeight: 400,
      fontSize: 24,
    },
    head(texts),
    column({ height: 290, margin: '22px 0', justifyContent: 'space-between' }, statement(texts, n), quotation(texts)),
    box({ height: 2, background: colors.rule, marginBottom: 22 }),
    foot(texts, n),
  );
}

function head({ topics, status, asOf }: CardTexts): Element {
  const chip = { background: colors.chip, borderRadius: 6, padding: '0 14px', height: 42, alignItems: 'center' };
  return box(
    { height: 42, justifyContent: 'space-between', alignItems: 'center', lineHeight: 1 },
    box({ ...bold, color: colors.accent, letterSpacing: 0.96 }, topics),
    box({ alignItems: 'center' }, box(chip, status), box({ marginLeft: 18, color: colors.muted }, asOf)),
  );
}

function statement({ figure, claim }: CardTexts, n: number): Element {
  return column(
    {},
    box({ ...bold, fontSize: 112, lineHeight: 1.06, letterSpacing: -3.36 }, figure),
    box({ fontSize: 40, lineHeight: 1.2, marginTop: 8 }, claimOf(claim, n)),
  );
}

function quotation({ quote }: CardTexts): Element {
  const run = (text: string) => box({ whiteSpace: 'pre' }, text);
  const marker = { background: colors.marker, color: colors.markerInk, padding: '0 3px', margin: '0 -3px' };
  return box(
    { fontFamily: SERIF, fontSize: 30, lineHeight: 1.36, color: colors.muted },
    box({ width: 5, marginRight: 21, background: colors.marker }),
    run(quote.before),
    box({ whiteSpace: 'pre', ...marker }, quote.marked),
    run(quote.after),
  );
}

function foot({ id, source, attribution, invitation, host }: CardTexts, n: number): Element {
  return box(
    { height: QR_SIZE, justifyContent: 'space-between', lineHeight: 1.3 },
    column({}, box({ ...bold, fontSize: 28 }, source), box({ color: colors.muted, marginTop: 6 }, attribution)),
    box(
      {},
      column(
        { alignItems: 'flex-end', marginRight: 19 },
        box({ color: colors.muted }, invitation),
        box({ ...bold }, host),
      ),
      drawQr(pageUrlOf(id, n).toUpperCase(), QR_SIZE, colors),
    ),
  );
}
