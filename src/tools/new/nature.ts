/** Proposes the nature of a card from the words of its quote and the words next to it. The author decides. Pure. */
import { findHedges } from '../../card/evidence/checks/hedge-words.ts';
import { hedgesBeside } from '../../card/evidence/checks/hedges.ts';
import type { Passage } from '../../card/evidence/checks/passage.ts';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import { type QuotedKind, quotedSpecOf } from '../../card/kind.ts';
import type { Nature } from '../../card/status.ts';

/** In the languages of the lexicons of hedges. The first that a text contains is proposed. */
const WORDS: readonly [Nature, RegExp][] = [
  [
    'capacity',
    /(?:(?:capacity|room|space|seats|berths) (?:of|for)|(?:can|could|able to|built to|designed to)\s(?:\p{L}+\s)?(?:hold|take|seat|sleep|accommodate|house|store|handle|fit)|Kapazität|Platz für|(?:kann|können|könnte)\s.*(?:aufnehmen|fassen|beherbergen)|fasst|capacidad (?:de|para)|aforo de|(?:puede|pueden|podría)\s(?:albergar|acoger|alojar|recibir)|capacité d|(?:peut|peuvent|pourrait)\s(?:accueillir|contenir|héberger)|вместимость|вмещает|місткіст|вміщує)/iu,
  ],
  [
    'forecast',
    /(?:(?:is|are|was|were|been)\s(?:now\s|still\s)?(?:expected|forecast|projected|predicted|likely)\sto|expects?\s|forecasts?\s|predicts?\s|projects?\s(?:that|a|an|the)\s|erwarte[tn]|rechne[tn]\s.*mit|prognosti|voraussichtlich|dürfte|se\s(?:espera|prevé)\s|(?:espera|esperan|prevé|prevén|pronostica)\s(?:que|una?|el|la|los|las|\d)|previsiblemente|devrai(?:t|ent)|s['’]attend|prévoi(?:t|ent)\s(?:que|une?|le|la|les|\d)|ожида[ею]тся|прогнозиру|очіку[єю]ться|прогнозу)/iu,
  ],
];
/** Hedges that speak of an intention or of the future, not of a wish. */
const PLAN =
  /^(?:plan|intend|intention|aim|will$|['’]ll$|going to|is to|are to|shall|set to|schedul|slated|due|is due|are due|was due|were due|under construction|being built|to be|in the works|under development|propos|vow|pledg|promis|prepar|about to|geplant|beabsichtig|wollen|vorha|hat vor|haben vor|streb|vorgesehen|im Bau|in Planung|soll|angekündigt|kündigt|planea|prevé|pretend|tiene|tienen|va a|van a|en construcción|se propone|prévoi|prévu|envisag|a l|ont l|projet|en cours|s['’]apprête|va$|vont|планир|намерен|намір|плану|буде|будет|стро|буду)|(?:ará|arán|erá|erán|irá|irán|drá|drán|era|eront|aura|auront|ira|iront|ndra|ndront|rra|rront)$/iu;
/** "soll … gesehen haben" reports hearsay. */
const HEARSAY = /(?<!\p{L})(?:ge\p{L}+|\p{L}+(?:iert|t|en))\s(?:haben|sein|worden sein)(?!\p{L})/iu;

/** Undefined if the words state no plan, forecast or capacity, or a card of the kind has no nature. */
export function proposeNature(passage: Passage, language: string, kind: QuotedKind): Nature | undefined {
  if (!('nature' in quotedSpecOf({ kind }).fields)) return undefined;
  const primary = primaryLanguage(language);
  const { quote, before } = passage;
  const near = `${/[^,;:–—]*$/u.exec(before)?.[0] ?? ''}${quote}`;
  const [said] =
    WORDS.find(([nature, words]) => words.test(near) && (nature !== 'capacity' || kind === 'figure')) ?? [];
  if (said !== undefined) return said;
  const isHearsay = primary === 'de' && HEARSAY.test(`${quote}${passage.after}`);
  const hedges = [
    ...(findHedges(quote, primary, ['planned', 'reported']) ?? []),
    ...(hedgesBeside(passage, primary) ?? []),
  ];
  const isPlan = hedges.some(
    ({ hedge, words }) =>
      (hedge === 'planned' || (primary === 'de' && /^soll/iu.test(words) && !isHearsay)) && PLAN.test(words),
  );
  return isPlan ? 'plan' : undefined;
}

export const NATURE_DOUBT = 'the words next to the fact say so; is it not in place yet, or only possible?';
