/** Judges cards against a page, as `npm run verify` does. */
import { QuotedCard } from '../../src/card/card.ts';
import type { Findings } from '../../src/card/evidence/checks/findings.ts';
import { prepareJudge } from '../../src/card/evidence/checks/judge.ts';
import { findQuote, prepareText } from '../../src/card/evidence/find-quote.ts';
import type { StructuredText } from '../../src/card/evidence/place.ts';
import { Source } from '../../src/card/source.ts';
import type { Speaker } from '../../src/card/speaker.ts';
import { readHtml } from '../../src/page/html-text.ts';

export type Judging = (card: QuotedCard) => Findings;

/** @throws when the quote is not on the page: then there is nothing to judge. */
export function judgingOf(text: StructuredText, source: Source, speakers: readonly Speaker[] = []): Judging {
  const searchable = prepareText(text.text);
  const judge = prepareJudge(text, { source, speakers, topics: [] });
  return (card) => {
    const found = findQuote(searchable, card.quote);
    if (found.match !== 'exact' && found.match !== 'normalised') {
      throw new Error(`“${card.quote.exact}” is ${found.match} on the page`);
    }
    return judge(card, found);
  };
}

/** "hedge-dropped: omits …": the warnings among findings. */
export function warningsOf(findings: Findings): string[] {
  return Object.values(findings).flatMap((finding) =>
    finding.outcome === 'warning' ? [`${finding.warning}: ${finding.message}`] : [],
  );
}

export type Sentence = {
  language: string;
  text: string;
  claim: string;
  quote: string;
  attribution: string[];
  /** Makes a card of kind figure. */
  figure?: { text: string; unit: string };
  /** Of the card, where it is another than that of the text. */
  cardLanguage?: string;
  /** Further fields of the card. */
  fields?: object;
};

/** The warnings of a card of one paragraph, of the publisher “Daily Post”. Words in quotation marks make a card of kind quote. */
export function warningsOnParagraph({
  language,
  text,
  claim,
  quote,
  attribution,
  figure,
  cardLanguage = language,
  fields,
}: Sentence): string[] {
  const source = Source.parse({
    id: 'paragraph',
    publisher: 'Daily Post',
    title: null,
    authors: [],
    published: { date: '2024-05-05', basis: 'external' },
    url: null,
    language,
    snapshot: { sha256: 'a'.repeat(64), accessed: '2024-05-06' },
  });
  const isSpeech = /[“„«]\s?$/u.test(text.slice(0, text.indexOf(quote)));
  const card = QuotedCard.parse({
    id: 'a-card',
    kind: figure ? 'figure' : isSpeech ? 'quote' : 'claim',
    ...(figure && { figure }),
    topics: ['News'],
    status: 'reported',
    asOf: null,
    language: cardLanguage,
    claim,
    attribution,
    quote: { exact: quote },
  });
  return warningsOf(judgingOf(readHtml(`<p>${text}</p>`), source)({ ...card, ...fields }));
}
