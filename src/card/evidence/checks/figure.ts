/** Checks that the figure of a card is the number in its quote. Pure. */
import { agreesWithQuote, occursInQuote } from '../numbers/figure.ts';
import type { CheckInput } from './check.ts';
import { confirmed, type Finding, notCheckable, warn } from './findings.ts';

const FIX = 'Quote the words with the number, or correct the figure: number, scale, sign, unit sign and hedge.';

export function checkFigure({ card, source, passage, languages }: CheckInput): Finding | undefined {
  if (card.kind !== 'figure') return undefined;
  const figure = { text: card.figure.text, unit: card.figure.unit, language: card.language ?? 'en' };
  const quote = { text: passage.quote, language: source.language };
  const number = agreesWithQuote(figure, quote);
  if (number.outcome === 'differs') return warn('figure-differs', `${number.message}.`, FIX);
  // In another language, the same number can have other words.
  const isTranslated = languages.source !== languages.card;
  const words = occursInQuote(figure, quote);
  if (!isTranslated && words.outcome === 'differs')
    return warn('figure-not-in-quote', `${words.message}.`, 'Write the number as the quote does.');
  return number.outcome === 'confirmed' ? confirmed : notCheckable(`The figure ${number.message}.`);
}
