/** Finds the only speaker of a sentence: a name, or a noun phrase such as "the union". By rules for the languages below. Pure. */
import { isPersonal, isTitle } from '../../card/evidence/checks/names.ts';
import { withoutQuoted } from '../../card/evidence/checks/reporting.ts';

type Grammar = {
  /** Verbs of speech. */
  say: string;
  /** Verbs of which the holder of a plan is the subject. */
  plan: string;
  /** Phrases before a speaker. */
  accord: string;
  /** Words that no noun phrase contains: pronouns, auxiliaries, conjunctions and most prepositions. */
  stop: string;
  /** Articles and other words that begin a noun phrase. */
  det: string;
  /** Nouns of what neither speaks nor plans. */
  thing: string;
};

const GRAMMARS: Record<string, Grammar> = {
  en: {
    say: 'said|says|say|told|tells|announced|announces|confirmed|confirms|stated|claimed|claims|warned|warns|insisted|insists|argued|argues|added|adds|estimates|estimated|believes|explained|explains|reported|reports|admitted|acknowledged|denied|noted|recalls|recalled|predicts|predicted|pledged|vowed|wrote',
    plan: '(?:is |are )?(?:planning|plans?|planned|intends?|aims?|proposes?|pledges|promises|vows) to|proposes|unveiled',
    accord: 'according to|in the words of',
    stop: 'it|he|she|they|we|i|you|who|which|that|what|this|these|those|there|whose|whom|is|are|was|were|be|been|has|have|had|will|would|could|can|may|might|must|do|does|did|not|and|or|but|if|when|while|as|because|so|than|then|on|to|with|without|after|before|during|about|into|over|under|also|only|however|published|released|seen|posted|compiled|obtained|cited|where|how|why|said|says|told|never|all|over',
    det: 'the|an?|another|one|several|some|many|most|two|three|our|its|his|her|their',
    thing:
      'video|interview|article|post|transcript|letter|tweet|email|message|sign|map|book|law|bill|budget|year|years|week|month|months|day|days|time|times|price|rules|theorem|history|tool|retellings|prices|thing|things|way|reasons?|stories|answers|statement|bridge|road',
  },
  de: {
    say: 'sagte|sagt|sagten|sagen|erklärte|erklärt|erklärten|teilte|teilten|betonte|berichtete|berichtet|berichteten|warnte|warnt|behauptete|behauptet|meldete|meldet|bestätigte|bestätigt|kündigte|kündigten|schätzt|schätzte|rechnet|rechnete|schrieb|schreibt|meinte',
    plan: 'plant|planen|plante|will|wollen|beabsichtigt|beabsichtigen|kündigt|erwägt',
    accord: 'laut|nach Angaben|nach Einschätzung|nach Ansicht|nach Worten|nach den Worten|so',
    stop: '',
    det: '',
    thing: 'Gesetz|Vertrag|Plan|Entwurf|Haushalt|Video|Brief|Buch|Jahr|Artikel|Brücke|Weg|Monat|Woche|Tag',
  },
  es: {
    say: 'dijo|dice|dijeron|dicen|afirmó|afirma|afirmaron|señaló|señala|explicó|explica|aseguró|asegura|declaró|declara|añadió|añade|indicó|indica|informó|informa|informaron|anunció|anuncia|anunciaron|advirtió|confirmó|confirma|denunció|denuncia|reconoció|sostiene|sostuvo|ha dado a conocer',
    plan: 'planea|planean|prevé|prevén|pretende|pretenden|proyecta|tiene previsto|tienen previsto|quiere|quieren',
    accord: 'según|de acuerdo con|en palabras de',
    stop: 'según|que|quien|quienes|se|lo|le|les|no|es|son|era|fue|ha|han|había|y|o|pero|si|cuando|mientras|en|a|al|por|para|con|sin|tras|ante|sobre|desde|hasta|como|donde|él|ella|ellos|esto|eso|también|ya|publicado|publicada|dijo|afirmó|explicó|declaró',
    det: 'el|la|los|las|un|una|unos|unas|otro|otra|su|sus|varios|varias|dos|tres',
    thing:
      'video|vídeo|entrevista|artículo|carta|libro|ley|proyecto|año|años|día|mes|texto|puente|presupuesto|normas|reglas',
  },
  fr: {
    say: '(?:a|ont|avait)\\s(?:déclaré|affirmé|expliqué|indiqué|précisé|assuré|annoncé|ajouté|estimé|confirmé|souligné|reconnu|averti|dénoncé|dit)|déclare|affirme|explique|indique|précise|assure|annonce|ajoute|estime|confirme|souligne|dit',
    plan: 'prévoit|prévoient|envisage|envisagent|projette|projettent|veut|veulent|compte|comptent',
    accord: "selon|d[’']après|à en croire|aux yeux de",
    stop: 'il|elle|ils|elles|on|nous|qui|que|dont|où|ce|se|ne|n|s|qu|pas|est|sont|était|a|ont|avait|et|ou|mais|si|quand|dans|en|à|au|aux|par|pour|avec|sans|sur|après|avant|lors|comme|également|aussi|publié|publiée',
    det: 'les?|la|l|une?|des|un autre|une autre|son|sa|ses|leurs?|plusieurs|deux|trois',
    thing: 'vidéo|entretien|article|lettre|livre|loi|projet|texte|an|ans|jour|mois|pont|budget|manque',
  },
};

