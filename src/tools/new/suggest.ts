/** Lists the statements of an article that are worth a card: numbers, attributed speech, plans and denials. Pure. */
import { QUALIFIERS } from '../../card/evidence/checks/hedge-lexicons.ts';
import { findHedges } from '../../card/evidence/checks/hedge-words.ts';
import { isReported, withoutQuoted } from '../../card/evidence/checks/reporting.ts';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import type { Range } from '../../card/evidence/find-quote.ts';
import { blocksOf } from '../../card/evidence/locate.ts';
import { proposeFigureText } from '../../card/evidence/numbers/figure.ts';
import { readNumbers } from '../../card/evidence/numbers/read-numbers.ts';
import type { StructuredText } from '../../card/evidence/place.ts';
import { sentencesOf } from '../../card/evidence/sentences.ts';
import type { QuotedKind } from '../../card/kind.ts';
import { countWords, MAX_QUOTE_WORDS } from '../../card/kinds/fields.ts';
import { type Refusal, refuse } from './args.ts';
import { namesIn, type Proposed, propose } from './propose.ts';
import { type FoundQuote, locateQuote } from './quote.ts';
import { announces, isClause, isCutOff, isSpokenSentence, isStatement } from './statement.ts';

export type Suggestion = Proposed & {
  kind: QuotedKind;
  quote: string;
  found: FoundQuote;
  /** Which of the places of the quote, counted from 1. */
  place: number;
  sentence: string;
  /** The words of the number, with its hedge. */
  figure: string | undefined;
  /** Why it is worth a card: "number", "speech", "plan", "denial". */
  because: string[];
  /** The words that the claim must keep. */
  hedges: string[];
};

export type SuggestOptions = { language: string; published: string; speakers: readonly string[] };

/** More than an author reads. */
const MAX_SUGGESTIONS = 15;
const MIN_WORDS = 5;
/** A longer text on one line is not a sentence. */
const MAX_SENTENCE = 800;
const DENIAL =
  /(?<!\p{L})(?:den(?:y|ies|ied)|reject(?:s|ed)?|refut(?:es|ed)|contradict(?:s|ed)?|disput(?:es|ed)|dementier\p{L}*|bestreite\p{L}*|bestritt\p{L}*|widersp\p{L}+|desmint\p{L}+|nieg\p{L}+|negó|dément\p{L}*|rejett\p{L}+|смент\p{L}*|опроверг\p{L}*|отрица\p{L}*|спростов\p{L}*|запереч\p{L}*)(?!\p{L})/iu;
/** Shorter quoted words are a name or a phrase. */
const MIN_SPEECH = 20;
/** "52-year-old" */
const AGE = /^-(?:year|month|jährig|anni)/iu;
/** Verbs of change and of what can be counted, in the clause before the number. */
const CHANGE =
  /(?<!\p{L})(?:ros[ei]n?|risen|rises|f[ae]ll(?:en|s)?|grew|grow[ns]?|climbed|dropped|declined|increased|decreased|soared|jumped|shrank|doubled|tripled|reached|closed|opened|built|lost|sold|bought|hired|killed|injured|arrested|counted|recorded|registered|surveyed|stieg\p{L}*|gestiegen|sank\p{L}*|gesunken|wuchs\p{L}*|fiel\p{L}*|erreicht\p{L}*|schloss\p{L}*|geschlossen|eröffnet\p{L}*|baute\p{L}*|verlor\p{L}*|zählt\p{L}*|subi(?:ó|eron)|baj(?:ó|aron)|creci(?:ó|eron)|aument(?:ó|aron)|cay(?:ó|eron)|alcanz(?:ó|aron)|cerr(?:ó|aron)|abri(?:ó|eron)|perdi(?:ó|eron)|augmenté|baissé|passé|atteint|fermé|ouvert|perdu|recensé)(?!\p{L})(?:[^,;:]|,\p{N}){0,40}$/iu;
/** "212 of its 480 shops" */
const SHARE_OF =
  /^\s+(?:of|der|des|von|de|des|des)\s+(?:(?:its|the|their|his|her|our|los|las|sus|les|ses|seiner|ihrer)\s|\p{N})/iu;
/** A card is rarely about a duration or an age. */
const DURATION =
  /^[\s-]*(?:(?:year|month|week|day|hour|minute|second|decade)s?|Jahre?n?|Monate?n?|Wochen?|Tage?n?|Stunden?|Minuten?|ans?|années?|mois|semaines?|jours?|heures?|minutes?|años?|meses|mes|semanas?|días?|horas?|minutos?|anos?|mês|dias?|лет|года?|месяц\p{L}*|недел\p{L}*|дн\p{L}+|час\p{L}*|рок\p{L}*|місяц\p{L}*|тижн\p{L}*|годин\p{L}*|lat|miesi\p{L}*|dni|jaren?|maanden?|weken|dagen|anni|mesi|giorni|ore)(?!\p{L})/iu;
