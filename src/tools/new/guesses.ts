/** Guesses the fields that only an author can decide: claim, unit, status and topics. The author has to confirm each guess. Pure. */

import { findNames, properWords } from '../../card/evidence/checks/names.ts';
import { withoutIgnorable } from '../../card/evidence/normalise.ts';
import type { StructuredText } from '../../card/evidence/place.ts';
import type { Status } from '../../card/status.ts';

const MAX_CLAIM = 140;
/** Of `figure.text`. */
const MAX_FIGURE = 24;
const MAX_UNIT = 40;
const MAX_UNIT_WORDS = 3;

/** The sentence without its attribution, or its clauses that fit into a claim. */
export function proposeClaim(sentence: string, exact: string, speaker: string | undefined): string {
  const plain = withoutIgnorable(sentence)
    .replace(/\s+/gu, ' ')
    .replace(/["“”„‟«»]/gu, '')
    .trim();
  const said = speaker === undefined ? plain : withoutSpeaker(plain, speaker);
  const short = [said, plain, exact].find((text) => text.length <= MAX_CLAIM) ?? cutAt(said, exact);
  return capital(short.replace(/[\s.,;:–—-]+$/u, '').trim());
}

/** "…, Latushka said on Friday." and "Latushka said that …" */
function withoutSpeaker(sentence: string, speaker: string): string {
  const name = speaker.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const behind = new RegExp(`^(.{20,}?),\\s[^,]*${name}[^,]*$`, 'u').exec(sentence)?.[1];
  const before = new RegExp(`^[^,]{0,60}${name}[^,]{0,40}?\\s(?:that|dass|que|che|что|що)\\s(.{20,})$`, 'u').exec(
    sentence,
  )?.[1];
  return behind ?? before ?? sentence;
}

/** The clauses around the quote, or else the quote. */
function cutAt(sentence: string, exact: string): string {
  const clauses = sentence.split(/(?<=[;,–—])\s+/u);
  const at = clauses.findIndex((clause) => clause.includes(exact.slice(0, 20)));
  let text = '';
  for (const clause of clauses.slice(Math.max(0, at))) {
    if (`${text} ${clause}`.length > MAX_CLAIM) break;
    text = `${text} ${clause}`.trim();
  }
  return text.length >= exact.length ? text : exact.slice(0, MAX_CLAIM).replace(/\s+\S*$/u, '');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Splits a number that is too long for a picture. Its last words become the unit: "hundreds of millions", "of dollars". */
export function splitFigure(words: string): [text: string, rest: string] {
  if (words.length <= MAX_FIGURE) return [words, ''];
  const at = words.lastIndexOf(' of ', MAX_FIGURE) + 1 || words.lastIndexOf(' ', MAX_FIGURE) + 1;
  return at === 0 ? [words, ''] : [words.slice(0, at).trim(), words.slice(at)];
}

/** Words that end the description of what a number counts. */
const STOP =
  /^(?:and|or|but|who|whose|which|that|where|when|while|if|because|so|than|as|in|on|at|by|for|from|to|with|into|onto|through|between|among|against|across|beside|behind|near|per|about|around|within|without|until|is|are|was|were|be|been|will|would|has|have|had|may|might|could|can|should|must|do|does|did|not|no|under|over|during|since|before|after|ago|each|every|both|the|an|its|his|her|their|our|this|these|those|there|here|now|today|said|says?|went|go|goes|came|comes?|left|took|takes?|made|makes?|died?|dies|lost|got|gets?|gave|gives?|needs?|wants?|lies?|lay|stands?|stood|remain\p{L}*|stay\p{L}*|live[sd]?|serv\p{L}+|und|oder|in|im|an|am|auf|aus|bei|für|mit|nach|seit|von|vor|zu|sind|ist|war|waren|wurden|haben|hatten|et|ou|dans|en|sur|par|pour|avec|qui|sont|est|ont|y|o|a|por|para|con|que|es|son|fue|fueron|han|в|на|и|или|с|из|для|у|та|і|або|з|із|за)$/iu;
/** "1,000 fighters currently stationed there", "12 people killed": what follows the noun, not what precedes it. */
const AFTER_NOUN = /^(?!early|family|daily|weekly|monthly|only)\p{Ll}{2,}(?:ly|ed|ing)$/u;
/** The first word of a share. */
const SHARE = /^(?:of|der|des|de)$/iu;

/**
 * What follows the number: "Wagner fighters" of "up to 1,000 Wagner fighters in Belarus". Empty if no word, mark or end of the
 * sentence shows where the description ends.
 */
export function proposeUnit(quote: string, after: string, figure: string): string {
  const at = quote.indexOf(figure);
  const rest = withoutIgnorable(`${at < 0 ? quote : quote.slice(at + figure.length)}${after}`).replace(/^[\s-]+/u, '');
  const words: string[] = [];
  for (const word of rest.split(/\s+/u)) {
    const bare = word.replace(/[^\p{L}\p{N}’'%-]+$/u, '');
    const isShare = words.length === 0 && SHARE.test(bare);
    const isNamed = words.length > 0 && !SHARE.test(words.at(-1) ?? '');
    if (bare === '' || (!isShare && STOP.test(bare)) || (isNamed && AFTER_NOUN.test(bare))) return unitOf(words);
    words.push(bare);
    if (bare !== word) return unitOf(words);
    if (words.length > MAX_UNIT_WORDS) return '';
  }
  return unitOf(words);
}

function unitOf(words: readonly string[]): string {
  const unit = words.join(' ');
  const most = SHARE.test(words[0] ?? '') ? MAX_UNIT_WORDS + 1 : MAX_UNIT_WORDS;
  return words.length <= most && unit.length <= MAX_UNIT && !SHARE.test(words.at(-1) ?? '') ? unit : '';
}

const ASSESSED =
  /(?<!\p{L})(?:believ\p{L}+|think\p{L}*|thought|estimat\p{L}+|assess\p{L}*|expect\p{L}*|predict\p{L}*|fear\p{L}*|likely|glaub\p{L}*|schätz\p{L}*|vermut\p{L}*|cree\p{L}*|estim\p{L}+|pense\p{L}*|считает|полагает|вважає)(?!\p{L})/iu;
const CLAIMED =
  /(?<!\p{L})(?:claim(?:s|ed)?|alleg(?:es|ed)|assert(?:s|ed)?|insist(?:s|ed)?|boast(?:s|ed)?|accus\p{L}+|behaupte\p{L}*|asegur\p{L}+|утвержда\p{L}+|стверджу\p{L}+)(?!\p{L})/iu;

/** "A source", "Several officials" */
const UNNAMED = /^(?:an?|another|one|some|several|many|eine?|un[ae]?|unos|unas|varios|des|plusieurs)\s/iu;

/** `reported` for outlets and unnamed sources. `stated` for a named speaker, unless a verb of the sentence says otherwise. */
export function proposeStatus(
  sentence: string,
  { speaker, isNamed }: { speaker: string | undefined; isNamed: boolean },
): Status {
  if (speaker === undefined || !isNamed || !/^\p{Lu}/u.test(speaker) || UNNAMED.test(speaker)) return 'reported';
  if (CLAIMED.test(sentence)) return 'claimed';
  return ASSESSED.test(sentence) ? 'assessed' : 'stated';
}

const MAX_TOPICS = 3;
const MAX_TOPIC = 40;

type TopicContext = { topics: readonly string[]; near: string; language: string };

/** Topics of the catalogue that the text names, those of the paragraph first; or else its most frequent name. */
export function proposeTopics(
  { text, blocks }: StructuredText,
  { topics, near, language }: TopicContext,
): { topics: string[]; isGuess: boolean } {
  const article =
    blocks
      ?.filter(({ part }) => part !== 'furniture')
      .map(({ start, end }) => text.slice(start, end))
      .join('\n') ?? text;
  const [inArticle, inNear] = [article.toLowerCase(), near.toLowerCase()];
  const known = topics.filter((topic) => inArticle.includes(topic.toLowerCase()));
  const ranked = [
    ...known.filter((topic) => inNear.includes(topic.toLowerCase())),
    ...known.filter((topic) => !inNear.includes(topic.toLowerCase())),
  ];
  if (ranked.length > 0) return { topics: ranked.slice(0, MAX_TOPICS), isGuess: false };
  // Short lines are bylines, captions and datelines.
  const prose = article
    .split('\n')
    .filter((line) => line.length > 80)
    .join('\n');
  const names = findNames(prose, language, [], properWords(prose)).map(({ text: name }) => name);
  // In a language that capitalises all nouns, the words of the headline are the topics.
  const heading = blocks?.find(({ type, part }) => type === 'heading' && part !== 'furniture');
  const headline =
    (heading ? text.slice(heading.start, heading.end) : '').match(/(?<![\p{L}\p{N}])\p{N}*\p{Lu}[\p{L}\p{N}-]{3,}/gu) ??
    [];
  const countOf = (name: string) => prose.split(name).length;
  const candidates = [...new Set(names.length > 0 ? names : headline)].filter((name) => name.length <= MAX_TOPIC);
  const [most] = candidates.sort((a, b) => countOf(b) - countOf(a));
  return { topics: most === undefined ? [] : [most], isGuess: true };
}
