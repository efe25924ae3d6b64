/** Judges cards against a page, as `npm run verify` does. */
import type { QuotedCard } from '../../src/card/card.ts';
import type { Findings } from '../../src/card/evidence/checks/findings.ts';
import { prepareJudging } from '../../src/card/evidence/checks/judge.ts';
import { findQuote, prepareText } from '../../src/card/evidence/find-quote.ts';
import type { StructuredText } from '../../src/card/evidence/place.ts';
import type { Source } from '../../src/card/source.ts';
import type { Speaker } from '../../src/card/speaker.ts';

export type Judging = (card: QuotedCard) => Findings;

/** @throws when the quote is not on the page: then there is nothing to judge. */
export function judgingOf(text: StructuredText, source: Source, speakers: readonly Speaker[] = []): Judging {
  const searchable = prepareText(text.text);
  const judge = prepareJudging(text, { source, speakers, topics: [] });
  return (card) => {
    const found = findQuote(searchable, card.quote);
    if (found.match !== 'exact' && found.match !== 'normalised') {
      throw new Error(`“${card.quote.exact}” is ${found.match} on the page`);
    }
    return judge(card, found);
  };
}

/** "hedge-dropped: leaves out …": the warnings among findings. */
export function warningsOf(findings: Findings): string[] {
  return Object.values(findings).flatMap((finding) =>
    finding.outcome === 'warning' ? [`${finding.warning}: ${finding.message}`] : [],
  );
}
