import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepLabels } from '../../src/card/attribution.ts';
import { comparedValue } from '../../src/card/headline.ts';
import { KINDS, type Kind } from '../../src/card/kind.ts';
import { nestMarks } from '../../src/card/quotation-marks.ts';
import { printedQuote } from '../../src/card/quoted-text.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../../src/card/record.ts';
import { type Brand, DEFAULT_BRAND, FEET, type Logo } from '../../src/card/site.ts';
import { box, column } from '../../src/render/element.ts';
import { fitTexts } from '../../src/render/fit.ts';
import { type Face, faceStyle, measure, missingLetters } from '../../src/render/fonts.ts';
import { canvasOf, type Drawing } from '../../src/render/layouts/frame.ts';
import { layoutCard } from '../../src/render/layouts/layout.ts';
import { faultsOfSizes, SIZE_NAMES, SIZES, type Size } from '../../src/render/variant.ts';
import { type Box, type Laid, layOut, layTree, type Rect, type Run, textRuns } from '../helpers/boxes.ts';
import { quoteCard, recordOf, source } from '../helpers/fixtures.ts';
import {
  anyText,
  type Caps,
  drawableText,
  ordinaryText,
  records,
  SCHEMA_CAPS,
  UNDRAWABLE,
} from '../helpers/random-cards.ts';
import { shippedRecords } from '../helpers/shipped-store.ts';

/** Records a kind and size that only our own measure looks at, and that satori lays out. */
const MEASURED_RUNS = 40;
const DRAWN_RUNS = 10;

/** satori rounds boxes to whole px. */
const ROUNDING = 1;

/** As much of a picture that is 1200 px wide as some sites crop at its sides. */
const SAFE_MARGIN = 60;

/** What must go in at every size, whatever it says. */
const ORDINARY_CAPS: Caps = {
  claim: 140,
  exact: 160,
  names: 3,
  name: 25,
  publisher: 30,
  topics: 3,
  topic: 24,
  figure: 16,
  unit: 24,
  rows: 4,
  label: 40,
  note: 140,
};

/** Rows show the marked words of a quote: a comparison of many or long rows need not go in. */
const COMPARED_CAPS: Caps = { ...ORDINARY_CAPS, claim: 100, exact: 40, publisher: 20, rows: 3, label: 30 };

const ordinary = (kind: Kind) => records(kind, ordinaryText, kind === 'comparison' ? COMPARED_CAPS : ORDINARY_CAPS);
const drawable = (kind: Kind) => records(kind, drawableText, SCHEMA_CAPS);

function lay(record: CardRecord, size: Size, brand: Brand = DEFAULT_BRAND): Drawing {
  const pageUrl = `https://sourced-fact-cards.your-account-name.workers.dev/cards/${record.card.id}`;
  return layoutCard(record, canvasOf(brand, { size, theme: 'light' }, pageUrl));
}

