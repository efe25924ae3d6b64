/** The documentation is true as far as a program can see: links lead somewhere, each section names what shows it, and fields, scripts and checks are those of the code. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKS, WARNINGS } from '../src/card/evidence/checks/findings.ts';
import { READ } from '../src/card/spreadsheet/columns.ts';
import { SIZE_NAMES } from '../src/render/variant.ts';
import { FORMS } from '../src/web/forms.ts';
import { isOurReadme, PAGES, rowsOf, tableOf } from './helpers/documentation.ts';

const hasOurReadme = isOurReadme(readFileSync('README.md', 'utf8'));
if (!hasOurReadme) console.warn('README.md is not that of this project: it is not compared with the code.');

const pages = PAGES.filter((path) => hasOurReadme || path !== 'README.md').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const textOf = (path: string) => readFileSync(path, 'utf8');
const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '`');

test.skipIf(!hasOurReadme)('the README has at most 200 lines', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
});

test.skipIf(!hasOurReadme)('every page of docs/ is linked from the README', () => {
  const linked = [...textOf('README.md').matchAll(/\]\((docs\/[a-z]+\.md)\)/g)].map(([, path]) => path);
  expect(globSync('docs/*.md').filter((path) => !linked.includes(path))).toEqual([]);
});

/** As GitHub makes the anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (text: string) =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

test.each(pages)('links of $path lead to files and sections that exist', ({ path, text }) => {
  const targets = [...withoutCode(text).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = '']) => target);
  const broken = targets.filter((target) => {
    const [file = '', anchor] = target.split('#');
    const to = file === '' ? path : join(dirname(path), file);
    return !existsSync(to) || (anchor !== undefined && !anchorsOf(textOf(to)).includes(anchor));
  });
  expect(broken).toEqual([]);
});

/** Sections that say nothing about behaviour. */
const WITHOUT_CLAIMS = ['Who it is for', 'Documentation', 'Contributing', 'Reporting'];

type Section = { heading: string; body: string };

/** The sections below the title of a page. */
function sectionsOf(text: string): Section[] {
  const parts = text
    .replace(/```[\s\S]*?```/g, '')
    .split(/^(?=#{2,3} )/m)
    .slice(1);
  return parts.map((part) => {
    const [first = '', ...rest] = part.split('\n');
    return { heading: first.replace(/^#+ /, ''), body: rest.join('\n').trim() };
  });
}

describe.each(pages)('$path', ({ text }) => {
  const sections = sectionsOf(text).filter(({ body }) => /[.|:]/.test(body.replace(/<!--.*?-->/g, '')));

  test('names in each section what shows it', () => {
    const silent = sections.filter(
      ({ heading, body }) => !/<!-- shown by: [^>]+ -->$/.test(body) && !WITHOUT_CLAIMS.includes(heading),
    );
    expect(silent.map(({ heading }) => heading)).toEqual([]);
  });

  test('names files that exist', () => {
    const named = [...text.matchAll(/<!-- shown by: ([^>]+) -->/g)].flatMap(([, list = '']) => list.split(', '));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
    const paths = [...text.matchAll(/`((?:src|tests|assets|docs|\.ci)\/[^`\s{}]*)`/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(path) && !path.includes('brand'))).toEqual([]);
  });
});

describe('scripts', () => {
  const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts);
  const all = pages.map(({ text }) => text).join('\n');
  const named = [...all.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name = '']) => name);

  test.each(scripts)('%s is described', (script) => expect(named).toContain(script));
  test('and no other', () => {
    const npmsOwn = ['ci', 'install', 'pack', 'run', 'scripts', 'prints'];
    expect(named.filter((name) => !scripts.includes(name) && !npmsOwn.includes(name))).toEqual([]);
  });
});

test('every check of the meaning and every warning is described, and no other', () => {
  const rows = rowsOf(tableOf(textOf('docs/evidence.md'), 'check'));
  const names = rows.flatMap(([check = '', , warnings = '']) => [check, warnings]).join(' ');
  const listed = [...names.matchAll(/`([a-zA-Z-]+)`/g)].map(([, name]) => name);
  expect([...new Set(listed)].sort()).toEqual([...Object.keys(CHECKS), ...Object.keys(WARNINGS)].sort());
});

test('every form of a card has its address in docs/api.md', () => {
  const text = textOf('docs/api.md');
  expect(Object.values(FORMS).filter(({ ending }) => !text.includes(`/cards/{id}${ending}\``))).toEqual([]);
});

test('every size is described in docs/embedding.md, and no other', () => {
  const rows = rowsOf(tableOf(textOf('docs/embedding.md'), 'size'));
  expect(rows.flatMap(namesIn).sort()).toEqual([...SIZE_NAMES].sort());
});

test('every column of a spreadsheet is described, and no other', () => {
  const rows = rowsOf(tableOf(textOf('docs/spreadsheets.md'), 'column'));
  expect(rows.flatMap(namesIn).sort()).toEqual([...READ].sort());
});

type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
};

/** Fields with a table of their own, below which a table does not go. */
const OWN_TABLE = /(?:^|\.)(?:published|asOf|saidOn|quote|history|earlier)$|^brand\.colors\.\w+$/;

function alternativesOf(schema: Schema, root: Schema): Schema[] {
  const named = schema.$ref && root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  if (named) return alternativesOf(named, root);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((choice) => alternativesOf(choice, root));
  return schema.items ? alternativesOf(schema.items, root) : [schema];
}

function pathsOf(schema: Schema, root: Schema, prefix = ''): string[] {
  return alternativesOf(schema, root).flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, field]) => {
      const path = `${prefix}${name}`;
      return [path, ...(OWN_TABLE.test(path) ? [] : pathsOf(field, root, `${path}.`))];
    }),
  );
}

