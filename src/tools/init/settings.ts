/** The questions of `npm run init`, and the text of cards/site.yaml with the answers. Pure. */
import { stringify } from 'yaml';
import { findLowContrast } from '../../card/brand-contrast.ts';
import { DEFAULT_COLORS, type SiteFile, siteFile, siteOf, THEME_NAMES } from '../../card/site.ts';
import { SIZE_NAMES } from '../../render/variant.ts';

export const OPTIONS = {
  name: { type: 'string' },
  language: { type: 'string' },
  about: { type: 'string' },
  report: { type: 'string' },
  color: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
} as const;

/** What an answer adds to the settings, or what is wrong with it. */
type Read = { adds: SiteFile } | { message: string };

export type Question = {
  option: 'name' | 'language' | 'about' | 'report' | 'color';
  words: string;
  /** The default; undefined if an answer is required. */
  fallback?: string;
  read: (answer: string, settings: SiteFile) => Read;
};

const { shape } = siteFile(SIZE_NAMES);
const NOUNS = { name: 'name', language: 'language', about: 'sentence', report: 'report address' };

function parsed(key: keyof typeof NOUNS, value: string): Read {
  const result = shape[key].safeParse(value);
  if (result.success) return { adds: { [key]: result.data } };
  return { message: `The ${NOUNS[key]} “${value}” ${result.error.issues[0]?.message ?? 'is not valid'}.` };
}

function readName(answer: string): Read {
  return answer.trim() === '' ? { message: 'The name is empty. Give the name of your site.' } : parsed('name', answer);
}

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function readLanguage(answer: string): Read {
  const read = parsed('language', answer.trim());
  const [primary = ''] = 'adds' in read ? (read.adds.language ?? '').split('-') : [];
  if ('message' in read || LANGUAGE_NAMES.of(primary) !== undefined) return read;
  return { message: `No language has the tag “${primary}” (BCP 47). English is en, German is de, Ukrainian is uk.` };
}

const readAbout = (answer: string): Read => (answer.trim() === '' ? { adds: {} } : parsed('about', answer));

/** An e-mail address may lack its "mailto:". */
function readReport(answer: string): Read {
  const address = answer.trim();
  if (address === '') return { adds: {} };
  const read = parsed('report', /^[^:/\s]+@[^:/\s]+$/.test(address) ? `mailto:${address}` : address);
  return 'message' in read ? { message: `${read.message} For example: corrections@example.org` } : read;
}

const ROLES = Object.keys(DEFAULT_COLORS.light);

/** "light.accent=#7a1f00" */
function readColor(answer: string, settings: SiteFile): Read {
  const [, theme, role, digits] = /^(\w+)\.(\w+)=#?([\da-f]{6})$/i.exec(answer.trim()) ?? [];
  const isKnown = THEME_NAMES.some((name) => name === theme) && ROLES.includes(role ?? '');
  if (theme === undefined || role === undefined || !digits || !isKnown)
    return {
      message: `The colour “${answer}” must have the form light.accent=#7a1f00. Themes: ${THEME_NAMES.join(', ')}. Roles: ${ROLES.join(', ')}.`,
    };
  const colors: Record<string, object> = settings.brand?.colors ?? {};
  const brand = { colors: { ...colors, [theme]: { ...colors[theme], [role]: `#${digits.toLowerCase()}` } } };
  return { adds: { brand } };
}

const accent = (theme: (typeof THEME_NAMES)[number]): Question => ({
  option: 'color',
  words: `Accent colour of topics, dates and drawings on ${theme} cards`,
  fallback: DEFAULT_COLORS[theme].accent,
  read(answer, settings) {
    if (answer === DEFAULT_COLORS[theme].accent) return { adds: {} };
    const read = readColor(`${theme}.accent=${answer.trim()}`, settings);
    if ('message' in read) return { message: `“${answer}” is not a colour in the form #7a1f00.` };
    const fault = contrastFault({ ...settings, ...read.adds });
    return fault === undefined ? read : { message: fault };
  },
});

export const QUESTIONS: Question[] = [
  { option: 'name', words: 'Name of your site, as pages, feeds and link previews show it', read: readName },
  {
    option: 'language',
    words:
      'Language in which you write the cards, as a tag (en, de, uk). Fixed words on pages and pictures stay English',
    fallback: 'en',
    read: readLanguage,
  },
  {
    option: 'about',
    words: 'Who is behind the site, in one or two sentences that every page shows (Enter: nothing)',
    fallback: '',
    read: readAbout,
  },
  {
    option: 'report',
    words: 'Where readers report errors, linked on every page: an e-mail or https address (Enter: nowhere)',
    fallback: '',
    read: readReport,
  },
  ...THEME_NAMES.map(accent),
];

/** Reads the settings that are given as options. The questions ask for the others. */
export function readGiven(given: { [Option in Question['option']]?: string | string[] | undefined }): Read {
  const readers = { name: readName, language: readLanguage, about: readAbout, report: readReport, color: readColor };
  let settings: SiteFile = {};
  for (const [option, read] of Object.entries(readers))
    for (const answer of [given[option as keyof typeof readers] ?? []].flat()) {
      const result = read(answer, settings);
      if ('message' in result) return result;
      settings = { ...settings, ...result.adds };
    }
  const fault = contrastFault(settings);
  return fault === undefined ? { adds: settings } : { message: fault };
}

function contrastFault(settings: SiteFile): string | undefined {
  const { colors } = siteOf(settings, null).brand;
  const faults = THEME_NAMES.flatMap((theme) =>
    findLowContrast(colors[theme]).map(({ role, message }) => `The colour ${theme}.${role} ${message}`),
  );
  return faults.length > 0 ? faults.join('\n') : undefined;
}

/** The text of cards/site.yaml. */
export function siteText(settings: SiteFile): string {
  const head =
    '# yaml-language-server: $schema=../assets/schema/site.json\n# docs/cards.md describes every setting of the site, and docs/brand.md logo, colours and fonts.\n';
  return head + stringify(settings, { lineWidth: 0 });
}
