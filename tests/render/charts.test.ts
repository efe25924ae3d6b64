/** The drawings of numbers are read from the SVG, and the numbers recomputed: nothing is drawn that the words do not say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDay, lastDay } from '../../src/card/date.ts';
import { deriveBounds } from '../../src/card/evidence/numbers/figure.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../../src/card/record.ts';
import { DEFAULT_BRAND } from '../../src/card/site.ts';
import { Nature } from '../../src/card/status.ts';
import { canvasOf, type Drawing } from '../../src/render/layouts/frame.ts';
import { layoutCard } from '../../src/render/layouts/layout.ts';
import { joinDates } from '../../src/render/layouts/timeline-labels.ts';
import { toSvg } from '../../src/render/svg.ts';
import { SIZE_NAMES, type Size } from '../../src/render/variant.ts';
import { textRuns } from '../helpers/boxes.ts';
import { type DrawnBar, drawnShapes, readBars, readWaffle } from '../helpers/drawn-shapes.ts';
import { quoteCard, recordOf, source } from '../helpers/fixtures.ts';
import { shippedRecords } from '../helpers/shipped-store.ts';

type FigureRecord = QuotedRecord<'figure'>;

async function draw(record: CardRecord, size: Size = 'og') {
  const pageUrl = `https://cards.example.org/cards/${record.card.id}`;
  const drawing = layoutCard(record, canvasOf(DEFAULT_BRAND, { size, theme: 'light' }, pageUrl));
  return drawnShapes(await toSvg(drawing, size));
}

/** The bounds as the words give them, read apart from the renderer. */
function stated({ card: { figure, language = 'en' } }: FigureRecord): {
  min: number | null;
  max: number | null;
  isAbout: boolean;
} {
  const read = deriveBounds(figure.text, language);
  if (!read)
    return { min: figure.min ?? figure.value ?? null, max: figure.max ?? figure.value ?? null, isAbout: false };
  return { min: read.min?.value ?? null, max: read.max?.value ?? null, isAbout: read.approximate };
}

/** Of lengths in px, which are drawn to a hundredth, and of shares. */
const near = (value: number | null, wanted: number) => expect(value).toBeCloseTo(wanted, 1);

function expectBar(bar: DrawnBar, record: FigureRecord, pxPerUnit: number): void {
  const { min, max } = stated(record);
  expect(bar.open).toBe(min === null ? 'below' : max === null ? 'above' : null);
  if (max !== null) near(bar.end, max * pxPerUnit);
  if (max === null && min !== null) near(bar.bound, min * pxPerUnit);
  if (max === null && min !== null) expect(bar.end).toBeGreaterThan(bar.bound ?? 0);
  if (min === null) expect(bar.bound).toBeCloseTo(bar.end, 1);
  if (min !== null && max !== null && min !== max && min > 0) near(bar.sure, min * pxPerUnit);
}

async function expectTrue(record: FigureRecord, size: Size): Promise<'waffle' | 'bar' | 'none'> {
  const shapes = await draw(record, size);
  const waffle = readWaffle(shapes);
  const bars = readBars(shapes);
  const { min, max, isAbout } = stated(record);
  const { unit } = record.card.figure;
  if (waffle) {
    expect(bars).toEqual([]);
    expect(unit, 'a waffle needs a whole').toMatch(/^(?:of|der|von) /);
    const factor = deriveBounds(record.card.figure.text, 'en')?.unit === '%' ? 1 : 100;
    near(waffle.max, (max ?? 100 / factor) * factor);
    const isEstimate = min === max && (isAbout || record.card.nature === 'estimate');
    const isAbsent = ['capacity', 'plan', 'forecast'].includes(record.card.nature ?? '');
    if (!isEstimate && !(isAbsent && min === null)) near(waffle.min, (min ?? 0) * factor);
    return 'waffle';
  }
  if (bars.length === 0) return 'none';
  const [bar, ...others] = bars as [DrawnBar, ...DrawnBar[]];
  expect(others).toEqual([]);
  const whole = /^of ([\d,]+)/.exec(unit)?.[1];
  if (bar.whole !== null) expect(whole, 'a bar of a whole needs a reference').toBeDefined();
  const largest = max ?? 0;
  const pxPerUnit =
    bar.whole !== null
      ? bar.whole / Number(whole?.replaceAll(',', ''))
      : max === null
        ? (bar.bound ?? 0) / (min ?? 1)
        : bar.end / largest;
  if (bar.whole === null) expect(min === max, 'a number without a bound or whole has no bar').toBe(false);
  expectBar(bar, record, pxPerUnit);
  return 'bar';
}

