/**
 * Writes a proposed card for `npm run new`. Fields for the author are marked "# FILL:" and have invalid values, so that `npm run
 * check` reports them until they are filled in; proposals are marked "# CHECK:". Pure.
 */
import { quotedSpecOf } from '../../card/kind.ts';
import type { ReadFigure } from '../../card/kinds/spec.ts';
import { cardText } from './card-text.ts';
import type { ProposedCard } from './propose-card.ts';

/** What the statuses mean, where an author chooses one. */
export const STATUS_CHECK =
  'proposed. stated: openly, by someone in a position to know; reported: by an outlet; claimed: by an interested side; assessed: a judgement. See docs/cards.md';

/** The lines of the entry, beginning with "- ". `figure`: the number of the quote. */
export function cardLines(
  { card, doubts }: Pick<ProposedCard, 'card' | 'doubts'>,
  figure: ReadFigure | undefined,
): string[] {
  const { fields, proposal } = quotedSpecOf(card as Parameters<typeof quotedSpecOf>[0]);
  const own = proposal.fields(figure).map(({ name, value, hint }) => ({ name, value: card[name] ?? value, hint }));
  const attribution = card.attribution as string[];
  const quote = card.quote as { highlight?: string };
  const orNull = fields.asOf.safeParse(null).success ? ' Write null if it is unknown' : '';
  const fills: Record<string, string> = {
    claim: `${proposal.claim}, at most 140 characters`,
    ...Object.fromEntries(own.filter(({ value }) => hasGap(value)).map(({ name, hint }) => [name, hint])),
    ...(isEmpty(card.topics) && { topics: 'one to four, the main one first: [Belarus, Wagner Group]' }),
    ...(hasGap(attribution) && {
      attribution: `${attribution.at(-1) === '' ? 'the publisher last, ' : ''}the speaker first; remove "" if the outlet speaks for itself`,
    }),
    ...(card.asOf === null && {
      asOf: `${proposal.asOf}; basis stated, external or inferred (add reason: "…").${orNull}`,
    }),
    ...(quote.highlight === undefined && {
      'quote.highlight': 'the decisive words of exact; remove this line for no highlight',
    }),
  };
  const checks: Record<string, string> = {
    topics: 'topics of the catalogue that the article names',
    status: STATUS_CHECK,
    ...doubts,
    ...(doubts.asOf && { asOf: `${doubts.asOf}${orNull}` }),
  };
  const written = {
    ...card,
    ...Object.fromEntries(own.map(({ name, value }) => [name, value])),
    claim: '',
    asOf: card.asOf ?? { date: '', basis: '' },
    quote: { ...quote, highlight: quote.highlight ?? '' },
  };
  return cardText(written, { checks, fills });
}

const isEmpty = (list: unknown) => Array.isArray(list) && list.length === 0;
const hasGap = (value: unknown) => Object.values(value as object).includes('');
