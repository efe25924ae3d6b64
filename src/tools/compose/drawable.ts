/** Completes an unfinished card, so that it can be drawn: missing values become "…". */

import { parse } from 'yaml';
import type { CardRecord } from '../../card/record.ts';
import { compileCatalog, linkRecords } from '../../catalog/compile.ts';
import { type CatalogFile, SITE_FILE, SPEAKERS_FILE } from '../../catalog/load.ts';
import type { Written } from './edit.ts';
import { setFields } from './yaml-fields.ts';

const GAP = '…';
type Values = Record<string, unknown>;

/** Undefined if anything other than empty fields is wrong. */
export function drawable(
  files: CatalogFile[],
  { name, text, index, id }: Written,
  card?: Values,
): CardRecord | undefined {
  try {
    const filled = fillSource(setFields(text, ['cards', index], fillCard(card ?? {})));
    const others = files.filter((file) => file.name === SPEAKERS_FILE || file.name === SITE_FILE);
    const { catalog, problems } = compileCatalog([...others, { name, text: filled }]);
    return problems.length > 0 ? undefined : linkRecords(catalog).find((record) => record.card.id === id);
  } catch {
    return undefined;
  }
}

function fillCard(card: Values): Values {
  const figure = card.figure as Values | undefined;
  return {
    ...(card.claim === '' && { claim: GAP }),
    ...((card.topics as unknown[] | undefined)?.length === 0 && { topics: [GAP] }),
    ...(card.status === '' && { status: 'reported' }),
    ...((card.attribution as unknown[] | undefined)?.every((step) => step === '') && { attribution: [GAP] }),
    ...(figure && { figure: { ...figure, text: figure.text || GAP, unit: figure.unit || GAP } }),
  };
}

/** Fills fields that the picture does not show with any valid value. */
function fillSource(text: string): string {
  const { source } = (parse(text) ?? {}) as { source?: Values };
  if (!source) return text;
  const published = source.published as Values | undefined;
  return setFields(text, ['source'], {
    ...(source.publisher === '' && { publisher: GAP }),
    ...(source.title === '' && { title: null }),
    ...(source.language === '' && { language: 'en' }),
    ...((source.authors as unknown[] | undefined)?.includes('') && { authors: [] }),
    ...(published?.date === '' && { published: { date: '2000', basis: 'stated' } }),
  });
}