/** A logo of these proportions. */
const logoOf = (width: number, height: number): Logo => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path d="M0 0h9v9z"/></svg>`;
  return { uri: `data:image/svg+xml;base64,${btoa(svg)}`, width, height };
};
const LOGOS = [null, logoOf(40, 40), logoOf(900, 60), logoOf(20, 200)];

/** Every style of the foot with every shape of a logo. */
const BRANDS: Brand[] = FEET.flatMap((foot) =>
  LOGOS.map((logo) => ({ ...DEFAULT_BRAND, foot, logo: logo && { light: logo, dark: logo } })),
);
const brands = fc.constantFrom(...BRANDS);

const widthOf = ({ left, right }: Rect) => right - left;

/**
 * How much wider than measured the fonts may set a text, as a share: a few letters they set apart, and measures leave that
 * out. In lines of words that is a matter of 4 px on a whole line; strings like "l'l'I" do nothing else.
 */
const KERNED_APART = { words: 0.004, strings: 0.02 };

/** The most that a single letter exceeds its width, as a multiple of the type size: accents, tails, "ї" do. */
const OVERHANG = 0.25;

const meet = (a: Rect, b: Rect, overhang = 0) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > ROUNDING + overhang &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > ROUNDING;
const within = (inner: Rect, outer: Rect, slackX = ROUNDING) =>
  inner.left >= outer.left - slackX &&
  inner.right <= outer.right + slackX &&
  inner.top >= outer.top - ROUNDING &&
  inner.bottom <= outer.bottom + ROUNDING;

/** The marker bleeds a little over the sides of the words it marks. */
const bleedOf = ({ style }: Box) => Number(/^0 -(\d+)px$/.exec(String(style.margin))?.[1] ?? 0);

const boxesOutside = ({ boxes }: Laid, apart: number) =>
  boxes
    .filter((box) => box.parent && !within(box, box.parent, ROUNDING + apart * widthOf(box) + bleedOf(box)))
    .map(({ parent, ...box }) => ({ ...box, parent: { ...parent, parent: undefined } }));

/** A placed run: as wide as its outlines, and as high as the line it is on. */
const place = ({ left, right, box }: Run): Rect => ({ left, right, top: box.top, bottom: box.bottom });

function overlaps({ runs, tile }: Laid): [string, string][] {
  return runs.flatMap((run, index) => [
    ...runs
      .slice(index + 1)
      .filter((other) => meet(place(run), place(other), OVERHANG * run.fontSize))
      .map((other): [string, string] => [run.text, other.text]),
    ...(tile && meet(place(run), tile) ? [[run.text, 'the QR code'] as [string, string]] : []),
  ]);
}

/** Runs whose outlines are wider than we measured. */
function wideRuns({ runs }: Laid, apart: number): string[] {
  const limit = (run: Run) => ROUNDING + (1 + apart) * measure(run.text, run) + OVERHANG * run.fontSize;
  return runs.filter((run) => widthOf(run) > limit(run)).map(({ text }) => text);
}

function textsNearEdge({ runs, tile }: Laid, size: Size, apart: number): string[] {
  const { width, height } = SIZES[size];
  const margin = (SAFE_MARGIN / 1200) * width;
  const safe = { left: margin, right: width - margin, top: 0, bottom: height };
  const texts = runs.filter((run) => !within(run, safe, ROUNDING + apart * widthOf(run))).map(({ text }) => text);
  return tile && within(tile, safe) ? texts : [...texts, 'the QR code'];
}

/** Letters and signs without the space between them, which lines take away. */
const solid = (text: string) => text.replace(/\s/gu, '');

/** The texts of a record that a reader must find on its card. */
function textsOf(record: CardRecord): string[] {
  const { card } = record;
  if (isComparison(record)) {
    return [card.claim, record.card.note, ...record.rows.flatMap((row) => [row.label, comparedValue(row)])];
  }
  const { attribution, quote } = record.card;
  const figure = record.card.kind === 'figure' ? [record.card.figure.text] : [];
  // A quote's own quotation marks are printed as inner ones.
  const words = nestMarks(printedQuote(quote).exact, card.language ?? 'en');
  return [card.claim, words, record.source.publisher, stepLabels(attribution).join(' → '), ...figure];
}

function textsCut(record: CardRecord, drawing: Drawing): string[] {
  const drawn = solid(
    textRuns(drawing.element)
      .map(({ text }) => text)
      .join(''),
  );
  return textsOf(record).filter((text) => !drawn.includes(solid(text)));
}

const smallestType = (drawing: Drawing) => Math.min(...textRuns(drawing.element).map(({ fontSize }) => fontSize));

async function expectSound(drawing: Drawing, size: Size, apart: number): Promise<void> {
  const laid = await layOut(drawing, size);
  expect(boxesOutside(laid, apart), 'boxes that leave their parent').toEqual([]);
  expect(overlaps(laid), 'texts that overlap').toEqual([]);
  expect(wideRuns(laid, apart), 'texts wider than measured').toEqual([]);
  expect(textsNearEdge(laid, size, apart), 'texts too near an edge').toEqual([]);
}

const EVERY_KIND_AND_SIZE = KINDS.flatMap((kind) => SIZE_NAMES.map((size) => [kind, size] as const));

describe.each(EVERY_KIND_AND_SIZE)('a %s in the size %s', (kind, size) => {
  test('holds every ordinary text', () => {
    fc.assert(
      fc.property(ordinary(kind), brands, (record, brand) => {
        expect(lay(record, size, brand).fits).toBe(true);
      }),
      { numRuns: MEASURED_RUNS },
    );
  });

  test('is rejected if its texts do not fit; otherwise it is drawn completely, at the smallest size or larger', () => {
    fc.assert(
      fc.property(drawable(kind), brands, (record, brand) => {
        const drawing = lay(record, size, brand);
        expect(textsCut(record, drawing)).toEqual([]);
        expect(smallestType(drawing)).toBeGreaterThanOrEqual(SIZES[size].small);
        const { paddingX, width } = SIZES[size];
        for (const run of textRuns(drawing.element)) {
          if (drawing.fits) expect(measure(run.text, run), run.text).toBeLessThanOrEqual(width - 2 * paddingX);
        }
      }),
      { numRuns: MEASURED_RUNS },
    );
  });

  test.each([
    ['ordinary words', ordinary(kind), KERNED_APART.words],
    ['any strings', drawable(kind), KERNED_APART.strings],
  ])('is drawn with every box inside its parent and no text over another, of %s', async (_, texts, apart) => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(texts, brands).filter(([record, brand]) => lay(record, size, brand).fits),
        ([record, brand]) => expectSound(lay(record, size, brand), size, apart),
      ),
      { numRuns: DRAWN_RUNS },
    );
  });

  test('is laid out without a crash if no font has its letters', () => {
    fc.assert(
      fc.property(records(kind, anyText, SCHEMA_CAPS), (record) => {
        expect(textsCut(record, lay(record, size))).toEqual([]);
      }),
      { numRuns: MEASURED_RUNS / 2 },
    );
  });
});

test('the smallest type of a size is 24 px or more in 1200, and its scale draws all type at least that large', () => {
  expect(faultsOfSizes()).toEqual([]);
  expect(faultsOfSizes({ banner: { width: 1500, small: 30, scale: 1 } })).toEqual([
    'banner: scale is 1, but small: 30 needs at least 1.25 (small / 24). Raise scale, or lower small.',
  ]);
  expect(faultsOfSizes({ banner: { width: 1500, small: 24, scale: 1 } })).toEqual([
    'banner: small is 24. Raise it to at least 30.',
  ]);
});

test('a text without a size does not fit', () => {
  const text = { text: 'ships', face: 'bold', color: '#000000', lineHeight: 1.2, maxWidth: 600 } as const;
  const fitsIn = (height: number) =>
    fitTexts(
      [
        { ...text, sizes: [] },
        { ...text, sizes: [20] },
      ],
      height,
    ).fits;
  expect([fitsIn(1000), fitsIn(10)]).toEqual([false, false]);
});

test('a number that is wider than a line at a large type is set smaller, and a long word breaks', () => {
  const sizesOf = (text: string) => {
    const spec = { text, face: 'bold', color: '#000000', lineHeight: 1.2 } as const;
    const { paragraphs, fits } = fitTexts([{ ...spec, sizes: [100, 80, 60, 40, 20], maxWidth: 600 }], 1000);
    return { size: paragraphs[0].fontSize, lines: paragraphs[0].lines.length, fits };
  };
  expect(sizesOf('Around 1 234 567.89 km² of it')).toEqual({ size: 60, lines: 3, fits: true });
  expect(sizesOf('1 234 567 890 123 456 789 012 345 678 901 234 567 890 123 456 789').size).toBe(20);
  expect(sizesOf('Donaudampfschifffahrtsgesellschaft').size).toBe(100);
});

test('a number of up to eight characters is 150 px high or more in the size og, beside texts of a usual length', () => {
  const caps: Caps = { ...ORDINARY_CAPS, claim: 100, exact: 90, names: 2 };
  fc.assert(
    fc.property(
      records('figure', ordinaryText, caps),
      fc.constantFrom('7', '90%', '124', '30,000', '80–90%', '88.8–99%', 'over 60', '€888,888'),
      (record, text) => {
        const card = { ...record.card, figure: { text, unit: 'of ships' } } as QuotedRecord<'figure'>['card'];
        const sizes = textRuns(lay({ ...record, card } as QuotedRecord, 'og').element).map(({ fontSize }) => fontSize);
        expect(Math.max(...sizes)).toBeGreaterThanOrEqual(150);
      },
    ),
    { numRuns: MEASURED_RUNS },
  );
});

test('a marked phrase of up to four words stays on one line', () => {
  const exact = 'one two three four five six seven eight nine ten eleven twelve thirteen';
  fc.assert(
    fc.property(fc.nat(9), fc.integer({ min: 1, max: 4 }), fc.constantFrom(...SIZE_NAMES), (from, count, size) => {
      const highlight = exact
        .split(' ')
        .slice(from, from + count)
        .join(' ');
      const record = recordOf({ ...quoteCard, quote: { exact, highlight } }, source);
      expect(textRuns(lay(record, size).element).map(({ text }) => text)).toContain(highlight);
    }),
  );
});

test('a comparison whose column is narrower than a number is set smaller', () => {
  const row = (text: string): ComparisonRecord['rows'][number] => ({
    label: 'A label',
    record: recordOf({ ...quoteCard, kind: 'figure', figure: { text, value: 1, unit: 'men' } }, source),
  });
  const record: ComparisonRecord = {
    card: { id: 'a-comparison', kind: 'comparison', topics: ['Topic'], claim: 'A claim', note: 'A note', rows: [] },
    rows: [row('1 234 567 890 123 456'), row('10 000')],
    revision: '0000000b',
    updated: '2026-11-21',
  };
  const drawn = textRuns(lay(record, 'story').element).map(({ text }) => text);
  expect(drawn.find((text) => text.startsWith('1 234'))).toContain('890 123 456');
});

const wordsRow = (label: string, exact: string, mark: string): ComparisonRecord['rows'][number] => {
  const record = recordOf({ ...quoteCard, quote: { exact, highlight: mark } }, source);
  return { label, exact, mark, record };
};

test('the words of a comparison are of one size, larger than its other texts, and 40 px or larger in og if short', () => {
  const rows = [
    wordsRow('Harbour office: ships', 'would be sent home if they sailed on', 'sent home'),
    wordsRow('Old town', 'will not raise the level', 'not'),
    wordsRow('Harbour master', 'an extraordinarily long wait', 'extraordinarily'),
  ];
  for (const size of SIZE_NAMES) {
    const card = { id: 'a', kind: 'comparison', topics: ['Ships'], claim: 'What of them?', note: 'A note', rows: [] };
    const record = { card, rows, revision: '0000000b', updated: '2026-11-21' } as ComparisonRecord;
    const runs = textRuns(lay(record, size).element);
    const words = runs.filter(({ face }) => face === 'serif');
    const [only, ...others] = new Set(words.map(({ fontSize }) => fontSize));
    expect(others, size).toEqual([]);
    expect(only, size).toBeGreaterThanOrEqual((40 / 1200) * SIZES[size].width);
    expect(only, size).toBeGreaterThanOrEqual(Math.max(...runs.map(({ fontSize }) => fontSize)));
    expect(
      words.map(({ text }) => text),
      size,
    ).toContain('extraordinarily');
  }
});

test('the labels of a comparison are nearer to their bars than to the bars above', async () => {
  for (const record of shippedRecords.filter(isComparison)) {
    const labels = record.rows.filter(({ measure }) => measure).map(({ label }) => label);
    for (const size of labels.length > 0 ? SIZE_NAMES : []) {
      const drawing = lay(record, size);
      const { runs } = await layOut(drawing, size);
      const axes = (drawing.shapes ?? []).filter(({ name }) => name === 'axis').map(({ y, d }) => ({ y, d }));
      const bars = axes.map(({ y, d }) => ({ top: y + 4, bottom: y + Number(/v([\d.]+)/.exec(d)?.[1]) - 4 }));
      expect(bars.length).toBe(labels.length);
      for (const [at, label] of labels.entries()) {
        const lines = runs.filter(({ text, face }) => face === 'bold' && label.includes(text.trim()));
        const [top, bottom] = [Math.min(...lines.map((run) => run.top)), Math.max(...lines.map((run) => run.bottom))];
        const above = bars[at - 1]?.bottom ?? Number.NEGATIVE_INFINITY;
        expect((bars[at]?.top ?? 0) - bottom, `${size}: ${label}`).toBeLessThan(top - above);
      }
    }
  }
});

describe.each<Face>(['sans', 'bold', 'serif'])('the measure of the %s face', (face) => {
  test.each([false, true])('is never less than the drawn width (tabular figures: %s)', async (tabular) => {
    const type = { face, fontSize: 40, tabular };
    await fc.assert(
      fc.asyncProperty(fc.array(drawableText(60), { minLength: 10, maxLength: 10 }), async (texts) => {
        const style = { whiteSpace: 'pre', fontSize: 40, ...faceStyle(face, tabular) };
        const rows = texts.map((text) => box({ height: 60 }, box(style, text)));
        const { runs } = await layTree(column({ width: 9000, height: 600 }, ...rows), 9000, 600);
        for (const { text, box } of runs) {
          const measured = measure(text, type);
          expect(widthOf(box), text).toBeLessThanOrEqual((1 + KERNED_APART.strings) * measured + OVERHANG * 40);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('a letter that no font has', () => {
  test('is reported in any context', () => {
    fc.assert(
      fc.property(drawableText(60), UNDRAWABLE, drawableText(60), (before, letter, after) => {
        expect(missingLetters(`${before}${letter}${after}`)).toContain(letter);
      }),
    );
  });

  test.each(['а\u0301', 'щ\u0308', 'α\u0302', 'x\u0302'])('is a mark, too, that no font places: %s', (letter) => {
    expect(missingLetters(letter)).toEqual([letter.slice(1)]);
  });

  test('is never found in a text of letters that the fonts have', () => {
    fc.assert(
      fc.property(drawableText(200), (text) => {
        expect(missingLetters(text)).toEqual([]);
      }),
    );
  });
});