const BOUNDARY =
  /[,;:.!?–—()\0]|(?<!\p{L})(?:that|but|because|while|although|if|dass|aber|que|pero|mais|qui)(?!\p{L})/giu;
const ADVERBS =
  /(?:\s(?:also|has|have|had|later|previously|recently|earlier|again|once|\p{Ll}+ly|hat|haben|también|ya|ha|han|había|le|les|lui|leur))+$/iu;
const TIME =
  /^(?:(?:on|in|last|this|since|am|im|el|le|this past)\s+)?(?:yesterday|today|now|meanwhile|gestern|heute|ayer|hoy|hier|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d{4}|week|month|year)(?:\s(?:morning|evening|night))?\s+/iu;
const MAX_WORDS = 8;
const PREPOSITION = /^(?:of|for|at|in|from|by|de|del|du|des)$/iu;

const word = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;
const compiled = new Map(
  Object.entries(GRAMMARS).map(([language, { say, plan, accord, stop, det, thing }]) => [
    language,
    {
      say: new RegExp(word(say), 'gu'),
      plan: new RegExp(word(plan), 'gu'),
      accord: new RegExp(word(accord), 'giu'),
      stop: new RegExp(`^(?:${stop})$`, 'iu'),
      det: new RegExp(`^(?:${det})$`, 'iu'),
      thing: new RegExp(`^(?:${thing})(?:[’']s)?$`, 'iu'),
    },
  ]),
);
type Rules = NonNullable<ReturnType<typeof compiled.get>>;

/** A full stop of an abbreviation ends no clause: "Mr. Ray", "Robert M. Danin". */
const ABBREVIATION = /(?<!\p{L})(Mrs?|Ms|Dr|Prof|St|Sra?|\p{Lu})\.(?=\s)/gu;
const DOT = '\u2024';
/** With these, a tool or a feature can be the subject, so only names are speakers. */
const WEAK = /^(?:tells|reports|adds|added|notes|noted|wrote|explains|estimated)$/;
/** "reports seen by", "estimates of" */
const NOUN_VERB = /^(?:reports|claims|estimates|say)\s(?:of|from|by|about|in|seen|published|were|are|have)(?!\p{L})/u;

/** Whether there are rules for a language. */
export const knowsPhrases = (language: string): boolean => compiled.has(language);

/** The speaker, as the sentence names it. Undefined if none or several speak. */
export function findSpeakerPhrase(
  sentence: string,
  language: string,
  isKnown: (name: string) => boolean = () => false,
): string | undefined {
  const rules = compiled.get(language);
  if (!rules) return undefined;
  const spoken = withoutQuoted(sentence).replace(/\s+/gu, ' ').replace(ABBREVIATION, `$1${DOT}`);
  const read = language === 'de' ? germanPhrase : (text: string, isEnd: boolean) => phraseOf(text, isEnd, rules);
  const found = new Set<string>();
  const add = (phrase: string | undefined, verb = '') => {
    const isWeak = WEAK.test(verb) && !(phrase && (isPersonal(phrase) || isKnown(phrase)));
    if (phrase !== undefined && !isWeak) found.add(phrase.replaceAll(DOT, '.'));
  };
  for (const { 0: verb, index } of spoken.matchAll(rules.say)) {
    if (NOUN_VERB.test(spoken.slice(index))) continue;
    const before = spoken.slice(0, index).trimEnd().replace(ADVERBS, '').trimEnd();
    const own = subjectOf(before, read);
    const isInverted = language !== 'en' || before === '' || /[,\0–—?!]$/u.test(before);
    if (own !== undefined) add(own, verb);
    else if (isInverted && !/^(?:told|tells)$/i.test(verb))
      add(withApposition(spoken.slice(index + verb.length), read), verb);
  }
  for (const { 0: words, index } of spoken.matchAll(rules.accord)) {
    if (/^so$/iu.test(words) && !/,\s*$/u.test(spoken.slice(0, index))) continue;
    add(withApposition(spoken.slice(index + words.length), read));
  }
  if (found.size === 0)
    for (const { index } of spoken.matchAll(rules.plan)) {
      const before = spoken.slice(0, index).trimEnd().replace(ADVERBS, '').trimEnd();
      if (!/[,;:.!?–—()\0]/u.test(before)) add(subjectOf(before, read));
    }
  return found.size === 1 ? [...found][0] : undefined;
}