function expectRowsTrue(record: ComparisonRecord, bars: DrawnBar[]): void {
  const rows = record.rows.filter((row) => row.measure !== undefined).map((row) => row.record as FigureRecord);
  expect(bars).toHaveLength(rows.length > 1 ? rows.length : 0);
  if (bars.length === 0) return;
  expect(new Set(bars.map(({ zero }) => zero)).size, 'one axis').toBe(1);
  // The scale of the row with the longest bar, and no other scale.
  const scales = rows.map((row, at) => {
    const { min, max } = stated(row);
    const bar = bars[at] as DrawnBar;
    return max === null ? { length: bar.bound ?? 0, number: min ?? 1 } : { length: bar.end, number: max };
  });
  const longest = scales.reduce((best, other) => (other.length > best.length ? other : best));
  const pxPerUnit = longest.length / longest.number;
  for (const { whole } of bars) if (whole !== null) expect(whole / (100 * pxPerUnit)).toBeCloseTo(1, 3);
  for (const [at, row] of rows.entries()) expectBar(bars[at] as DrawnBar, row, pxPerUnit);
}

const figureRecord = (text: string, unit: string, nature?: Nature): FigureRecord =>
  recordOf({ ...quoteCard, kind: 'figure', figure: { text, unit }, ...(nature && { nature }) }, source) as FigureRecord;

describe('the numbers in the catalogue', () => {
  test.each(SIZE_NAMES)('are drawn true in the size %s', async (size) => {
    for (const record of shippedRecords) {
      if (isComparison(record)) expectRowsTrue(record, readBars(await draw(record, size)));
      else if (record.card.kind === 'figure') await expectTrue(record as FigureRecord, size);
    }
  });
});

const NUMBER = fc.integer({ min: 1, max: 40_000 });
const NATURE = fc.option(fc.constantFrom(...Nature.options), { nil: undefined });
const grouped = (number: number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Figures in words, with and without a whole. */
const FIGURES = fc.oneof(
  fc.record({ text: NUMBER.map((n) => `up to ${grouped(n)}`), unit: fc.constant('ships') }),
  fc.record({ text: NUMBER.map((n) => `at least ${grouped(n)}`), unit: fc.constant('ships') }),
  fc.record({ text: NUMBER.map((n) => `around ${grouped(n)}`), unit: fc.constant('ships') }),
  fc.record({
    text: fc.tuple(NUMBER, NUMBER).map(([a, b]) => `${grouped(a)}–${grouped(a + b)}`),
    unit: fc.constant('ships'),
  }),
  fc.record({ text: NUMBER.map(grouped), unit: fc.constant('of 40,000 ships') }),
  fc.record({ text: fc.integer({ min: 1, max: 99 }).map((n) => `${n}%`), unit: fc.constant('of sailors') }),
  fc.record({ text: fc.integer({ min: 1, max: 999 }).map((n) => `${n / 10}%`), unit: fc.constant('of sailors') }),
  fc.record({ text: fc.integer({ min: 1, max: 99 }).map((n) => `up to ${n}%`), unit: fc.constant('of sailors') }),
  fc.record({ text: fc.integer({ min: 1, max: 99 }).map((n) => `more than ${n}%`), unit: fc.constant('of sailors') }),
  fc.record({
    text: fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })).map(([a, b]) => `${a}–${a + b}%`),
    unit: fc.constant('of sailors'),
  }),
);

