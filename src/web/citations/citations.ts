/** The sources of a card for reference managers: CSL-JSON, RIS and BibLaTeX. A comparison has one item per row. */
import { type CslItem, cslItem } from '../../card/csl.ts';
import { type CardRecord, quotedOf } from '../../card/record.ts';
import { cacheContent, findRecord } from '../caching.ts';
import type { CardName } from '../card-address.ts';
import type { CardContext } from '../context.ts';
import { answerProblem } from '../errors.tsx';
import { FORMS } from '../forms.ts';
import { biblatex } from './biblatex.ts';
import { ris } from './ris.ts';

const WRITERS = {
  csl: { write: (items: readonly CslItem[]) => JSON.stringify(items), charset: '' },
  ris: { write: ris, charset: '; charset=utf-8' },
  bib: { write: biblatex, charset: '; charset=utf-8' },
};
export type CitationForm = keyof typeof WRITERS;

export function cslItems(record: CardRecord): CslItem[] {
  return quotedOf(record).map(({ card, source }) => cslItem(source, card));
}

/** Returns the citation of a card, or of one of its revisions. */
export async function answerCitation(
  c: CardContext,
  name: CardName | undefined,
  form: CitationForm,
): Promise<Response> {
  if (!name) return answerProblem(c, { type: 'card-not-found', id: '' });
  const found = await findRecord(c.var.store, name);
  if (found.problem) return answerProblem(c, found.problem);
  const { record, policy } = found;
  const { write, charset } = WRITERS[form];
  const unchanged = cacheContent(c, record, form, { policy });
  return unchanged ?? c.body(write(cslItems(record)), 200, { 'Content-Type': `${FORMS[form].mediaType}${charset}` });
}