type Read = (text: string, isEnd: boolean) => string | undefined;

/** The speaker with whom a text begins: "the harbour master", or "Eva Lind" of "the harbour master, Eva Lind". */
function withApposition(text: string, read: Read): string | undefined {
  const [own = '', name = ''] = text.split(/[,;:.!?–—()\0]/u).map((part) => part.trim());
  const phrase = read(own.replace(TIME, ''), false);
  const isNamed = phrase !== undefined && own.toLowerCase().endsWith(phrase.toLowerCase());
  return isNamed && !isPersonal(phrase) && isPersonal(name) ? name : phrase;
}

/** The subject before a verb: "The union", "The harbour master, Eva Lind,", "Eva Lind, the harbour master,". */
function subjectOf(before: string, read: Read): string | undefined {
  const parts = before.split(',').map((part) => part.trim());
  if (!before.endsWith(',')) {
    const tail = tailOf(before);
    // "It shipped a display and Ann Ray said": the name behind another clause.
    const [, clause = '', name = ''] = /^(.*)\s(?:and|und|y|et)\s(.*)$/u.exec(tail) ?? [];
    const isClause = clause.split(' ').length > 4 && isPersonal(name);
    return read(tail, true) ?? (isClause ? read(name, true) : undefined);
  }
  const [first = '', second = ''] = parts.slice(-3, -1);
  const described = parts.length < 3 ? undefined : read(tailOf(first), true);
  if (described === undefined) return undefined;
  return isPersonal(second) && !isPersonal(described) ? second : described;
}

/** The words of a text behind its last mark or conjunction. */
function tailOf(text: string): string {
  const last = [...text.matchAll(BOUNDARY)].at(-1);
  return text
    .slice(last ? last.index + last[0].length : 0)
    .trim()
    .replace(TIME, '');
}

