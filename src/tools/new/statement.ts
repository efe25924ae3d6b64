/** Whether words state a fact that stands alone: a whole sentence or clause, neither a question nor a fragment. Pure. */
import { primaryLanguage } from '../../card/evidence/checks/words.ts';

/** Words with which a clause can begin: articles, pronouns and quantities, not prepositions or relative words. */
const SUBJECTS: Record<string, RegExp> = {
  en: /^(?:the|an?|this|these|those|it|he|she|they|we|there|some|many|most|more|about|around|nearly|almost|roughly|up to|at least|only|all|both|his|her|its|their|our|no|nobody|one|two|three|four|five|six|seven|eight|nine|ten)(?!\p{L})/iu,
  de: /^(?:der|die|das|ein|eine|dieser?|es|er|sie|wir|rund|etwa|fast|mehr|mindestens|alle|beide|keine?|zwei|drei)(?!\p{L})/iu,
  fr: /^(?:les?|la|l['’]|une?|ces?|cette|ils?|elles?|nous|on|environ|près|plus|quelque|tous|aucune?|deux|trois)(?!\p{L})/iu,
  es: /^(?:el|la|los|las|una?|unos|unas|estos?|estas?|ella|ellos|más|cerca|casi|todos|ningún|ninguna|dos|tres)(?!\p{L})/iu,
};
/** Words that cannot end a statement. */
const OPEN_END =
  /(?<!\p{L})(?:and|or|but|that|the|an?|of|to|in|on|at|for|with|as|by|from|who|which|is|are|was|were|und|oder|dass|der|die|das|ein|eine|zu|von|mit|et|ou|que|qui|les?|la|une?|des?|du|à|y|o|el|los|las|en|con|por|para|и|что|в|на|і|та|що|у)$/iu;
/** Requirements of a specification, references and list marks. */
const NO_PROSE = /(?<!\p{L})(?:MUST|SHOULD|SHALL|MAY)(?!\p{L})|^[[*•]|^\p{L}\)/u;
/** A sentence that begins with these words needs the one before it. */
const OPENING = /^(?:Or|Nor|And|Then|Well|Perhaps|Maybe|Oder|Und|Ou|Et|O|Y)(?!\p{L})/u;
/** The author advises the reader. */
const ADVICE: Record<string, RegExp> = { en: /(?<!\p{L})(?:you|your|you['’]\p{L}+)(?!\p{L})/iu };
/** Not words of a plan, but of the future, a condition or a reason. */
const STRONG_PLAN =
  /plan|inten|aims?(?!\p{L})|propos|schedul|under construction|vow|promis|pledg|project|beabsichtig|vorhab|prév|prevé|proyect|план|намер|намір/iu;

/** Whether a sentence can be quoted: it begins and ends as one, and neither asks nor advises. `outside`: without its quotations. */
export function isStatement(sentence: string, outside: string, language: string): boolean {
  const words = sentence.trim();
  if (/^["“„«]?\p{Ll}/u.test(words) || !/[.!…。"“”’'»)\]]$/u.test(words)) return false;
  if (NO_PROSE.test(words) || OPENING.test(words) || /\?["“”’»]*$/u.test(words)) return false;
  return !ADVICE[primaryLanguage(language)]?.test(outside);
}

/** Whether a part of a sentence is a clause of its own. `isStart`: whether it begins the sentence. */
export function isClause(words: string, isStart: boolean, language: string): boolean {
  if (OPEN_END.test(words) || /\([^)]*$|“[^”]*$/u.test(words) || (words.match(/"/g)?.length ?? 0) % 2 > 0) return false;
  return isStart || /^(?:\p{N}|[$€£])/u.test(words) || SUBJECTS[primaryLanguage(language)]?.test(words) === true;
}

/** Whether what follows a clause goes on with a list of names, or completes a clause that only describes. */
export function isCutOff(last: string, next: string | undefined): boolean {
  return next !== undefined && (/^\p{Lu}/u.test(next) || DESCRIBES.test(last));
}
const DESCRIBES = /^(?:which|who|whose|where|having|like|such as|including|qui|que|dont|où)(?!\p{L})/iu;

const MIN_SPOKEN = 6;

/** Whether the words of a speaker are a sentence, and not a term or a part of one. */
export const isSpokenSentence = (words: string): boolean =>
  !/^\p{Ll}/u.test(words) &&
  !OPENING.test(words) &&
  !words.endsWith('?') &&
  words.split(/\s+/u).length >= MIN_SPOKEN &&
  !OPEN_END.test(words);

/** Whether the hedges of a sentence announce something, rather than only speak of the future. */
export const announces = (hedges: readonly { words: string }[]): boolean =>
  hedges.some(({ words }) => STRONG_PLAN.test(words));
