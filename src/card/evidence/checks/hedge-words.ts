/** Finds hedges: words that a card cannot omit without overstating its source. Pure. */
import { HEDGES, type Hedge, LEXICONS } from './hedge-lexicons.ts';

/** Languages with a hedge lexicon. */
export const HEDGE_LANGUAGES = Object.keys(LEXICONS);

/** A hedge with its position in a text. */
export type FoundHedge = { hedge: Hedge; words: string; start: number; end: number };

const patterns = new Map<string, RegExp>();

/** Compiles lexicon words to a pattern. A space matches any white space, an apostrophe any kind of apostrophe. */
function patternOf(words: string): RegExp {
  const known = patterns.get(words);
  if (known) return known;
  const alternatives = words
    .split('|')
    .sort((a, b) => b.length - a.length)
    .map((entry) => entry.replaceAll(' ', '\\s+').replaceAll('’', "['’ʼ]").replaceAll('*', "[\\p{L}'’-]*"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  patterns.set(words, pattern);
  return pattern;
}

/** "n’t" is part of its verb. */
const CONTRACTED = /(?<=\p{L})n['’ʼ]t(?!\p{L})/giu;
const CERTAIN = /(?:sans|nul|aucun|pas de|sin|no hay|no cabe|la menor)\s+(?:doute|duda)$/iu;
const WILL = /(?<=\p{L})['’ʼ]ll(?!\p{L})/giu;
/** "The will of the people", "is to blame", "Will Smith", "going to Minsk", "would often", "wanted to know" are not plans. */
const NOT_A_PLAN =
  /^(?:will\s+(?:of|power)|(?:is|are)\s+to\s+(?:blame|say|be\s+(?:found|seen|expected))|(?:[\p{L}’']+\s+)+to\s+(?:(?:the|an?|know)\s|\p{Lu}|[^\p{L}\s])|Will\s+\p{Lu}|would\s+(?:later|eventually|go\s+on|often|always|usually|sometimes|regularly|normally))/u;
const DONE_BEFORE = /(?:^|\s)(?:had|having|been|well|long)\s+$/iu;
const NOUN_BEFORE =
  /(?:^|\s)(?:the|an?|at|of|good|ill|free|political|public|popular|own|last|strong|his|her|their|its|our|my)\s+$/iu;
/** Phrases that begin with a word of the lists and are neither hedges nor negations: "not only", "no fewer than", "sin embargo". */
const NOT_A_HEDGE: Record<string, RegExp> = {
  en: /^(?:no\.?\s*\d|not (?:only|just|merely|least)(?!\p{L})|no (?:doubt|wonder|matter|(?:fewer|less|more|later|earlier|sooner|higher|lower) than)|nothing (?:less|short) (?:of|than)|if (?:you|we|one) (?:look|think|compare|consider|count|take|ask)|if only to|May\s+\d)/iu,
  de: /^(?:nicht (?:nur|bloß|zuletzt|(?:weniger|mehr) als)|kein(?:en?)? (?:Zweifel|Wunder)|ohne (?:Zweifel|weiteres)|nichts (?:weniger|Geringeres) als|wenn auch)(?!\p{L})/u,
  es: /^(?:no (?:solo|sólo|solamente|únicamente|obstante|(?:menos|más) de)|sin (?:embargo|duda)|si bien|ni más ni menos|nada (?:más|menos))(?!\p{L})/iu,
  fr: /^(?:(?:ne\s|n['’]\s?)(?:\p{L}+\s){1,2}(?:qu(?:e\s|['’])|pas\s(?:seulement|(?:moins|plus)\sde))|non seulement|pas (?:seulement|(?:moins|plus) de)|sans (?:doute|cesse)|si bien que|ni plus ni moins)/iu,
  uk: /^не (?:лише|тільки|менше|більше|менш|більш)(?!\p{L})/iu,
  ru: /^не (?:только|менее|более|меньше|больше)(?!\p{L})/iu,
  it: /^(?:non (?:solo|soltanto|(?:meno|più) di)|senza dubbio)(?!\p{L})/iu,
  pt: /^(?:não (?:só|apenas|somente|(?:menos|mais) de)|sem dúvida)(?!\p{L})/iu,
  nl: /^niet (?:alleen|(?:minder|meer) dan)(?!\p{L})/iu,
  pl: /^nie (?:tylko|(?:mniej|więcej) niż)(?!\p{L})/iu,
};
/** "more than ever", "forever", "the good of the town": words of the lists with another meaning. */
const EVER = /(?:(?:das|dem|zum|ums|aufs)\s+Wohl|plus que jamais|à jamais|más que nunca|mehr denn je|più che mai)$/iu;

const between = (words: number) => `(?:[\\p{L}’'-]+\\s+){0,${words}}`;
/** "did not rule out" neither affirms nor denies: it means that something is possible. By language. */
const OPEN: Record<string, RegExp> = Object.fromEntries(
  Object.entries({
    en: `(?:not|n['’ʼ]t|never|cannot|nobody|no one|refus\\p{L}+ to|declin\\p{L}+ to|without)\\s+${between(2)}(?:rul\\p{L}+\\s+(?:[\\p{L}]+\\s+){0,5}?out|exclud\\p{L}+|den(?:y|ied|ying)|dismiss\\p{L}*|reject\\p{L}*|off the table|out of the question)|neither\\s+confirm\\p{L}*\\s+nor\\s+den\\p{L}+`,
    de: `(?:nicht|kein\\p{L}*|weder)\\s+${between(2)}(?:aus(?:zu)?schl(?:ie|o)(?:ß|ss)\\p{L}*|ausgeschlossen|dementier\\p{L}*|bestr(?:ei|i)t\\p{L}*|(?:ge)?leugne\\p{L}*)|schl(?:ießt|oss|ießen|ossen)\\s+${between(9)}nicht\\s+aus`,
    es: `no\\s+${between(2)}(?:descart\\p{L}*|excluy\\p{L}*|excluir|neg(?:ó|aron|ado|ar|aba)|nieg\\p{L}+|desm(?:i|e)nt\\p{L}*)`,
    fr: `(?:ne\\s+|n['’]\\s?)${between(2)}(?:exclu\\p{L}*|écart\\p{L}*|dém(?:e|é)nt\\p{L}*|ni(?:e|ent|é|er|ait))(?!\\p{L})(?:\\s+pas(?!\\p{L}))?`,
    uk: `не\\s+${between(1)}(?:виключ\\p{L}*|запереч\\p{L}*|відкида\\p{L}*|спростов\\p{L}*)`,
    ru: `не\\s+${between(1)}(?:исключ\\p{L}*|отрица\\p{L}*|отверг\\p{L}*|опроверг\\p{L}*)`,
  }).map(([language, pattern]) => [language, new RegExp(`(?<=\\p{L}(?=n['’ʼ]t)|(?<!\\p{L}))(?:${pattern})`, 'giu')]),
);

/** The hedges in a text, grouped by class; undefined if the language has no lexicon. */
export function findHedges(
  text: string,
  language: string,
  classes: readonly Hedge[] = HEDGES,
): FoundHedge[] | undefined {
  const lexicon = LEXICONS[language];
  if (!lexicon) return undefined;
  const allOf = (hedge: Hedge, pattern: RegExp): FoundHedge[] =>
    Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
      hedge,
      words,
      start: index,
      end: index + words.length,
    }));
  const open = OPEN[language] ? allOf('possible', OPEN[language]) : [];
  const contracted: Partial<Record<Hedge, RegExp>> = language === 'en' ? { negated: CONTRACTED, planned: WILL } : {};
  const found = classes.flatMap((hedge) => [
    ...allOf(hedge, patternOf(lexicon[hedge].marks)),
    ...(contracted[hedge] ? allOf(hedge, contracted[hedge]) : []),
  ]);
  const isOpen = ({ hedge, start, end }: FoundHedge) =>
    hedge === 'negated' && open.some((range) => start < range.end && end > range.start);
  return [
    ...found.filter((hedge) => !isOpen(hedge) && !isFalseHedge(text, hedge, language)),
    ...(classes.includes('possible') ? open : []),
  ];
}

/** The month May: "in May", "May’s", "May 2023". The verb is in lower case, except at the start of a sentence. */
const MONTH_OF_MAY = /(?<=[\p{L}\p{N},]\s+)May(?!\p{L})|(?<!\p{L})May(?=\s+\d)/gu;

function isFalseHedge(text: string, { hedge, start, words }: FoundHedge, language: string): boolean {
  const until = text.slice(0, start) + words;
  if (CERTAIN.test(until) || EVER.test(until)) return true;
  if (NOT_A_HEDGE[language]?.test(text.slice(start, start + 40))) return true;
  if (language !== 'en') return false;
  if (hedge === 'planned' && NOT_A_PLAN.test(text.slice(start, start + words.length + 12))) return true;
  if (words === 'planned' && DONE_BEFORE.test(text.slice(0, start))) return true;
  if (words === 'will' && NOUN_BEFORE.test(text.slice(0, start))) return true;
  return words === 'May' && /[\p{L}\p{N},]\s*$/u.test(text.slice(0, start));
}

/** Whether a text keeps a hedge of another text, in any words of its class. Undefined if its language has no lexicon. */
export function keepsHedge(text: string, hedge: Hedge, language: string): boolean | undefined {
  const lexicon = LEXICONS[language];
  if (!lexicon) return undefined;
  if (findHedges(text, language, [hedge])?.length) return true;
  const { keeps } = lexicon[hedge];
  const rest = text
    .replace(hedge === 'negated' && OPEN[language] ? OPEN[language] : /$^/, ' ')
    .replace(language === 'en' ? MONTH_OF_MAY : /$^/u, ' ');
  return keeps !== undefined && rest.search(patternOf(keeps)) >= 0;
}
