/**
 * `npm run bench:metadata`: how much of the metadata of real pages is read, and how much of it wrongly. The pages are those of
 * ../shared/pages. Exit code 1 where a target is missed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readHtml } from '../../src/page/html-text.ts';
import { readMetadata } from '../../src/page/metadata/metadata.ts';

export const PAGES = '../shared/pages';

export const FIELDS = ['title', 'language', 'publisher', 'authors', 'published'] as const;
export type Field = (typeof FIELDS)[number];
/** As a reader gives them; authors with commas between. */
export type Values = Partial<Record<Field, string>>;

const TARGETS: Record<Field, number> = { title: 0.95, language: 0.95, publisher: 0.95, authors: 0.85, published: 0.9 };
const MAX_WRONG = 0.02;

/** Where `expected-metadata.json` is not what the page says. `value`: what it says instead; null where it says nothing. */
export const CORRECTIONS: Record<string, Partial<Record<Field, { value: string | null; because: string }>>> = {
  'bbc-1': { authors: { value: null, because: 'the site, not a person' } },
  heise: { authors: { value: null, because: 'the site, not a person' } },
  'iab-1': { title: { value: 'Getting LEAN with Digital Ad UX', because: 'with the name of the site' } },
  'ietf-1': {
    authors: { value: 'F. Kooman, Michiel de Jong', because: 'the second of two authors only, last name first' },
  },
  'keep-tabular-data': { title: { value: 'Friday Facts #282 - 0.17 in sight', because: 'with the name of the site' } },
  'liberation-1': { authors: { value: 'AFP', because: 'the author of another article on the page' } },
  'lwn-1': {
    title: { value: 'LWN.net Weekly Edition for March 26, 2015', because: 'with the name of the site' },
    authors: { value: 'Nathan Willis', because: 'with the date' },
  },
  'lemonde-1': {
    authors: { value: 'Martin Untersinger, Damien Leloup, Morgane Tual', because: 'three names in one' },
  },
  spiceworks: { authors: { value: null, because: 'a date, not a name' } },
  'tmz-1': { publisher: { value: 'TMZ.com', because: 'an address, not a name' } },
};

/** What the pages say where `expected-metadata.json` says nothing: read by hand. Null: the page does not say it. */
export const UNLISTED: Record<string, Partial<Record<Field, string | null>>> = {
  'ars-1': { published: '2015-04-16' },
  'bug-1255978': { language: 'en' },
  'cnet-svg-classes': { published: '2017-12-01' },
  cnn: { published: '2016-02-01', language: 'en' },
  heise: { published: '2015-04-08' },
  'ietf-1': { published: '2014-12-15', publisher: null },
  'keep-tabular-data': { language: 'en', published: '2019-02-15', authors: 'kovarex, TOGos, Ernestas, Albert' },
  'la-nacion': { publisher: 'LA NACION', language: 'es', published: '2017-12-07', authors: null },
  'lemonde-1': { published: '2015-05-04' },
  'lwn-1': { publisher: 'LWN.net', published: '2015-03-25', language: 'en' },
  medicalnewstoday: { published: '2017-07-27' },
  'medium-1': { language: 'en' },
  'nytimes-1': { publisher: 'The New York Times', published: '2017-01-13' },
  'nytimes-2': { publisher: 'The New York Times', published: '2016-07-29' },
  'quanta-1': { published: '2019-05-20' },
  telegraph: { authors: 'Our Foreign Staff', published: '2017-11-16' },
  'tmz-1': { language: 'en', published: '2015-02-26', authors: null },
  'wapo-2': { language: 'en', published: '2015-03-18' },
  wordpress: { authors: 'Sarah Gooding' },
};

export type Score = Record<Field, { right: number; of: number; wrong: number; given: number }>;