/** "between the ages of 25", "aged 30" */
const IS_AGE = /(?<!\p{L})(?:ages? of|aged)\s+$/iu;
/** "a 412 response" */
const STATUS_CODE = /(?<!\p{L})(?:status|response|respond|redirect|HTTP)(?!\p{L})/iu;
/** "OS X 10.10" */
const VERSION = /\p{Lu}[\p{L}.]*\s$/u;
/** Words with which a quote does not begin. */
const JOINT = /^(?:and|but|or|that|und|aber|oder|dass|et|mais|ou|que|y|pero|o|e|mas|и|но|а|что|та|але|що|,|–|—)\s+/iu;

/** A card of speech has room for 200 letters, with a full claim; two lines of attribution take some of them. */
const MAX_QUOTE = 180;
/** Addresses, paths and code: no line of a picture has room for them, and they are not statements. */
const CODE = /:\/\/|(?<![^\s"“‘'(])\/\p{L}\S*\/|\S{32}/u;

/** The initials of the writer, which some agencies put after the last sentence: "(bsc)". */
const INITIALS = /\s*\(\p{Ll}{2,4}(?:[/,]\s?\p{Ll}{2,4})*\)\s*$/u;

type Draft = Omit<Suggestion, 'found' | 'place'> & { score: number; range: Range };

/** The most informative first. The same text always gives the same list. */
export function suggest(source: StructuredText, { language, published, speakers }: SuggestOptions): Suggestion[] {
  const names = namesIn(source.text, speakers);
  const versions = versionsIn(source.text);
  const drafts = sentencesIn(source, language).flatMap((range) => {
    const sentence = source.text.slice(range.start, range.end).replace(INITIALS, '');
    const draft = judge(sentence, { language, versions }, propose(sentence, { language, published, names }));
    return draft ? [{ ...draft, range }] : [];
  });
  const suggestions: Suggestion[] = [];
  for (const { score, range, ...draft } of drafts.sort((a, b) => b.score - a.score || a.range.start - b.range.start)) {
    if (suggestions.length === MAX_SUGGESTIONS) break;
    const located = locateIn(source, draft.quote, range);
    if (!located.ok || suggestions.some(({ found }) => found.selector.exact === located.selector.exact)) continue;
    suggestions.push({ ...draft, found: located, place: located.place });
  }
  return suggestions;
}

/** Decimals that a text repeats, such as "0.17": versions of something. A measurement seldom occurs three times. */
function versionsIn(text: string): ReadonlySet<string> {
  const decimals =
    text.match(/(?<![\d.,$€£])\d{1,3}\.\d{1,2}(?![\d.,%]|\s?%|\s(?:million|billion|trillion|percent))/gu) ?? [];
  const counts = Map.groupBy(decimals, (decimal) => decimal);
  return new Set([...counts].filter(([, all]) => all.length >= 3).map(([decimal]) => decimal));
}

/** The sentences of the article; of plain text, all. */
function sentencesIn({ text, blocks }: StructuredText, language: string): Range[] {
  const isProse = (type: string | undefined) => type !== 'heading' && type !== 'caption';
  const lines = blocksOf({ text, blocks }).filter(({ type, part }) => part !== 'furniture' && isProse(type));
  const article = lines.some(({ part }) => part === 'article') ? lines.filter(({ part }) => part === 'article') : lines;
  return article.flatMap(({ start, end }) =>
    sentencesOf(text.slice(start, end), language).map((range) => ({
      start: range.start + start,
      end: range.end + start,
    })),
  );
}

function judge(
  sentence: string,
  { language, versions }: { language: string; versions: ReadonlySet<string> },
  proposed: Proposed,
): Omit<Draft, 'range'> | undefined {
  if (countWords(sentence) < MIN_WORDS || sentence.length > MAX_SENTENCE) return undefined;
  const primary = primaryLanguage(language);
  if (!isStatement(sentence, withoutQuoted(sentence), language)) return undefined;
  const counted = countedIn(sentence, { language, versions });
  const hedges = (findHedges(sentence, primary, QUALIFIERS) ?? []).filter(({ hedge }) => hedge !== 'negated');
  const quoted = quotedIn(sentence);
  const speech = quoted !== undefined && isSpokenSentence(quoted) ? quoted : undefined;
  const isPlan = announces(hedges.filter(({ hedge }) => hedge === 'planned'));
  const isDenial = DENIAL.test(sentence);
  const isOther = isPlan || isDenial || proposed.speaker !== undefined;
  const figure = counted?.isDuration && isOther ? undefined : counted?.words;
  const reasons: [because: string, applies: boolean, score: number][] = [
    ['number', figure !== undefined, 4],
    ['speech', proposed.speaker !== undefined && isReported(sentence, primary), 2],
    ['speech', speech !== undefined, 1],
    ['plan', isPlan, 2],
    ['denial', isDenial, 3],
    ['', figure !== undefined && hedges.length > 0, 1],
    ['', figure !== undefined && counted?.isChange === true, 1],
    ['', proposed.date !== undefined, 1],
  ];
  const applying = reasons.filter(([, applies]) => applies);
  const because = [...new Set(applying.map(([name]) => name).filter((name) => name !== ''))];
  // A quotation without a speaker, or a date alone, says too little.
  if (because.length === 0 || (because.join() === 'speech' && (proposed.speaker === undefined || speech === undefined)))
    return undefined;
  const kind = figure !== undefined ? 'figure' : speech !== undefined ? 'quote' : 'claim';
  const quote =
    kind === 'quote' && speech !== undefined
      ? shorten(speech, speech, language)
      : shorten(sentence, figure ?? hedges[0]?.words ?? sentence, language);
  if (quote === undefined || CODE.test(quote)) return undefined;
  return {
    ...proposed,
    kind,
    quote,
    sentence,
    figure,
    because,
    hedges: [...new Set(hedges.map(({ words }) => words))],
    score: applying.reduce((sum, [, , score]) => sum + score, 0),
  };
}

/** The longest words between quotation marks, including a quotation that begins or ends in another sentence. */
function quotedIn(sentence: string): string | undefined {
  const hidden = [...withoutQuoted(sentence).matchAll(/\0+/gu)].map(({ 0: run, index }) =>
    sentence.slice(index, index + run.length),
  );
  const words = hidden
    .map((text) => text.replace(/^["“”„‟«»\s]+|["“”„‟«»\s]+$/gu, ''))
    .sort((a, b) => b.length - a.length)[0];
  return words !== undefined && words.length >= MIN_SPEECH ? words : undefined;
}

/** The number with which a sentence counts something. A version is not one, nor is a number that no word follows. */
function countedIn(
  sentence: string,
  { language, versions }: { language: string; versions: ReadonlySet<string> },
): { words: string; isChange: boolean; isDuration: boolean } | undefined {
  const words = proposeFigureText(sentence, language);
  const quantities = readNumbers(sentence, language || null).filter((reading) => reading.type === 'quantity');
  const reading = quantities.find(({ start, end }) => sentence.slice(start, end) === words);
  if (words === undefined || reading?.type !== 'quantity') return undefined;
  const behind = sentence.slice(reading.end);
  const before = sentence.slice(0, reading.start);
  if (/^0+$/.test(words) || IS_AGE.test(before) || (/^[1-5]\d\d$/.test(words) && STATUS_CODE.test(sentence)))
    return undefined;
  if (versions.has(words)) return undefined;
  const isChange = CHANGE.test(before) || SHARE_OF.test(behind);
  const counts = reading.unit !== null || reading.scale > 1 || /^[\s-]+\p{L}{3,}/u.test(behind) || isChange;
  const isVersion =
    reading.unit === null && /^\d+[.,]\d+$/.test(words) && VERSION.test(sentence.slice(0, reading.start));
  return counts && !isVersion && !AGE.test(behind) ? { words, isChange, isDuration: DURATION.test(behind) } : undefined;
}

/** A clause boundary. A comma between digits is not one. */
const CLAUSE = /(?<=[;:]|[,–—](?!\d))\s+/u;

/**
 * The sentence, or the longest run of its clauses around the decisive words that a quote has room for; undefined if it would begin or end
 * within a clause.
 */
function shorten(sentence: string, decisive: string, language: string): string | undefined {
  const trimmed = sentence.trim();
  if (fits(trimmed)) return trimmed;
  const clauses = trimmed.split(CLAUSE);
  const at = Math.max(
    0,
    clauses.findIndex((clause) => clause.includes(decisive)),
  );
  const runs = clauses.slice(0, at + 1).flatMap((_, from) =>
    clauses.slice(at).flatMap((last, more) => {
      const run = clauses
        .slice(from, at + more + 1)
        .join(' ')
        .replace(/[,;:–—]$/u, '')
        .trim();
      const words = run.replace(JOINT, '').replace(JOINT, '');
      const isStart = from === 0 && words === run;
      const isWhole = fits(words) && isClause(words, isStart, language) && !isCutOff(last, clauses[at + more + 1]);
      return isWhole ? [{ words, isStart }] : [];
    }),
  );
  return runs.sort((a, b) => Number(b.isStart) - Number(a.isStart) || b.words.length - a.words.length)[0]?.words;
}

const lengthOf = (text: string) => text.replace(/\s+/gu, ' ').length;
const fits = (text: string) => countWords(text) <= MAX_QUOTE_WORDS && lengthOf(text) <= MAX_QUOTE;

/** The quote at the place that begins in a range; if there is none, the refusal of the first place. */
export function locateIn(
  source: StructuredText,
  quote: string,
  range: Range,
): (FoundQuote & { place: number }) | Refusal {
  for (let place = 1; place <= MAX_PLACES; place++) {
    const found = locateQuote(source, quote, { place });
    if (!found.ok) return found;
    if (found.range.start >= range.start && found.range.start < range.end) return { ...found, place };
  }
  return refuse('These words occur too often in the text.', 'Quote more words.');
}

/** Words that occur more often are not a statement. */
const MAX_PLACES = 20;
