/**
 * `npm run numbers`: writes a table of the numbers and months in CLDR, read through Node's Intl. The Worker uses the table,
 * because its own Intl lacks some of the languages.
 */
import { writeFile } from 'node:fs/promises';

export const TABLE_FILE = 'src/card/evidence/numbers/cldr.json';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'uk', 'ru', 'be'];

/** Regions whose separators or scale words may differ from those of their language. */
const REGIONS = [
  ...['en-IN', 'en-ZA', 'de-AT', 'de-CH', 'de-LI', 'fr-CA', 'fr-CH', 'it-CH', 'pt-PT', 'nl-BE'],
  ...['es-419', 'es-AR', 'es-BO', 'es-CL', 'es-CO', 'es-CR', 'es-CU', 'es-DO', 'es-EC', 'es-GT', 'es-HN', 'es-MX'],
  ...['es-NI', 'es-PA', 'es-PE', 'es-PR', 'es-PY', 'es-SV', 'es-US', 'es-UY', 'es-VE'],
];

/** One number for each plural form in the languages of the table. */
const COUNTS = [1, 1.5, 2, 5, 21, 100];
const POWERS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

type Entry = {
  decimal: string;
  group: string;
  /** The power of ten that a word represents. */
  scales: Record<string, number>;
  /** The number of the month. */
  months: Record<string, number>;
};

function entryOf(language: string): Entry {
  const parts = new Intl.NumberFormat(language, { useGrouping: 'always' }).formatToParts(12345.5);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { decimal: part('decimal'), group: part('group'), scales: scalesOf(language), months: monthsOf(language) };
}

function scalesOf(language: string): Record<string, number> {
  const scales: Record<string, number> = {};
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay, useGrouping: false });
    for (const power of POWERS) {
      for (const count of COUNTS) {
        const parts = format.formatToParts(count * 10 ** power);
        const words = parts.flatMap(({ type, value }) => (type === 'compact' ? value.split(/\s/u) : []));
        const shown = parts.find(({ type }) => type === 'integer')?.value ?? '1';
        const fraction = parts.find(({ type }) => type === 'fraction')?.value ?? '';
        const scale = Math.log10((count * 10 ** power) / Number(`${shown}.${fraction}`));
        // "mil millones" consists of two words, each in the table.
        if (words.length === 1 && Number.isInteger(scale)) scales[(words[0] ?? '').replace(/\.$/, '')] ??= scale;
      }
    }
  }
  return scales;
}

/** Wide and abbreviated, in dates and stand-alone. */
function monthsOf(language: string): Record<string, number> {
  const months: Record<string, number> = {};
  for (const options of [{}, { day: 'numeric' }] as const) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, month, timeZone: 'UTC' });
      for (let number = 1; number <= 12; number++) {
        const parts = format.formatToParts(Date.UTC(2022, number - 1, 15));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        if (/\p{L}/u.test(name)) months[name.replace(/\.$/, '')] ??= number;
      }
    }
  }
  return months;
}

/** The differences of a region from its language. */
function differences(own: Entry, shared: Entry): Partial<Entry> {
  const { decimal, group } = own;
  const changed = (words: Record<string, number>, known: Record<string, number>) =>
    Object.fromEntries(Object.entries(words).filter(([word, number]) => known[word] !== number));
  const scales = changed(own.scales, shared.scales);
  const months = changed(own.months, shared.months);
  return {
    ...(decimal === shared.decimal ? {} : { decimal }),
    ...(group === shared.group ? {} : { group }),
    ...(Object.keys(scales).length > 0 && { scales }),
    ...(Object.keys(months).length > 0 && { months }),
  };
}

/** The text of the generated file. */
export function numberTable(): string {
  const languages = Object.fromEntries(LANGUAGES.map((language) => [language, entryOf(language)]));
  const regions = REGIONS.map((tag): [string, Partial<Entry>] => {
    const shared = languages[tag.slice(0, 2)] as Entry;
    return [tag, differences(entryOf(tag), shared)];
  });
  const table = { cldr: process.versions.cldr, languages, regions: Object.fromEntries(regions) };
  return `${JSON.stringify(table, null, 1)}\n`;
}

if (import.meta.main) await writeFile(TABLE_FILE, numberTable());