/** A noun phrase that a text consists of (`isEnd`), or begins with. */
function phraseOf(text: string, isEnd: boolean, { stop, det, thing }: Rules): string | undefined {
  const all = text
    .replace(/^(?:And|But|So|Y|Et|Mais|Pero)\s/u, '')
    .split(' ')
    .filter(Boolean);
  const bare = (one: string) => one.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$|^l[’'](?=\p{L})/gu, '');
  const cut = all.findIndex(
    (one, at) =>
      at > 0 && (stop.test(bare(one)) || /['’](?:ve|re|ll|d|m|t)$/u.test(one) || /^\p{Ll}+(?:ing|ly)$/u.test(one)),
  );
  if (
    (isEnd && cut >= 0) ||
    stop.test(bare(all[0] ?? '')) ||
    PREPOSITION.test(all[0] ?? '') ||
    /['’](?:ve|re|ll|d|m|t)$/u.test(all[0] ?? '')
  )
    return undefined;
  const words = isEnd || cut < 0 ? all : all.slice(0, cut);
  while (PREPOSITION.test(words.at(-1) ?? '')) words.pop();
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  // "developer Ammar Askar", "Mr Obama", "the BBC's editor Jon Sopel": the name behind the role.
  const isName = (one: string) => /^\p{Lu}/u.test(one);
  const run = words.length - words.findLastIndex((one) => !isName(one)) - 1;
  const role = words[words.length - run - 1] ?? '';
  const name = words.slice(words.length - run);
  name.splice(0, Math.min(name.length - 1, name.findLastIndex((one) => isTitle(bare(one))) + 1));
  if (
    run > 0 &&
    (run === words.length || /^\p{Ll}/u.test(role)) &&
    !/^(?:of|for|at|in|from|by|and|de|del|du|des|la|el|à)$/iu.test(role)
  ) {
    const whole = name.join(' ').replace(/^(?:The|El|La|Los|Las|Le|Les)\s/u, '');
    const isPlainRole = run === words.length || (det.test(role) ? run > 0 : run > 1);
    if (isPlainRole && !det.test(whole) && !isTitle(bare(whole)) && !thing.test(bare(whole))) return bareName(whole);
  }
  const [first = ''] = words;
  const head = words.findIndex((one, at) => at > 0 && PREPOSITION.test(one));
  const noun = bare(words[(head < 0 ? words.length : head) - 1] ?? '');
  if (thing.test(noun) || thing.test(bare(words.at(-1) ?? '')) || /^\p{N}/u.test(first)) return undefined;
  const begins = det.test(bare(first).toLowerCase()) || /^l[’']/iu.test(first);
  if (begins && words.length === 1 && !/^l[’']/iu.test(first)) return undefined;
  if (!begins && !(isName(first) || (isEnd && /s$/u.test(noun)))) return undefined;
  if (!begins && words.length === 1 && !/^\p{Lu}?\p{L}+s$/u.test(noun) && !isName(first)) return undefined;
  return capital(words.join(' '));
}

const bareName = (name: string) => name.replace(/['’]s$/u, '').replace(/^.*['’]s\s(?=\p{Lu})/u, '');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const NO_NOUN =
  /^(?:Er|Sie|Es|Wir|Ich|Man|Wer|Das|Dies|Diese[rs]?|Am|Im|An|In|Auf|Bei|Nach|Vor|Seit|Mit|Zum|Zur|Doch|Aber|Und|So|Dort|Hier|Dann|Nun|Auch|Alle|Viele|Niemand)$/u;

/** In the nominative: "der Gewerkschaft" gives "Die Gewerkschaft"; "des Amtes" gives "Amt". */
function germanPhrase(text: string, isEnd: boolean): string | undefined {
  const noun = '(?:\\p{Lu}[\\p{L}-]+)';
  const phrase = `(?:(von|vom|der|die|das|des|dem|den|ein|eine|einer|eines|einem)\\s)?((?:\\p{Ll}+(?:e|er|en|es)\\s){0,2})(${noun}(?:\\s${noun})*)((?:\\s(?:der|des|von|für|bei)\\s(?:\\p{Ll}+\\s)?${noun})?)`;
  const [, article = '', adjectives = '', head = '', rest = ''] =
    new RegExp(isEnd ? `^${phrase}$` : `^(?:von\\s)?${phrase}`, 'u').exec(
      text.replace(/^(Der|Die|Das|Eine?)\s/u, (one) => one.toLowerCase()),
    ) ?? [];
  const words = head.split(' ');
  if (
    head === '' ||
    head.split(' ').every((one) => isTitle(one) || NO_NOUN.test(one)) ||
    NO_NOUN.test(words[0] ?? '') ||
    compiled.get('de')?.thing.test(words.at(-1) ?? '')
  )
    return undefined;
  if (words.length > 1 && article !== 'der' && article !== 'die')
    return words.length > 2 ? words.slice(-2).join(' ') : head;
  // "der Präsident Uwe Tann"
  if (words.length > 2) return words.slice(-2).join(' ');
  const nominative = isEnd || !/^(?:von|vom|des|dem|den|einem|eines|einer|der)$/u.test(article);
  if (nominative) return capital([article, `${adjectives}${head}${rest}`].filter(Boolean).join(' '));
  if (article === 'der' || article === 'einer') {
    const isInverted =
      article === 'der' &&
      !/(?:ung|heit|keit|schaft|ion|tät|ei|in|behörde|stadt|firma|partei|kammer|bank|agentur|zentrale|gruppe|presse|stelle)$/u.test(
        head,
      );
    if (isInverted) return capital(`der ${adjectives}${head}${rest}`);
    return capital(`${article === 'der' ? 'die' : 'eine'} ${adjectives.replace(/en /g, 'e ')}${head}${rest}`);
  }
  const stem = /^(?:des|eines)$/u.test(article) ? head.replace(/(?<=[^aeiou]t|d|s)es$|(?<=[^s])s$/u, '') : head;
  return `${stem}${rest}`;
}
