/** Finds the speakers that a sentence names with a reporting phrase, by language. Pure. */
import { STARTERS } from '../abbreviations.ts';
import { type FoundName, findCountries, findNames, isNationality, isPersonal } from './names.ts';

type Lexicon = {
  /** Verbs with the speaker before or after them: "Latushka said", "said Latushka". `~` is any past ending: "заяви~". */
  verbs: string;
  /** Phrases before the speaker: "according to Latushka". */
  before: string;
  /** Phrases after the speaker: "Berichten zufolge". */
  after?: string;
};

const LEXICONS: Record<string, Lexicon> = {
  en: {
    verbs:
      'said|says|say|told|tells|added|adds|noted|notes|stated|states|claimed|claims|argued|argues|wrote|writes|explained|explains|warned|warns|announced|announces|declared|declares|insisted|insists|stressed|stresses|emphasized|emphasised|believes|believed|thinks|thought|estimates|estimated|confirmed|confirms|admitted|admits|acknowledged|alleged|alleges|asserted|asserts|recalled|recalls|commented|remarked|replied|responded|testified|tweeted|posted|predicted|predicts|suggested|suggests|reported|reports|concluded|concludes|observed|observes|quipped|joked|vowed|promised|pledged|complained|revealed|reveals|denied|denies|called|continued|asked|pointed out|points out|went on|goes on|put it|puts it|spoke|speaks|speaking|saying|adding|noting|telling|writing|warning|cautioned|cautions|lamented|laments|recounted|contended|contends|maintained|maintains|countered|counters|conceded|concedes|described|describes|hinted|hints|urged|urges|criticized|criticised|disputed|disputes|objected|reiterated|disclosed|cited|scoffed|reckons|fears|feared|doubts|doubted|disagreed|welcomed|praised|condemned|accused|accuses|agreed|agrees|advised|demanded|demands',
    before: 'according to|in the words of|as told by|quoting|citing',
  },
  de: {
    verbs:
      'sagte|sagt|sagten|sagen|erklärte|erklärt|erklärten|betonte|betont|schrieb|schreibt|berichtete|berichtet|berichten|behauptete|behauptet|warnte|warnt|meinte|meint|meinten|kündigte|kündigt|ergänzte|ergänzt|erläuterte|erläutert|äußerte|fügte|teilte|gab|räumte|bestätigte|bestätigt|versicherte|versichert|findet|glaubt|glaubte|vermutet|vermutete|kommentierte|kritisierte|kritisiert|forderte|fordert|antwortete|erzählte|erzählt|erinnerte|zitiert|spricht|sprach|so|räumt|kritisierten|bezweifelt|bezweifelte|zweifelt|monierte|moniert|mahnte|mahnt|pocht|pochte|stellte|stellt|rechnet|rechnete|sieht|hält|hielt|nannte|nennt|fragte|fragt|schätzte|schätzt|widersprach|widerspricht|führte|verwies|verweist|begrüßte|begrüßt|bedauerte|bedauert|beklagte|beklagt|verteidigte|verteidigt|prognostizierte|prognostiziert|verlangte|verlangt|plädierte|plädiert|wies|weist|warf|wirft|lobte|lobt|zeigte|bezeichnete|bezeichnet|verkündete|verkündet|versprach|verspricht|geht von|ging von|gehen von',
    before:
      'laut|nach Angaben von|nach Angaben des|nach Angaben der|nach Worten von|so|nach Einschätzung von|nach Einschätzung des|nach Einschätzung der|nach Ansicht von|nach Ansicht des|nach Ansicht der|nach den Worten von|aus Sicht von|aus Sicht des|aus Sicht der',
    after: 'zufolge',
  },
  es: {
    verbs:
      'dijo|dice|dicen|dijeron|afirmó|afirma|afirman|señaló|señala|explicó|explica|aseguró|asegura|declaró|declara|añadió|añade|agregó|agrega|indicó|indica|sostuvo|sostiene|comentó|comenta|advirtió|advierte|anunció|anuncia|informó|informa|reconoció|reconoce|manifestó|manifiesta|contó|cuenta|expresó|expresa|subrayó|subraya|destacó|destaca|admitió|admite|confirmó|confirma|escribió|escribe|opinó|opina|cree|relató|relata|recordó|recuerda|apuntó|apunta|precisó|precisa|estimó|estima|insistió|insiste|respondió|responde|denunció|denuncia|negó|niega|concluyó|concluye|prometió|promete|criticó|critica|defendió|defiende|alertó|alerta|lamentó|lamenta|acusó|acusa|reveló|revela|calificó|califica|reclamó|reclama|exigió|exige|pidió|pide|consideró|considera|contestó|contesta|replicó|replica|matizó|matiza|aclaró|aclara|detalló|detalla|descartó|descarta|rechazó|rechaza|reiteró|reitera|planteó|plantea|argumentó|argumenta|vaticinó|pronosticó|calculó|calcula|preguntó|ironizó|celebró|elogió|dudó|duda|puntualizó|remarcó|remarca|discrepa|atribuye|atribuyó|ve|insinuó|insinúa|zanjó',
    before:
      'según|en palabras de|de acuerdo con|a juicio de|a juicio del|según el|en opinión de|en palabras del|de acuerdo con el|a su juicio|a su entender|a entender de|en opinión del',
  },
  fr: {
    verbs:
      'dit|déclaré|déclare|affirmé|affirme|expliqué|explique|indiqué|indique|précisé|précise|assuré|assure|estimé|estime|souligné|souligne|annoncé|annonce|ajouté|ajoute|raconté|raconte|écrit|rappelé|rappelle|confié|confie|reconnu|reconnaît|confirmé|confirme|soutenu|soutient|averti|avertit|jugé|juge|répondu|répond|lancé|lance|commenté|commente|constaté|constate|regretté|regrette|résumé|résume|insisté|insiste|martelé|martèle|conclu|conclut|poursuivi|poursuit|dénoncé|dénonce|pense|croit|note|relève|déplore|déploré|réclame|réclamé|plaide|plaidé|prévient|prévenu|tempère|tempéré|nuance|nuancé|réagi|réagit|promis|promet|accuse|accusé|dément|démenti|conteste|contesté|détaille|détaillé|alerte|alerté|admet|admis|critique|critiqué|demande|demandé|exige|exigé|rapporte|rapporté|observe|observé|s’indigne|s’inquiète|s’alarme|s’interroge|doute|fustige|fustigé|défend|défendu|salue|salué|glisse|glissé|abonde|rétorque|rétorqué|réplique|répliqué|espère|craint|redoute|prédit|évoque|évoqué|minimise|minimisé|jure|juré|tranché|tranche|parle d’un|parle d’une|parle de',
    before: 'selon|d’après|aux yeux de|à en croire|au dire de|de l’avis de|d’après les|pour',
  },
  uk: {
    verbs:
      'сказав|сказала|сказали|заявив|заявила|заявили|повідомив|повідомила|повідомили|повідомляє|зазначив|зазначила|зазначили|наголосив|наголосила|додав|додала|пояснив|пояснила|розповів|розповіла|вважає|стверджує|стверджують|написав|написала|підкреслив|підкреслила|уточнив|уточнила|говорить|каже|визнав|визнала|підтвердив|підтвердила|попередив|попередила|оголосив|оголосила|відповів|відповіла|прокоментував|прокоментувала|пише|запевнив|запевнила|запевня~|запевняє|зауважи~|зауважує|припусти~|припускає|пообіця~|обіцяє|наголошує|наголосили|підкреслює|пояснює|розповідає|розповіли|переконаний|переконана|сумнівається|звинувати~|звинувачує|назва~|називає|попереджає|нагада~|нагадує|наріка~|нарікає|радить|порадив|порадила|скаржиться|поскаржи~|запереч~|заперечує|заперечи~|критикує|розкритикува~|додає|зазначає|констатува~|констатує|анонсува~|повідоми~|спростува~|прогнозує|вимагає|закликає|закликав|закликала|очікує|погоджується|погоди~|вірить|підрахува~|визна~|твердить',
    before:
      'за словами|за даними|за інформацією|на думку|як повідомляє|згідно з|за оцінкою|за оцінками|за підрахунками|за версією|зі слів|на переконання',
  },
  ru: {
    verbs:
      'сказал|сказала|сказали|заявил|заявила|заявили|сообщил|сообщила|сообщили|сообщает|отметил|отметила|подчеркнул|подчеркнула|добавил|добавила|пояснил|пояснила|объяснил|объяснила|рассказал|рассказала|считает|утверждает|утверждают|написал|написала|уточнил|уточнила|говорит|признал|признала|подтвердил|подтвердила|предупредил|предупредила|объявил|объявила|ответил|ответила|пишет|заверил|заверила|замети~|отмечает|подчеркивает|подчёркивает|добавляет|поясняет|рассказывает|рассказали|заверяет|предупреждает|напомни~|напоминает|предположи~|предполагает|полагает|опасается|убежден|убеждён|убеждена|уверен|уверена|признаётся|признается|признава~|указа~|указывает|возрази~|возражает|раскритикова~|критикует|обвини~|обвиняет|подозревает|назва~|называет|пообеща~|обещает|настаивает|настаива~|жалуется|пожалова~|усомни~|сомневается|соглаша~|согласи~|опроверг|опровергла|опровергает|требует|потребова~|призва~|призывает|прогнозирует|посоветова~|ожидает|спроси~|поблагодари~|спорит|винит|подсчита~',
    before:
      'по словам|по данным|по информации|по мнению|как сообщает|согласно|по версии|по оценке|по утверждению|со слов|по расчетам|по расчётам|по подсчетам|по подсчётам',
  },
  it: {
    verbs:
      'ha detto|dice|ha affermato|afferma|ha dichiarato|dichiara|ha spiegato|spiega|ha aggiunto|aggiunge|sostiene|ha scritto|scrive|ritiene',
    before: 'secondo|stando a',
  },
  pt: {
    verbs:
      'disse|diz|falou|fala|dizem|disseram|afirmou|afirma|declarou|declara|explicou|explica|acrescentou|acrescenta|contou|conta|escreveu|escreve|avaliou|avalia|ressaltou|ressalta|destacou|destaca|informou|informa|anunciou|anuncia|admitiu|admite|confirmou|confirma|acredita|alertou|alerta',
    before: 'segundo|de acordo com|conforme|na opinião de',
  },
  nl: {
    verbs:
      'zei|zegt|zeiden|verklaarde|verklaart|meldde|meldt|schreef|schrijft|vertelde|vertelt|stelde|stelt|vindt|denkt|legt uit',
    before: 'volgens|aldus',
  },
  pl: {
    verbs:
      'powiedział|powiedziała|mówi|oświadczył|oświadczyła|stwierdził|stwierdziła|poinformował|poinformowała|dodał|dodała|podkreślił|podkreśliła|twierdzi|uważa|napisał|napisała',
    before: 'według|zdaniem|jak podaje',
  },
  be: {
    verbs:
      'сказаў|сказала|заявіў|заявіла|паведаміў|паведаміла|адзначыў|адзначыла|дадаў|дадала|лічыць|кажа|піша|напісаў|напісала',
    before: 'паводле|на думку|па словах',
  },
};