const schemaOf = (name: string) => JSON.parse(textOf(`assets/schema/${name}.json`)) as Schema;
const source = schemaOf('source');
const named = (name: string, root = source) => root.$defs?.[name] as Schema;
const comparisons = schemaOf('comparisons');
const speakers = schemaOf('speakers');
const site = schemaOf('site');
const fieldOf = (schema: Schema, name: string, root = source) =>
  alternativesOf(schema, root)[0]?.properties?.[name] as Schema;

const namesIn = ([names = '']: string[]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** `earlier` holds whole values, so its table does not go into them. */
const isRecorded = (path: string) => /^(?:\w+|source\.\w+)$/.test(path);

const TABLES: { head: string; schema: Schema; root: Schema; shown?: (path: string) => boolean }[] = [
  { head: 'field of a source', schema: named('Source'), root: source },
  { head: 'field of a card', schema: named('Card'), root: source },
  { head: 'field of a quote', schema: named('Quote'), root: source },
  { head: 'field of a date', schema: fieldOf(named('Source'), 'published'), root: source },
  { head: 'field of an entry', schema: fieldOf(named('Card'), 'history'), root: source },
  {
    head: 'field of `earlier`',
    schema: named('Earlier'),
    root: source,
    shown: isRecorded,
  },
  { head: 'field of a comparison', schema: fieldOf(comparisons, 'cards', comparisons), root: comparisons },
  { head: 'field of a speaker', schema: speakers, root: speakers },
  { head: 'field of the site', schema: site, root: site },
  { head: 'colour', schema: fieldOf(fieldOf(fieldOf(site, 'brand', site), 'colors', site), 'light', site), root: site },
];

describe('the fields of the YAML files', () => {
  const text = textOf('docs/cards.md');

  test.each(TABLES)('$head: those of the schema, and no other', ({ head, schema, root, shown = () => true }) => {
    const rows = rowsOf(tableOf(text, head));
    const listed = rows.flatMap(namesIn);
    const fields = [...new Set(pathsOf(schema, root))].filter(shown);
    expect(fields.length).toBeGreaterThan(2);
    expect(listed.sort()).toEqual(fields.sort());
  });

  test.each(TABLES.filter(({ head }) => tableOf(text, head).includes('required')))(
    '$head: those that are required are said to be',
    ({ head, schema, root }) => {
      const rows = rowsOf(tableOf(text, head)).filter(([, required]) => required === 'yes');
      const listed = rows.flatMap(namesIn).filter((name) => !name.includes('.'));
      const kinds = alternativesOf(schema, root).map(({ required = [] }) => required);
      const required = (kinds[0] ?? []).filter((name) => kinds.every((others) => others.includes(name)));
      expect(listed.sort()).toEqual([...required].sort());
    },
  );
});
