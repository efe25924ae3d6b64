/** The names in a byline, without "By", roles, dates, the site and duplicates. Pure. */
import { wordsOf } from '../../card/evidence/checks/words.ts';
import { fold, isSameName } from './compare.ts';
import { oneLine } from './elements.ts';

/** Words before a name, in the languages that cards are made from. */
const BEFORE =
  /^(?:(?:written|story|text|words|posted|reported|published|analysis|opinion|geschrieben|escrito|scritto|article|(?:posted|published) on .{4,40}?)\s+)?(?:(?:by|par|por|door)(?::\s*|\s+)|(?:autor(?:[/*:_]?in|en|a|es|ka|ki)?(?:nen)?|auteurs?|authors?|autore|autorzy|автор(?:ы|и|ка)?|текст|аўтар|byline|redaktion|tekst|interview|text):\s*)/iu;
/** "Erstellt von Ann Ray" */
const MADE_BY =
  /^(?:(?:eingestellt|erstellt|verfasst|geschrieben|veröffentlicht|aufgezeichnet|pressemitteilung|publié|écrit|publicado|inserito|pubblicato) )(?=(?:von|par|por|da) )/iu;
/** They can also be part of a name: "von Braun". */
const OR_PARTICLE =
  /^(?:ein (?:beitrag|artikel|kommentar|gastbeitrag) )?(?:von|vom|di|da|de|av|af|od)(?::\s*|\s+)(?=\S+\s+\S)/iu;

/** "ByAnn Ray": two elements without white space. */
const STUCK = /^By(?=\p{Lu}\p{Ll})/u;

const withoutBy = (text: string) =>
  text
    .replace(/^[~—–•·|]\s*/u, '')
    .replace(BEFORE, '')
    .replace(STUCK, '')
    .replace(MADE_BY, '')
    .replace(OR_PARTICLE, '');

/** "Ann Ray Senior Reporter" */
const ROLE =
  /\s+(?:(?:senior|staff|chief|deputy|managing|political|foreign|associate|games|news|sports|science)\s+)*(?:editor|reporter|writer|correspondent|journalist|columnist|contributor|redakteur(?:in)?|korrespondent(?:in)?|redacción|journaliste)(?:\s.*)?$/iu;

/** The words after the names in a byline. */
const AFTER = new RegExp(
  [
    String.raw`\s*[|•·►»]\s.*$`,
    String.raw`\s+[-–—]\s.*$`,
    String.raw`\s+(?:on\s+)?(?:twitter|facebook|instagram|linkedin)(?!\p{L}).*$`,
    String.raw`\s+am\s+(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag).*$`,
    String.raw`\s*\(?(?:https?:\/\/|www\.|@)\S*.*$`,
    String.raw`\s*[\w.+-]+@[\w.-]+.*$`,
    String.raw`(?:^|\s+)(?:(?:edited|reviewed|translated|illustrated|photos?|photographs?|video) by|published|updated|posted on|last (?:updated|modified)|modified|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано|обновлено|опубліковано|оновлено)(?!\p{L}).*$`,
    // A date. In "Ann Ray March 25, 2015" the month belongs to the date, as does a weekday.
    String.raw`\s+(?:(?:on|at|am|le|el|il|em)\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}[.,]*\s+){0,2}\d.*$`,
  ].join('|'),
  'iu',
);

/**
 * Separators of names. A separator of one letter can be part of a name ("Ortega y Gasset"), so both names need two words.
 */
const JOINTS = /\s*[;|/•·]\s*|\s+(?:and|und|et|och|og|en|oraz|with|avec|mit|con|com|та|и|і)\s+|\s*&\s*/iu;
const SHORT_JOINT = /\s+(?:y|e|i|a|й)\s+/u;

/** A part after a comma with one of these words is a position or an employer. */
const POST =
  /(?<!\p{L})(?:president|director|manager|officer|fellow|scientist|engineer|professor|chief|head|lead|partner|analyst|ceo|cto|corp|inc|ltd|llc|gmbh|university|division|institute|department|team)(?!\p{L})/iu;

const CREDENTIAL = /^(?:ph\.?\s?d|m\.?d|r\.?n|rd|msc|m\.?a|b\.?a|mph|jr|sr|esq|dds|dvm)\.?$/i;
const AGENCY =
  /^(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|dpa|bloomberg|press association|pa|efe|ansa|ctk|čtk|pap)$/i;
const NOBODY =
  /^(?:\S+\.[a-z]{2,}|admin(?:istrator)?|editor|authors?|webmaster|super ?user|publisher|no author|staff(?: writer)?|redaktion|redacción|redação|rédaction|login|log in|posted|share|follow|subscribe|comments?|january|february|march|april|may|june|july|august|september|october|november|december|guest|unknown|none|null|undefined|anonymous|web ?desk|n\/a|by|test|root|user)$/i;

export type BylineOptions = {
  /** Names of the site and its publisher. */
  sites: readonly string[];
  /** Whether a comma separates the last and the first name of one author, as in Dublin Core. */
  lastNameFirst?: boolean;
  /** Whether the field is meant for a name, as in JSON-LD. Its last word may then be in lower case. */
  isName?: boolean;
};

/** The names in a byline; none if it names only the site, or is not a byline. */
export function readNames(byline: string, { sites, lastNameFirst = false, isName = false }: BylineOptions): string[] {
  const isSite = (name: string) => sites.some((site) => isSameName(site, name));
  const line = oneLine(byline);
  if (line === '' || /^(?:https?:)?\/\/|^www\./.test(line) || isSite(line)) return [];
  const [last = '', first = '', ...more] = line.split(/\s*,\s*/);
  if (lastNameFirst && first !== '' && more.length === 0 && wordsOf(last).length <= 3)
    return tidy([`${first} ${last}`], isSite);
  const plain = withoutBy(line)
    .replace(AFTER, '')
    // "Ann Ray (with Bob Low)", but not "Bruno (Henrique) Ray".
    .replace(/\((?:with|avec|mit|con|com)\s+([^)]*)\)/giu, '; $1');
  const isPlain =
    /^[\p{L} .’'-]+$/u.test(plain) && /\p{L}{2}/u.test(plain) && wordsOf(plain).length <= 6 && !JOINTS.test(plain);
  if (isName && isPlain && !NOBODY.test(plain) && splitAtShortJoint(plain).length === 1)
    return [withoutRole(plain).trim()];
  const parts = plain.split(JOINTS).flatMap((part) => part.split(/\s*,\s*(?:and\s+)?/u));
  return tidy(parts.flatMap(splitAtShortJoint), isSite);
}

function splitAtShortJoint(part: string): string[] {
  const names = part.split(SHORT_JOINT);
  return names.every((name) => wordsOf(name).length > 1) ? names : [part];
}

/** A single word with a role is not a name: "Jane Reporter". */
function withoutRole(name: string): string {
  const short = name.replace(ROLE, '');
  return wordsOf(short).length > 1 ? short : name;
}

function tidy(parts: readonly string[], isSite: (name: string) => boolean): string[] {
  const names = parts
    .map((part) =>
      withoutBy(part)
        .replace(ROLE, '')
        .replace(/^[\s,.:–—-]+|[\s,:–—-]+$/gu, ''),
    )
    .filter((name) => looksLikeName(name) && !isSite(name));
  const people = names.filter((name, at) => !AGENCY.test(name) && (at === 0 || !POST.test(name)));
  return people.length > 0 ? people : names;
}

/** One to six words. The last begins with a capital letter, or all are in lower case, as in a user name. */
function looksLikeName(name: string): boolean {
  if (name.length > 80 || NOBODY.test(name) || CREDENTIAL.test(name) || /[@<>{}]|https?:|\d{3}|^\d/.test(name))
    return false;
  const words = name
    .replace(/\(.*?\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  const last = words.at(-1) ?? '';
  if (words.length === 0 || words.length > 6) return false;
  return words.length === 1 ? /\p{L}{2}/u.test(last) : !/^\p{Ll}+$/u.test(last);
}

/**
 * Removes duplicates. Of two spellings, keeps the one with lower-case letters. A part of another name is not another
 * author.
 */
export function distinctNames(names: readonly string[]): string[] {
  const kept: string[] = [];
  for (const name of names) {
    const at = kept.findIndex((other) => isSameAuthor(name, other));
    const known = kept[at];
    if (known === undefined) kept.push(name);
    else if (isShouted(known) && !isShouted(name)) kept[at] = name;
  }
  return kept;
}

/** "Ann Ray" and "Ann Ray Reporter Follow", or "ann" and "Ann Ray". */
export function isSameAuthor(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  return a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)));
}

export const isShouted = (name: string) => name === name.toUpperCase() && name !== name.toLowerCase();