/** Compares what a reader gives with what the pages say. `report` gets each miss and each wrong value. */
export function score(read: (page: string, html: string) => Values, report: (line: string) => void = () => {}): Score {
  const total = Object.fromEntries(FIELDS.map((field) => [field, { right: 0, of: 0, wrong: 0, given: 0 }])) as Score;
  for (const { page, html, expected } of readExpectations()) {
    const values = read(page, html);
    for (const field of FIELDS) {
      const corrected = CORRECTIONS[page]?.[field];
      const truth = corrected ? corrected.value : (expected[field] ?? UNLISTED[page]?.[field]);
      const [given, one] = [values[field], total[field]];
      const isRight = given !== undefined && typeof truth === 'string' && isSame(field, given, truth);
      // Only what the file gives, and gives rightly, counts as asked for.
      if (expected[field] && !corrected) {
        one.of++;
        if (isRight) one.right++;
      }
      if (given !== undefined && truth !== undefined) {
        one.given++;
        if (!isRight) one.wrong++;
      }
      if (given !== undefined && truth === undefined)
        report(`${page}: ${field}: “${given}” is not compared with anything`);
      else if (!isRight && (truth || given)) report(`${page}: ${field}: “${given ?? ''}” instead of “${truth ?? ''}”`);
    }
  }
  return total;
}

function readExpectations() {
  const pages = readdirSync(PAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return pages.map(({ name: page }) => {
    const file = (name: string) => readFileSync(`${PAGES}/${page}/${name}`, 'utf8');
    const json = JSON.parse(file('expected-metadata.json')) as Record<string, string | null>;
    const expected: Record<Field, string | null | undefined> = {
      title: json.title,
      language: json.lang,
      publisher: json.siteName,
      authors: json.byline,
      published: json.publishedTime?.slice(0, 10),
    };
    return { page, html: file('source.html'), expected };
  });
}

const squeeze = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/^\s*(?:by|par)\s/i, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, '');

function isSame(field: Field, given: string, truth: string): boolean {
  const [one, other] = [squeeze(given), squeeze(truth)];
  if (field === 'publisher') return one.includes(other) || other.includes(one);
  if (field === 'language')
    return (
      one === other ||
      (one.split('-')[0] === other && !truth.includes('-')) ||
      (one.split('-')[0] === other.split('-')[0] && !one.includes('-'))
    );
  if (field === 'published') return given.slice(0, 10) === truth;
  return one === other;
}

function readOwn(_page: string, html: string): Values {
  const { title, language, publisher, authors, published } = readMetadata(html, {
    url: null,
    text: readHtml(html).text,
  });
  const values = {
    title: title?.value,
    language: language?.value,
    publisher: publisher?.value,
    authors: authors?.value.join(', ') || undefined,
    published: published?.value,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

export function printScore(total: Score): boolean {
  const share = (part: number, whole: number) =>
    `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
  for (const field of FIELDS) {
    const { right, of, wrong, given } = total[field];
    console.log(
      `${field.padEnd(10)} right ${share(right, of)}; target ${100 * TARGETS[field]} %; wrong ${wrong} of ${given} that are given`,
    );
  }
  const sum = (key: 'wrong' | 'given') => FIELDS.reduce((all, field) => all + total[field][key], 0);
  console.log(`wrong values: ${share(sum('wrong'), sum('given'))}; target at most ${100 * MAX_WRONG} %`);
  return (
    FIELDS.every((field) => total[field].right >= TARGETS[field] * total[field].of) &&
    sum('wrong') <= MAX_WRONG * sum('given')
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!existsSync(PAGES)) console.log(`${PAGES} is not there: metadata are not measured.`);
  else {
    const lines: string[] = [];
    const total = score(readOwn, (line) => lines.push(line));
    for (const line of lines) console.log(`  ${line}`);
    if (!printScore(total)) process.exitCode = 1;
    for (const [page, fields] of Object.entries(CORRECTIONS)) {
      for (const [field, { because }] of Object.entries(fields))
        console.log(`  left out: ${page}: ${field}: ${because}`);
    }
  }
}
