/** The true cards of real pages, and falsehoods made of them, with what the checks of meaning say of each. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { QuotedCard } from '../../src/card/card.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { readBody } from '../../src/page/live-page.ts';
import { type Judging, judgingOf, warningsOf } from './judging.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
/** The pages are not part of the project: they belong to their publishers. */
const PAGES = join(import.meta.dirname, '../../../shared/pages');

export const hasPages = existsSync(PAGES);

export type JudgedCard = { id: string; language: string; warnings: string[] };
export type JudgedFalsehood = JudgedCard & { kind: string; why: string };

type Falsehood = { of: string; kind: string; change: object; why: string };

export function judgeTrueCards(): { cards: JudgedCard[]; falsehoods: JudgedFalsehood[] } {
  const files = globSync(join(FIXTURES, 'true-cards/*.yaml')).map((path) => ({
    name: basename(path),
    text: readFileSync(path, 'utf8'),
  }));
  const { quoted, problems } = loadCatalog(files);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const judgings = new Map<string, Judging>();
  for (const { source } of quoted) {
    if (judgings.has(source.id)) continue;
    const bytes = readFileSync(join(PAGES, source.id, 'source.html'));
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (hash !== source.snapshot.sha256) throw new Error(`${source.id} is another page than its cards were made from`);
    judgings.set(source.id, judgingOf(readBody(bytes, 'text/html'), source));
  }
  const byId = new Map(
    quoted.map(({ value, source }) => [value.id, { value, source, judge: judgings.get(source.id) }]),
  );
  const judge = (id: string, change: object = {}): JudgedCard => {
    const card = byId.get(id);
    if (!card?.judge) throw new Error(`there is no true card "${id}"`);
    const warnings = warningsOf(card.judge(QuotedCard.parse({ ...card.value, ...change })));
    return { id, language: card.source.language, warnings };
  };
  const falsehoods = parse(readFileSync(join(FIXTURES, 'false-cards.yaml'), 'utf8')) as Falsehood[];
  return {
    cards: quoted.map(({ value }) => judge(value.id)),
    falsehoods: falsehoods.map(({ of, kind, change, why }) => ({ ...judge(of, change), kind, why })),
  };
}
