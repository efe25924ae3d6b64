/** Completes an unfinished card, so that it can be drawn: words say what is not set yet. Only the composer draws such a card. */

import { parse } from 'yaml';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { compileCatalog, linkRecords } from '../../catalog/compile.ts';
import { type CatalogFile, SITE_FILE, SPEAKERS_FILE } from '../../catalog/load.ts';
import type { Written } from './edit.ts';
import { setFields } from './yaml-fields.ts';

const GAP = '…';
const notYet = (what: string) => `${what} not yet set`;
type Values = Record<string, unknown>;

/** Undefined if anything other than empty fields is wrong. */
export function drawable(
  files: CatalogFile[],
  { name, text, index, id }: Written,
  card?: Values,
): CardRecord | undefined {
  try {
    const { text: filled, isDated } = fillSource(setFields(text, ['cards', index], fillCard(card ?? {})));
    const others = files.filter((file) => file.name === SPEAKERS_FILE || file.name === SITE_FILE);
    const { catalog, problems } = compileCatalog([...others, { name, text: filled }]);
    const record = problems.length > 0 ? undefined : linkRecords(catalog).find((one) => one.card.id === id);
    return record && !isDated ? withoutDate(record) : record;
  } catch {
    return undefined;
  }
}

function fillCard(card: Values): Values {
  const figure = card.figure as Values | undefined;
  return {
    ...(card.claim === '' && { claim: notYet('claim') }),
    ...((card.topics as unknown[] | undefined)?.length === 0 && { topics: [notYet('topic')] }),
    ...((card.attribution as unknown[] | undefined)?.every((step) => step === '') && {
      attribution: [notYet('speaker')],
    }),
    ...(figure && { figure: { ...figure, text: figure.text || GAP, unit: figure.unit || GAP } }),
  };
}

/** Fills the fields of the source. `isDated`: whether the author knows its date. */
function fillSource(text: string): { text: string; isDated: boolean } {
  const { source } = (parse(text) ?? {}) as { source?: Values };
  if (!source) return { text, isDated: true };
  const published = source.published as Values | null | undefined;
  const isDated = Boolean(published?.date);
  const filled = setFields(text, ['source'], {
    ...(source.publisher === '' && { publisher: notYet('publisher') }),
    ...(source.title === '' && { title: null }),
    ...(source.language === '' && { language: 'en' }),
    ...((source.authors as unknown[] | undefined)?.includes('') && { authors: [] }),
    ...(!isDated && { published: { date: '2000', basis: 'stated' } }),
  });
  return { text: filled, isDated };
}

/** The picture then says that there is no date yet. */
function withoutDate(record: CardRecord): CardRecord {
  if (isComparison(record)) return record;
  const published = { date: '', basis: 'stated' as const };
  return { ...record, revision: `${record.revision}-undated`, source: { ...record.source, published } };
}