test('any figure is drawn true, in any size', async () => {
  await fc.assert(
    fc.asyncProperty(FIGURES, NATURE, fc.constantFrom(...SIZE_NAMES), async ({ text, unit }, nature, size) => {
      await expectTrue(figureRecord(text, unit, nature), size);
    }),
    { numRuns: 60 },
  );
});

test('any comparison with a measure has bars on one axis and one scale', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('ships', 'of sailors').chain((wanted) => {
        const figures = FIGURES.filter(({ unit }) => unit === wanted);
        return fc.array(fc.tuple(figures, NATURE, fc.boolean()), { minLength: 2, maxLength: 4 });
      }),
      fc.constantFrom(...SIZE_NAMES),
      async (rows, size) => {
        const record: ComparisonRecord = {
          card: {
            id: 'ships',
            kind: 'comparison',
            topics: ['Ships'],
            claim: 'How many ships?',
            note: 'A note',
            rows: [],
          },
          rows: rows.map(([{ text, unit }, nature, isMeasured], at) => ({
            label: `Row ${at}`,
            ...(isMeasured && { measure: 'Ships' }),
            record: figureRecord(text, unit, nature),
          })),
          revision: '0000000b',
          updated: '2026-11-21',
        };
        expectRowsTrue(record, readBars(await draw(record, size)));
      },
    ),
    { numRuns: 40 },
  );
});

describe('what is drawn', () => {
  test.each([
    ['80–90%', 'of sailors', 'waffle'],
    ['two thirds', 'of sailors', 'waffle'],
    ['80%', 'more ships than before', 'none'],
    ['150%', 'of the plan', 'none'],
    ['12,000', 'of 30,000 sailors', 'bar'],
    ['40,000', 'of 30,000 sailors', 'none'],
    ['up to 1,000', 'ships', 'bar'],
    ['at least 1,000', 'ships', 'bar'],
    ['2,000–3,000', 'ships', 'bar'],
    ['around 8,000', 'ships', 'none'],
    ['124', 'miles from the border', 'none'],
    ['up to 30 °C', 'in the harbour', 'none'],
  ])('of “%s %s”: %s', async (text, unit, wanted) => {
    expect(await expectTrue(figureRecord(text, unit), 'og')).toBe(wanted);
  });

  test('a plan, a capacity and a forecast are hollow, an estimate is tinted', async () => {
    const fills = async (nature?: Nature) =>
      new Set(
        (await draw(figureRecord('40%', 'of sailors', nature))).flatMap(
          ({ name }) => /^waffle (?!empty)(\w+)/.exec(name)?.[1] ?? [],
        ),
      );
    expect(await fills('plan')).toEqual(new Set(['hollow']));
    expect(await fills('capacity')).toEqual(new Set(['hollow']));
    expect(await fills('forecast')).toEqual(new Set(['hollow']));
    expect(await fills('estimate')).toEqual(new Set(['tint']));
    expect(await fills('count')).toEqual(new Set(['solid']));
    expect(await fills()).toEqual(new Set(['solid']));
  });
});