/** Whether a word is a reporting verb. */
export function isReportingVerb(word: string, language: string): boolean {
  const pattern = patterns.get(language)?.verbs;
  return pattern !== undefined && word.replace(pattern, '') === '';
}

/** Whether a language has a lexicon of reporting phrases. */
export const knowsReporting = (language: string): boolean => language in LEXICONS;

const phrase = (words: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.replaceAll(' ', '\\s+').replaceAll('’', "['’]\\s?").replaceAll('~', '(?:в|л|ла|ли)')})(?![\\p{L}\\p{N}])`,
    'giu',
  );

const patterns = new Map(
  Object.entries(LEXICONS).map(([language, { verbs, before, after }]) => [
    language,
    { verbs: phrase(verbs), before: phrase(before), after: after ? phrase(after) : undefined },
  ]),
);

/** `known`: names to recognise. `proper`: words that are names even at the start of a sentence. */
export type Names = { known: readonly string[]; proper: ReadonlySet<string> };

/** Replaces each letter of a quotation, so that offsets stay the same. */
const HIDDEN = '\u0000';
const QUOTED = new RegExp(HIDDEN);

/** Words that exclude the name after them as the subject: "said at the Forum", "said that Putin". */
const OF_ANOTHER =
  /(?<!\p{L})(?:at|in|on|to|that|for|during|from|with|after|before|by|about|dans|à|au|aux|en|sur|que|a|bei|am|im|auf|dass|nach|vor|в|у|на|що|что|про|о)(?!\p{L})/iu;

/** The maximum number of words between a verb and its speaker: "said former security officer Alyaksandr Azarov". */
const WORDS_TO_NAME = 7;

/** Words between a speaker and a verb: "Latushka also said", "Macron a déclaré". */
const BETWEEN =
  /(?:\s(?:also|has|have|had|then|later|previously|recently|reportedly|once|earlier|again|\p{Ll}+ly|a|ont|avait|se|le|les|lo|nos|lui|leur|ihm|ihr|sich|йому|їй|їм|ему|ей|им|ha|han|había|hat|haben|também|також|також|также|ще|ещё|раніше|ранее))+\s*$/u;

/**
 * The names of the speakers in a sentence. A name next to a reporting verb is a speaker; a description between commas may
 * separate them. A pronoun or common noun next to the verb refers to somebody in an earlier sentence.
 */
export function findReporters(sentence: string, language: string, listed: Names): FoundName[] {
  const pattern = patterns.get(language);
  if (!pattern) return [];
  const spoken = withoutQuoted(sentence);
  // The "von" in "nach Angaben von" does not make a description.
  const plain = spoken.replace(pattern.before, (words) => '-'.repeat(words.length));
  const names = findReporterNames(spoken, language, listed).filter((name) => !isDescription(plain, name, language));
  const found = new Set<FoundName>();
  const nameBehind = (end: number, maxWords: number): FoundName | undefined => {
    const name = names.find(({ start }) => start >= end);
    const between = name ? spoken.slice(end, name.start) : '';
    return name && !/[.;:!?]/u.test(between) && between.split(/\s+/u).length - 1 <= maxWords ? name : undefined;
  };
  const addBehind = (end: number, maxWords: number) => {
    const name = nameBehind(end, maxWords);
    if (name) found.add(name);
  };
  for (const { 0: verb, index } of spoken.matchAll(pattern.verbs)) {
    const before = spoken.slice(0, index).replace(BETWEEN, ' ').trimEnd();
    const beside = names.find(({ end }) => end === before.length);
    if (beside) found.add(beside);
    else if (/[,)–—]$/u.test(before)) {
      // "…, said Ann Ray": the name after the verb, unless it is a place or a listener.
      const end = index + verb.length;
      const behind = WITH_LISTENER.test(verb) ? undefined : nameBehind(end, WORDS_TO_NAME);
      const described = names.filter((name) => name.end < index && /^(?:,|\s\()/u.test(spoken.slice(name.end)));
      if (behind && !OF_ANOTHER.test(spoken.slice(end, behind.start))) found.add(behind);
      else for (const name of described) found.add(name);
      if (behind && described.length === 0) found.add(behind);
    } else if (!WITH_LISTENER.test(verb))
      addBehind(index + verb.length, before === '' || QUOTED.test(before.slice(-1)) ? WORDS_TO_NAME : 1);
  }
  for (const { 0: sign, index } of spoken.matchAll(INTRODUCES_SPEECH)) {
    const subject = names.findLast(({ start, end }) => end <= index && !PREPOSITION.test(spoken.slice(0, start)));
    const between = subject ? spoken.slice(subject.end, index) : '';
    if (subject && (spoken[index + sign.length] === HIDDEN ? !/[;:]/u.test(between) : SHORT_CLAUSE.test(between)))
      found.add(subject);
  }
  for (const name of names) if (isBehindSpeech(sentence, spoken, name)) found.add(name);
  for (const { 0: words, index } of spoken.matchAll(pattern.before)) addBehind(index + words.length, WORDS_TO_NAME);
  for (const { index } of pattern.after ? spoken.matchAll(pattern.after) : []) {
    const beside = names.findLast(({ end }) => end <= index);
    if (beside) found.add(beside);
  }
  return [...found];
}

/** A name after a preposition is not the subject. */
const PREPOSITION =
  /(?:^|\s)(?:in|at|from|to|by|with|for|on|against|about|aus|bei|mit|gegen|für|über|en|a|con|por|para|contra|sobre|à|au|aux|avec|par|pour|contre|sur|chez|у|в|на|з|із|до|від|для|про|проти|с|из|к|от|о|об|против)\s+$/iu;

/** Marks that introduce speech after any verb: "Vela replied tersely: “No.”", "Perrot a fait savoir que". */
const INTRODUCES_SPEECH = new RegExp(`:\\s*(?=${HIDDEN})|:(?=\\s)|(?<=\\s)(?:that|dass|que|qu['’]|що|что)`, 'gu');
const SHORT_CLAUSE = /^(?:\s\p{Ll}+){1,3}(?:,?\s)?$/u;

/** Whether a name follows a quotation and any verb: “No,” scoffed Vela. */
function isBehindSpeech(sentence: string, spoken: string, { start }: FoundName): boolean {
  const lead = /(?:[,.!?…]["“”»]|["“”»](?:,|\s?[–—-]))(?:\s[–—-])?\s(\p{Ll}{4,})\s$/u.exec(sentence.slice(0, start));
  return lead !== null && spoken[lead.index] === HIDDEN && !PREPOSITION.test(lead[0]) && !STARTERS.has(lead[1] ?? '');
}

/** Verbs followed by the listener. */
const WITH_LISTENER = /^(?:told|tells?|telling|asked)$/i;

/** Whether a sentence contains reported speech, with or without a named speaker. */
export const isReported = (sentence: string, language: string): boolean => {
  const spoken = withoutQuoted(sentence);
  const { verbs, before } = patterns.get(language) ?? {};
  return [verbs, before].some((pattern) => pattern && spoken.search(pattern) >= 0);
};

/** The person that a sentence is about: a full name at its start, or after a title. */
export function findSubject(sentence: string, language: string, listed: Names): FoundName | undefined {
  const spoken = withoutQuoted(sentence);
  const name = findReporterNames(spoken, language, listed).find(({ text }) => isPersonal(text));
  if (!name || isDescription(spoken, name, language) || !isPerson(name.text, language, listed)) return undefined;
  const before = spoken.slice(0, name.start);
  return TITLE.test(before) && !PREPOSITION.test(before) ? name : undefined;
}

/** Excludes "The Army", "Wagner Group", "Belarus Weekly": countries, and words that the text also writes in lower case. */
function isPerson(name: string, language: string, { proper }: Names): boolean {
  const words = name.toLowerCase().split(/\s+/u);
  return proper.has(words.at(-1) ?? '') && !STARTERS.has(words[0] ?? '') && findCountries(name, language).length === 0;
}

const TITLE = /^(?:[\p{L}’'-]+\s){0,6}?(?:[\p{L}’'-]+,?\s)?$/u;

/** Words that introduce a new person: "a source", "his spokesman". */
const NEWCOMERS: Record<string, string> = {
  en: 'a|an|another|one|his|her|their',
  de: 'ein|eine|einer|sein|seine|ihr|ihre',
  es: 'un|una|otro|otra|su',
  fr: 'un|une|autre|son|sa|leur',
};

/** Media that convey words but do not speak. */
const MEDIA =
  /(?:translation|video|report|statement|interview|article|post|study|document|transcript|recording|audio|letter|tweet|Mitteilung|Bericht|Interview|comunicado|informe|entrevista|communiqué|rapport|entretien)$/iu;

/** An unnamed speaker in a sentence who is not from an earlier one. */
export function findUnnamedReporter(sentence: string, language: string): { text: string } | undefined {
  const [lexicon, newcomers] = [LEXICONS[language], NEWCOMERS[language]];
  if (!lexicon || !newcomers) return undefined;
  const somebody = `((?:${newcomers})\\s+(?:[\\p{L}-]+\\s+){0,3}?[\\p{L}-]+)`;
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${somebody}\\s+(?:a\\s+|ha\\s+|hat\\s+)?(?:${lexicon.verbs})|(?:${lexicon.before})\\s+${somebody})(?!\\p{L})`,
    'iu',
  );
  const found = pattern.exec(withoutQuoted(sentence));
  const text = found?.[1] ?? found?.[2];
  return text === undefined || MEDIA.test(text) ? undefined : { text };
}

/** Hides the quotations in a sentence, because names in them are not speakers. It may begin or end inside one. */
export function withoutQuoted(sentence: string): string {
  const marks = [...sentence.matchAll(/["“”„‟«»]/gu)].map(({ 0: mark, index }) => ({ mark, index }));
  let hidden = sentence;
  const hide = (from: number, to: number) => {
    hidden = hidden.slice(0, from) + HIDDEN.repeat(Math.max(0, to - from)) + hidden.slice(to);
  };
  const [first] = marks;
  const beginsInside = first && (first.mark === '”' || first.mark === '»' || isClosing(sentence, first.index));
  let open: number | undefined = beginsInside ? 0 : undefined;
  for (const { index } of marks) {
    if (open === undefined) open = index;
    else {
      hide(open, index + 1);
      open = undefined;
    }
  }
  if (open !== undefined) hide(open, sentence.length);
  return hidden;
}

/** Whether a straight quotation mark closes a quotation: it follows a word and precedes none. */
function isClosing(sentence: string, at: number): boolean {
  return sentence[at] === '"' && /\S$/u.test(sentence.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(sentence.slice(at + 1));
}

/** In languages that capitalise nouns, a word after an article is not a name, nor is a single word after an adjective. */
const BEHIND_ARTICLE = /(?:^|\s)(?:d(?:er|ie|as|em|en|es)|ein\p{L}*|ihr\p{L}*|sein\p{L}*|im|am|zum|zur|vom|beim)\s+$/iu;
const BEHIND_ADJECTIVE = new RegExp(`(?:^|\\s)(?!(?:${LEXICONS.de?.verbs})\\s)\\p{Ll}+(?:e|en|er|es|em)\\s+$`, 'u');

function findReporterNames(sentence: string, language: string, { known, proper }: Names): FoundName[] {
  if (language !== 'de') return findNames(sentence, language, known, proper);
  return findNames(sentence, 'en', known, proper).filter(
    ({ text, start }) =>
      known.includes(text) ||
      !(
        BEHIND_ARTICLE.test(sentence.slice(0, start)) ||
        (!isPersonal(text) && BEHIND_ADJECTIVE.test(sentence.slice(0, start)))
      ),
  );
}

/** Words that contain a name but describe somebody else: "Russian", "President of Belarus", "the Putin ally", "RedMonk’s Stephens". */
function isDescription(sentence: string, { text, start, end }: FoundName, language: string): boolean {
  if (isNationality(text, language)) return true;
  if (/['’]s$/u.test(text) && /^\s+\p{Lu}/u.test(sentence.slice(end))) return true;
  if (/\s(?:of|de|del|du|des|von|vom|der)\s+$/iu.test(sentence.slice(0, start))) return true;
  return /(?:^|\s)(?:the|a|an|this|that)\s+$/iu.test(sentence.slice(0, start)) && NOUN_BEHIND.test(sentence.slice(end));
}
const NOUN_BEHIND = new RegExp(
  `^\\s+(?!(?:${LEXICONS.en?.verbs}|has|had|was|is|are|were|will|would|and|on|in|at|for|to|of)(?!\\p{L}))\\p{Ll}{3,}`,
  'u',
);
