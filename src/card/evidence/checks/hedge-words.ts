/** Hedges and negations by language: words that a card cannot leave out without saying more than its source. Pure. */

/**
 * - `reported`: somebody says so, and the text does not vouch for it: "reportedly", "alleged"
 * - `possible`: "may", "could", "perhaps"
 * - `probable`: "likely", "presumably"
 * - `conditional`: "if", "unless"
 * - `negated`: "not", "nobody", "denied"
 */
export const HEDGES = ['reported', 'possible', 'probable', 'conditional', 'negated'] as const;
export type Hedge = (typeof HEDGES)[number];

/** `marks`: the words that make the hedge. `keeps`: other words that keep its meaning in a claim. A star stands for any ending. */
type Lexicon = Record<Hedge, { marks: string; keeps?: string }>;

const LEXICONS: Record<string, Lexicon> = {
  en: {
    reported: {
      marks:
        'reportedly|alleged|allegedly|purported|purportedly|supposed|supposedly|ostensibly|apparently|seemingly|unconfirmed|rumored|rumoured|said to be|said to have|believed to|thought to|understood to|appear to|appears to|appeared to|seem to|seems to|seemed to|suggest|suggests|suggested|suspected to|suspected of|feared to|it is feared|assumed to|presumed to|unverified|hinted|accused of|charged with',
      keeps:
        'report*|alleg*|claim*|purport*|suppos*|apparent*|appear*|seem*|rumor*|rumour*|believ*|thought|suspected|suggest*|according to|accus*|fear*|charg*|assum*|hint*|unverified',
    },
    possible: {
      marks: 'may|might|could|possibly|possible|perhaps|maybe|potentially|potential|conceivably',
      keeps: 'can|possib*|potential*|able to|capacity|capable|chance|risk|risks|whether|unclear|would',
    },
    probable: {
      marks: 'likely|probably|probable|presumably|presumed|expected to|unlikely',
      keeps: 'estimat*|forecast*|predict*|likel*|unlikely|probab*|presum*|expect*|may|might|could|possib*|perhaps',
    },
    conditional: {
      marks: 'if|unless|provided that|in case|assuming',
      keeps: 'should|whether|in the event|when|once|would|had they|had he|had she|condition*',
    },
    negated: {
      marks:
        'not|cannot|no|never|none|nobody|nothing|nowhere|neither|nor|without|unlikely|hardly|barely|scarcely|deny|denies|denied|denying|refuse|refuses|refused|refusing|reject|rejects|rejected|rejecting|dismiss|dismisses|dismissed|rule out|rules out|ruled out|fail to|fails to|failed to|false|falsely|untrue|far from|doubts|doubted|doubt that|doubt whether|doubtful|little evidence|yet to|stop short of|stopped short of|refuted|refutes',
      keeps:
        'denial|refus*|reject*|dismiss*|avoid*|lack*|oppos*|against|fail*|absence|absent|impossib*|exclud*|except|end*|stop*|doubt*|sceptic*|skeptic*|little|hardly|refut*|den*',
    },
  },
  de: {
    reported: {
      marks:
        'angeblich*|mutmaßlich*|vermeintlich*|offenbar|wohl|soll|sollen|anscheinend|scheinbar|scheint|scheinen|dem Vernehmen nach|Berichten zufolge|Medienberichten zufolge|unbestätigt*|im Verdacht|verdächtigt|vorgeworfen|beschuldigt*',
      keeps:
        'laut|zufolge|Bericht*|berichte*|behaupt*|sollte|sollten|heißt es|Angaben|Verdacht*|verdächtig*|wirft|werfen|vorgeworfen|Vorwurf|Vorwürfe|beschuldig*|wohl|gilt',
    },
    possible: {
      marks: 'könnte|könnten|möglicherweise|eventuell|vielleicht|womöglich|möglich|denkbar|unter Umständen',
      keeps: 'kann|können|möglich*|potenziell*|Kapazität|unklar|ob|Risiko|dürfte|dürften',
    },
    probable: {
      marks: 'wahrscheinlich*|voraussichtlich|vermutlich|dürfte|dürften|unwahrscheinlich',
      keeps: 'schätz*|geschätzt*|rechne*|erwart*|könnte|könnten|möglich*|vermut*|unwahrscheinlich*',
    },
    conditional: { marks: 'wenn|falls|sofern|es sei denn|im Falle', keeps: 'bei|sollte|sollten|sobald|würde*' },
    negated: {
      marks:
        'nicht|kein|keine|keinen|keinem|keiner|keines|nichts|nie|niemals|niemand|niemanden|niemandem|nirgends|weder|noch nie|ohne|kaum|bestreite*|bestritt*|bestritten|dementier*|leugne*|verneint*|weist zurück|wies zurück|zurückgewiesen|lehnt ab|lehnte ab|abgelehnt|schließt aus|schloss aus|ausgeschlossen|falsch|unwahr|unwahrscheinlich|bezweifel*|zweifelt*|mitnichten|keineswegs|keinesfalls',
      keeps:
        'gegen|verweiger*|vermeid*|Ablehnung|ablehn*|unmöglich|fehlt|fehlen|bezweifel*|Zweifel|zweifel*|skeptisch|widersp*|wenig',
    },
  },
  es: {
    reported: {
      marks:
        'presunt*|supuest*|al parecer|aparentemente|parece|parecen|habría|habrían|sería|serían|estaría|estarían|tendría|tendrían|se cree|se dice|trascendió|sin confirmar|sospech*|se presume|se estima|se calcula|acusó|acusa|acusan|acusaron|calculan',
      keeps: 'según|report*|denunci*|afirm*|asegur*|acus*|sospech*|presum*|estim*|calcul*|acus*|parec*',
    },
    possible: {
      marks:
        'puede|pueden|podría|podrían|podía|podían|quizá|quizás|tal vez|acaso|posible|posibles|posiblemente|potencial*|a lo mejor',
      keeps: 'poder|posib*|capac*|riesgo|si',
    },
    probable: {
      marks: 'probable|probables|probablemente|previsiblemente|seguramente|improbable',
      keeps: 'prevé*|prevén|espera*|podría*|puede*|posib*|probab*|improbab*',
    },
    conditional: { marks: 'si|a menos que|salvo que|siempre que|en caso de', keeps: 'cuando|condici*|de haber|de no' },
    negated: {
      marks:
        'no|nunca|jamás|nadie|nada|ningún|ninguno|ninguna|tampoco|ni|sin|apenas|negó|negaron|niega|niegan|negar|negaba|negado|desmint*|desmient*|rechazó|rechaza|rechazan|rechazaron|descartó|descarta|descartan|descartaron|falso|falsa|improbable|duda|dudan|dudó|dudaron|rehusó|rehúsa',
      keeps: 'contra|rechaz*|neg*|evit*|falta|imposib*|descart*|impid*|dud*|rehús*|rehus*|escéptic*',
    },
  },
  fr: {
    reported: {
      marks:
        'présumé*|prétendu*|prétendument|soi-disant|apparemment|semble|semblent|semblait|*erait|*eraient|*ndrait|*ndraient|aurait|auraient|dit-on|paraît-il|soupçonn*|accuse|accusent|accusait|accusé de|accusé d’*|supposément',
      keeps: 'selon|d’après|affirm*|report*|accus*|rapport*|soupçon*|accus*|suppos*|suspect*|sembl*',
    },
    possible: {
      marks:
        'peut|peuvent|pourra|pourront|pourrait|pourraient|pouvait|pouvaient|peut-être|possible|possibles|possiblement|éventuel*|potentiel*',
      keeps: 'pouvoir|possib*|capacit*|risque*|si',
    },
    probable: {
      marks: 'probable|probables|probablement|sans doute|vraisemblable*|devrait|devraient|improbable',
      keeps: 'attend*|pourrai*|peut*|possib*|probab*|improbab*',
    },
    conditional: { marks: 'si|s’il|s’ils|à moins|pourvu|en cas de', keeps: 'lorsque|quand|condition*' },
    negated: {
      marks:
        'ne|n’*|non|pas|jamais|aucun|aucune|rien|ni|sans|à peine|nie|nient|niait|nié|dément|démentent|démenti|démentait|refuse|refusent|refusé|refusait|rejette|rejettent|rejeté|exclut|exclu|faux|improbable|guère|doute|doutent|doutait|conteste|contestent|contesté|nullement|peu probable|réfute|réfutent|réfuté',
      keeps: 'contre|refus*|rejet*|évit*|manque|impossib*|démen*|dout*|contest*|réfut*|sceptique*|peu',
    },
  },
  uk: {
    reported: {
      marks:
        'нібито|начебто|буцімто|мабуть|подейкують|здається|як повідомляється|за непідтвердженими|за неофіційними|за попередніми|припуска*|підозрю*|звинувати*|звинувачує|звинувачують|за чутками|вважається|неофіційно',
      keeps:
        'повідом*|за даними|за словами|стверджу*|твердить|підозр*|заяв*|припуска*|припуст*|звинувач*|звинуват*|за чутками|вважа*|каже|пише',
    },
    possible: {
      marks: 'може|можуть|міг|могла|могло|могли|можливо|можливий|можлива|можливе|можливі|потенційн*|ймовірність',
      keeps: 'змож*|здатн*|можлив*|чи|ризик*',
    },
    probable: {
      marks: 'ймовірно|імовірно|ймовірн*|напевно|очікується|навряд',
      keeps: 'може|можуть|можлив*|очіку*|ймовір*',
    },
    conditional: { marks: 'якщо|якби|у разі|в разі|за умови', keeps: 'коли|умов*|при' },
    negated: {
      marks:
        'не|ні|ніколи|ніхто|нікого|нічого|ніде|жоден|жодна|жодного|жодної|жодних|без|немає|нема|ані|навряд|заперечу*|запереч*|спростов*|спростув*|відкида*|відкин*|відмов*|неправд*|сумніва*|жодному|жодним',
      keeps: 'проти|уника*|неможлив*|брак*|сумнів*|скептич*',
    },
  },
  ru: {
    reported: {
      marks:
        'якобы|предположительно|будто|вроде|кажется|похоже|по неподтвержденным|по неподтверждённым|по неофициальным|по предварительным|как сообщается|предполага*|подозрева*|обвини*|обвиня*|по слухам|считается|неофициально',
      keeps:
        'сообщ*|по данным|по словам|утвержда*|заяв*|подозрева*|предполаг*|предполож*|обвин*|по слухам|счита*|пишет|полага*',
    },
    possible: {
      marks: 'может|могут|мог|могла|могло|могли|возможно|возможный|возможная|возможное|возможные|потенциальн*',
      keeps: 'смо*|способн*|возможн*|ли|риск*',
    },
    probable: {
      marks: 'вероятно|вероятн*|скорее всего|видимо|ожидается|вряд ли',
      keeps: 'может|могут|возможн*|ожида*|вероятн*',
    },
    conditional: { marks: 'если|в случае|при условии', keeps: 'когда|услови*|при' },
    negated: {
      marks:
        'не|нет|ни|никогда|никто|никого|ничего|нигде|никакой|никакого|никаких|без|вряд ли|едва|отрица*|опроверг*|опроверж*|отверг*|отказ*|неправд*|ложь|сомнева*|усомни*|нельзя',
      keeps: 'против|избега*|невозможн*|отсутств*|сомне*|усомн*|скептич*',
    },
  },
  it: {
    reported: {
      marks: 'presunt*|sedicente|pare|sembra|sembrano|avrebbe|avrebbero|sarebbe|sarebbero|a quanto pare',
      keeps: 'secondo|afferm*|riferi*|accus*',
    },
    possible: {
      marks: 'può|possono|potrebbe|potrebbero|forse|magari|possibile|possibili|possibilmente|potenzial*',
      keeps: 'poter*|possib*|capac*|rischi*|se',
    },
    probable: {
      marks: 'probabile|probabili|probabilmente|presumibilmente|improbabile',
      keeps: 'potrebb*|possib*|probab*|attes*',
    },
    conditional: { marks: 'se|a meno che|purché|in caso di', keeps: 'quando|condizion*|qualora' },
    negated: {
      marks:
        'non|no|mai|nessuno|nessuna|nessun|niente|nulla|né|neanche|senza|nega|negano|negato|negava|smentisce|smentito|smentì|rifiuta|rifiutato|esclude|escluso|falso',
      keeps: 'contro|rifiut*|neg*|evit*|manca*|impossib*|smenti*',
    },
  },
  pt: {
    reported: {
      marks:
        'suposto*|suposta*|supostamente|alegad*|aparentemente|parece|parecem|teria|teriam|seria|seriam|estaria|estariam',
      keeps: 'segundo|afirm*|acus*|aleg*|denunci*',
    },
    possible: {
      marks: 'pode|podem|poderia|poderiam|talvez|possível|possíveis|possivelmente|potencial*',
      keeps: 'poder|possib*|possív*|capac*|risco*|se',
    },
    probable: { marks: 'provável|prováveis|provavelmente|improvável', keeps: 'pode*|possív*|prováve*|espera*|dev*' },
    conditional: { marks: 'se|caso|a menos que|desde que', keeps: 'quando|condiç*' },
    negated: {
      marks:
        'não|nunca|jamais|ninguém|nada|nenhum|nenhuma|nem|sem|nega|negou|negaram|negar|desmentiu|desmente|recusa|recusou|rejeita|rejeitou|descarta|descartou|falso|falsa|improvável',
      keeps: 'contra|recus*|neg*|evit*|falta|impossív*|descart*',
    },
  },
  nl: {
    reported: {
      marks: 'vermeend*|naar verluidt|zou|zouden|blijkbaar|kennelijk|schijnt|lijkt|lijken',
      keeps: 'volgens|beweer*|meld*|bericht*',
    },
    possible: { marks: 'kan|kunnen|kon|konden|misschien|mogelijk*|wellicht', keeps: 'mogelijk*|risico*|of|capaciteit' },
    probable: {
      marks: 'waarschijnlijk*|vermoedelijk*|naar verwachting|onwaarschijnlijk',
      keeps: 'verwacht*|mogelijk*|kan|kunnen',
    },
    conditional: { marks: 'als|indien|mits|tenzij|wanneer', keeps: 'bij|zodra|zou|zouden' },
    negated: {
      marks:
        'niet|geen|nooit|niemand|niets|noch|zonder|nauwelijks|ontkent|ontkende|ontkennen|ontkenden|weigert|weigerde|weigeren|verwerpt|verwierp|onwaar',
      keeps: 'tegen|weiger*|ontken*|vermijd*|onmogelijk|gebrek',
    },
  },
  pl: {
    reported: { marks: 'rzekom*|podobno|domniemany|domniemana|ponoć|jakoby', keeps: 'według|twierdz*|podaj*|oskarż*' },
    possible: {
      marks: 'może|mogą|mógł|mogła|mogłoby|mogło|mogłyby|mogliby|być może|możliw*|potencjaln*',
      keeps: 'możliw*|zdoln*|ryzyk*|czy',
    },
    probable: { marks: 'prawdopodobn*|zapewne|przypuszczalnie|nieprawdopodobne', keeps: 'może|mogą|możliw*|oczekuj*' },
    conditional: { marks: 'jeśli|jeżeli|gdyby|chyba że|w razie|pod warunkiem', keeps: 'gdy|kiedy|warunk*|przy' },
    negated: {
      marks:
        'nie|nigdy|nikt|nikogo|nic|żaden|żadna|żadne|żadnych|ani|bez|zaprzecz*|odrzuc*|odmówi*|odmawia*|fałsz*|nieprawd*',
      keeps: 'przeciw*|odmow*|unika*|niemożliw*|brak*',
    },
  },
  be: {
    reported: { marks: 'нібыта|быццам|як паведамляецца|здаецца', keeps: 'паведам*|паводле|сцвярдж*' },
    possible: { marks: 'можа|могуць|мог|магла|маглі|магчыма|магчым*', keeps: 'здольн*|магчым*|ці|рызык*' },
    probable: { marks: 'верагодна|верагодн*|напэўна|наўрад', keeps: 'можа|могуць|магчым*' },
    conditional: { marks: 'калі|у выпадку|пры ўмове', keeps: 'умов*|пры' },
    negated: {
      marks: 'не|ні|ніколі|ніхто|нічога|ніводны|ніводнага|без|няма|наўрад|абверг*|адмаўля*|адхіл*|адмов*|няпраўд*',
      keeps: 'супраць|унік*|немагчым*|адсутн*',
    },
  },
};