describe('the timeline of an event', () => {
  const DAY_MS = 86_400_000;
  const middleOf = (from: string, to = from) => (Date.parse(from) + Date.parse(to) + DAY_MS) / 2;
  const layEvent = (date: string, dates: string[], size: Size = 'square') => {
    const event = { ...quoteCard, kind: 'event' as const, asOf: { date, basis: 'stated' as const } };
    const facts = dates.map((other) => ({ date: other, basis: 'inferred' as const }));
    const record = { ...recordOf(event, source), timeline: { topic: 'Ships', dates: facts } } as CardRecord;
    return layoutCard(record, canvasOf(DEFAULT_BRAND, { size, theme: 'light' }, 'https://a.example/cards/a'));
  };
  const drawnOf = ({ shapes = [], element }: Drawing) => {
    const find = (wanted: string) => shapes.filter(({ name }) => name === wanted);
    const flatOf = (d: string) => Number(/h([\d.]+)/.exec(d)?.[1]);
    const radiusOf = (d: string) => Number(/^M([\d.]+)/.exec(d)?.[1]);
    const axis = find('axis')[0];
    const marks = (name: string) =>
      [...find(name), ...find(`${name} range`)]
        .map(({ x, d, name }) => ({
          left: x,
          right: x + flatOf(d) + 2 * radiusOf(d),
          radius: radiusOf(d),
          isRange: name.endsWith('range'),
        }))
        .sort((a, b) => a.left - b.left);
    const [event] = marks('event');
    if (!axis || !event) return null;
    return {
      axis: { left: axis.x, width: flatOf(axis.d) },
      event,
      others: marks('other event'),
      bounds: find('event bounds').length,
      pointers: find('pointer').map(({ x, d }) => x + flatOf(d) / 2),
      ticks: [...(find('ticks')[0]?.d ?? '').matchAll(/M([\d.]+)/g)].length,
      texts: textRuns(element).map(({ text }) => text),
    };
  };
  const drawEvent = (date: string, dates: string[], size?: Size) => {
    const drawn = drawnOf(layEvent(date, dates, size));
    if (!drawn) throw new Error('there is no timeline');
    return drawn;
  };

  test.each([
    ['2023-07-02', ['2023-01-15', '2023-10-01'], '2023-01-01', '2023-10-31'],
    ['2023-06-24', ['2023-06-05', '2023-06-30'], '2023-06-01', '2023-06-30'],
    ['2023-06-24', ['1998-02-03', '2020-12-31'], '1998-02-01', '2023-06-30'],
  ])('places %s and %s in proportion to time', (date, dates, from, to) => {
    for (const size of SIZE_NAMES) {
      const { axis, event, others } = drawEvent(date, dates, size);
      const length = Date.parse(to) + DAY_MS - Date.parse(from);
      const placeOf = (middle: number) => axis.left + ((middle - Date.parse(from)) / length) * axis.width;
      const drawn = [event, ...others].map(({ left, right }) => (left + right) / 2);
      expect(drawn).toHaveLength(3);
      for (const [index, day] of [date, ...dates].entries())
        expect(drawn[index]).toBeCloseTo(placeOf(middleOf(day)), 0);
    }
  });

  test('draws a year as a range of its length with two bounds, and a time that the event lasted as a filled span', () => {
    const year = drawEvent('2020', ['2023-01-11']);
    const lasted = drawEvent('2020-01-01/2020-12-31', ['2023-01-11']);
    for (const { axis, event } of [year, lasted]) {
      expect((event.right - event.left) / axis.width).toBeCloseTo(366 / 1127, 2);
    }
    expect(year).toMatchObject({ bounds: 1, event: { isRange: true } });
    expect(year.texts).toContain('some time in here');
    expect(lasted).toMatchObject({ bounds: 0, event: { isRange: false } });
    expect(lasted.texts).not.toContain('some time in here');
    // The time between two inferred days is not a duration.
    expect(drawEvent('2023-01-11', ['2020-01-01/2020-12-31']).others).toMatchObject([{ isRange: true }]);
  });

  test('names the other events by their dates, as exact as they are, and two near ones by a joint date', () => {
    const texts = (date: string, ...dates: string[]) => drawEvent(date, dates).texts;
    const words = (...dates: string[]) => expect.arrayContaining(dates);
    expect(texts('2023-06-30', '2023-06-05')).toEqual(words('c. 5 Jun', '30 June 2023', '1 other event: Ships'));
    expect(texts('2023-06-30', '2023-01', '2022-11')).toEqual(words('c. Jan 2023', 'c. Nov 2022'));
    expect(texts('2023-01-02', '2023-06-17', '2023-06-29')).toEqual(
      words('c. 17 and c. 29 Jun', '2 other events: Ships'),
    );
  });

  test.each([
    [['c. Jan 2023', 'c. 24 Jun 2023', '30 Jun 2023'], 'c. Jan, c. 24 and 30 Jun 2023'],
    [['24 Jun', '30 Jun'], '24 and 30 Jun'],
    [['24 Jun', '2 Jul'], '24 Jun and 2 Jul'],
    [['Jan 2023', '11 Jan 2023'], 'Jan and 11 Jan 2023'],
    [['2022', 'Jan 2023'], '2022 and Jan 2023'],
    [['Jan 2023', '2023'], 'Jan 2023 and 2023'],
    [['27 Jun – 1 Jul 2023', '5 Jul 2023'], '27 Jun – 1 Jul and 5 Jul 2023'],
  ])('joins %j to “%s”', (dates, joint) => {
    expect(joinDates(dates)).toBe(joint);
  });

  test('points from a mark to a date that is not centred below it', () => {
    const { others, pointers } = drawEvent('2023-01-02', ['2023-06-17', '2023-06-29']);
    const middles = others.map(({ left, right }) => (left + right) / 2);
    expect(pointers.map(Math.round).sort()).toEqual(middles.map(Math.round).sort());
    expect(drawEvent('2023-01-02', ['2023-03-17', '2023-06-01']).pointers).toEqual([]);
  });

  test('names the starts of months, or of years on an axis of years', () => {
    expect(drawEvent('2023-03-20', ['2023-05-10']).texts).toEqual(expect.arrayContaining(['Mar 2023', 'Apr', 'Jun']));
    const { texts, ticks } = drawEvent('2003-03-20', ['2023-05-10']);
    expect(texts).toEqual(expect.arrayContaining(['2005', '2010', '2015']));
    expect(ticks).toBe(4);
  });

  test('has the same marks in every size: those that are visible beside the others', () => {
    for (const size of SIZE_NAMES) {
      const { event, others, texts } = drawEvent(
        '2023-01-01',
        ['2021-09-01', '2023-06-23', '2023-06-29', '2023-06-30'],
        size,
      );
      expect(others.map(({ left }) => left > event.left)).toEqual([false, true, true]);
      expect(texts).toContain('3 other events: Ships');
    }
  });

  test('any marks are in proportion to time, and those that the legend counts in every size', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2024-12-31'), noInvalidDate: true });
    const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.toISOString().slice(0, length));
    fc.assert(
      fc.property(date, fc.array(date, { minLength: 1, maxLength: 6 }), (own, dates) => {
        const drawn = SIZE_NAMES.map((size) => drawnOf(layEvent(own, dates, size)));
        const counts = drawn.flatMap((one) => one?.texts.filter((text) => / other events?: Ships$/.test(text)) ?? []);
        expect(new Set(counts).size).toBeLessThanOrEqual(1);
        const days = [own, ...dates].map((date) => ({
          from: Date.parse(firstDay(date)),
          to: Date.parse(lastDay(date)),
        }));
        const first = new Date(Math.min(...days.map(({ from }) => from))).toISOString().slice(0, 7);
        const last = Math.max(...days.map(({ to }) => to));
        const until = Date.UTC(new Date(last).getUTCFullYear(), new Date(last).getUTCMonth() + 1, 1);
        for (const one of drawn) {
          if (!one) continue;
          expect(counts[0]).toMatch(new RegExp(`^${one.others.length} `));
          const middles = days.map(({ from, to }) => (from + to + DAY_MS) / 2);
          const places = middles.map(
            (middle) => one.axis.left + ((middle - Date.parse(first)) / (until - Date.parse(first))) * one.axis.width,
          );
          for (const { left, right } of [one.event, ...one.others]) {
            expect(Math.min(...places.map((place) => Math.abs(place - (left + right) / 2)))).toBeLessThan(0.1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is left out without another mark or a place for the event', () => {
    expect(drawnOf(layEvent('2023-06-24', []))).toBeNull();
    expect(drawnOf(layEvent('2023/..', ['2021']))).toBeNull();
  });

  test('the topic above the date is that of the timeline', () => {
    expect(drawEvent('2023-06-24', ['2021']).texts).toContain('SHIPS');
  });
});