/** The languages whose hedges are known. */
export const HEDGE_LANGUAGES = Object.keys(LEXICONS);

/** A hedge where it occurs in a text. */
export type FoundHedge = { hedge: Hedge; words: string; start: number; end: number };

const patterns = new Map<string, RegExp>();

/** Words of a lexicon as a pattern. White space in it is any, and an apostrophe is any of them. */
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

/** "n’t" is written into its verb. "No. 5" and "no. 5" are not negations, and "May 2023" is not a possibility. */
const CONTRACTED = /(?<=\p{L})n['’ʼ]t(?!\p{L})/giu;
const CERTAIN = /(?:sans|nul|aucun|pas de|sin|no hay|no cabe|la menor)\s+(?:doute|duda)$/iu;
const NOT_A_HEDGE =
  /^(?:no\.?\s*\d|not only|no doubt|if (?:you|we|one) (?:look|think|compare|consider|count|take|ask)|May\s+\d)/i;

/** The hedges in a text, in the order of the classes; undefined where the language's hedges are not known. */
export function findHedges(text: string, language: string): FoundHedge[] | undefined {
  const lexicon = LEXICONS[language];
  if (!lexicon) return undefined;
  const found = HEDGES.flatMap((hedge) =>
    Array.from(text.matchAll(patternOf(lexicon[hedge].marks)), ({ 0: words, index }) => ({
      hedge,
      words,
      start: index,
      end: index + words.length,
    })),
  );
  if (language === 'en') {
    for (const { 0: words, index } of text.matchAll(CONTRACTED)) {
      found.push({ hedge: 'negated', words, start: index, end: index + words.length });
    }
  }
  return found.filter(({ start, words }) => !isOtherwise(text, start, words, language));
}

function isOtherwise(text: string, start: number, words: string, language: string): boolean {
  if (CERTAIN.test(text.slice(0, start) + words)) return true;
  if (language !== 'en') return false;
  if (NOT_A_HEDGE.test(text.slice(start, start + 24))) return true;
  // A month: "in May", "May’s"; the verb is written small, but where a sentence begins.
  return words === 'May' && /[\p{L}\p{N},]\s*$/u.test(text.slice(0, start));
}

/** Whether a text keeps a hedge of another, in the same words or in others. Undefined where its language is not known. */
export function keepsHedge(text: string, hedge: Hedge, language: string): boolean | undefined {
  const lexicon = LEXICONS[language];
  if (!lexicon) return undefined;
  if (findHedges(text, language)?.some((found) => found.hedge === hedge)) return true;
  const { keeps } = lexicon[hedge];
  return keeps !== undefined && text.search(patternOf(keeps)) >= 0;
}
