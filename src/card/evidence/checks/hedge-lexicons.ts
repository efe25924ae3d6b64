/** Words that express a hedge, a negation or a plan, by language. Pure. */

/**
 * - `reported`: attributed to somebody else: "reportedly", "alleged"
 * - `possible`: "may", "could", "perhaps"
 * - `probable`: "likely", "presumably"
 * - `conditional`: "if", "unless"
 * - `negated`: "not", "nobody", "denied"
 * - `planned`: "plans to", "will", "under construction"
 */
export const HEDGES = ['reported', 'possible', 'probable', 'conditional', 'negated'] as const;
/** The classes of hedges, negation and plans included. */
export const QUALIFIERS = [...HEDGES, 'planned'] as const;
export type Hedge = (typeof QUALIFIERS)[number];

/** `marks`: words that express the hedge. `keeps`: further words that preserve its meaning in a claim. `*` is any ending. */
type Lexicon = Record<Hedge, { marks: string; keeps?: string }>;

export const LEXICONS: Record<string, Lexicon> = {
  en: {
    reported: {
      marks:
        'reportedly|alleged|allegedly|purported|purportedly|supposed|supposedly|ostensibly|apparently|seemingly|unconfirmed|rumored|rumoured|said to be|said to have|believed to|thought to|understood to|appear to|appears to|appeared to|seem to|seems to|seemed to|suggest|suggests|suggested|suspected to|suspected of|feared to|it is feared|assumed to|presumed to|unverified|hinted|accused of|charged with',
      keeps:
        'report*|alleg*|claim*|purport*|suppos*|apparent*|appear*|seem*|rumor*|rumour*|believ*|thought|suspected|suggest*|according to|accus*|fear*|charg*|assum*|hint*|unverified',
    },
    possible: {
      marks:
        'may|might|could|possibly|possible|perhaps|maybe|potentially|potential|conceivably|left open|leaves open|leaving open',
      keeps: 'can|open|possib*|potential*|able to|capacity|capable|chance|risk|risks|whether|unclear|would',
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
    planned: {
      marks:
        'plan to|plans to|planning to|planned|plan for|plans for|planning for|plan a|plans a|planning a|intend to|intends to|intended to|intending to|intention to|aim to|aims to|aimed to|hope to|hopes to|hoped to|hoping to|hope for|hopes for|hoped for|hoping for|want|wants|wanted to|wanted a|wanted the|wish to|wishes to|seek to|seeks to|is to|are to|will|going to|is considering|are considering|was considering|were considering|been considering|mulls|mulling|is weighing|are weighing|proposes|proposed|proposal to|expect to|expects to|expecting to|agree to|agrees to|agreed to|decides to|decided to|ready to|offers to|offered to|aimed at *ing|shall|is due to|are due to|was due to|were due to|set to|scheduled to|slated to|poised to|prepares to|prepare to|preparing to|prepared to|about to|vows to|vowed to|pledges to|pledged to|promises to|promised to|threatens to|threatened to|under construction|being built|to be built|to be completed|in the works|under development|would',
      keeps:
        'plan*|agree*|decid*|decision*|shall|intend*|intent*|aim*|goal*|hope*|want*|wish*|seek*|desire*|will|would|going to|to be|consider*|mull*|weigh*|propos*|is due|are due|due to be|due in|set to|schedul*|slated|poised|prepar*|about to|on how|how to|vow*|pledg*|promis*|threat*|under construction|being built|future|upcoming|coming|next|expect*|forecast*|predict*|project*|may|might|could|can|should|must|whether|if|offer*|calls for|called for|call for|demand*|ask*|urg*|order*|ready|in case',
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
    planned: {
      marks:
        'plant|planen|plante|planten|geplant*|beabsichtig*|will|wollen|wollte|wollten|erwägt|erwägen|erwog|vorhat|vorhaben|hat vor|haben vor|strebt an|streben an|vorgesehen|im Bau|in Planung|soll künftig|kündigt an|angekündigt',
      keeps:
        'plan*|geplant*|beabsichtig*|Absicht*|will|wollen|wollte*|erwäg*|vorhat|möchte*|wird|werden|würde*|soll*|künftig*|Zukunft|vorgesehen|im Bau|erwart*|Ziel*|kündig*|angekündigt|versprech*|versprich*|droh*|könnte*|kann|können',
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
    planned: {
      marks:
        'planea|planean|planeaba|planeó|planeado|prevé|prevén|pretende|pretenden|pretendía|tiene previsto|tienen previsto|tenía previsto|tiene la intención|tienen la intención|piensa|quiere|quieren|quería|va a|van a|iba a|iban a|estudia|estudian|en construcción|se propone|se proponen|*ará|*arán|*erá|*erán|*irá|*irán|*drá|*drán',
      keeps:
        'plan*|prevé*|previst*|pretend*|intenci*|piens*|quier*|quería*|va a|van a|iba*|estudi*|en construcción|propon*|propuest*|*ará|*arán|*erá|*erán|*irá|*irán|*drá|*drán|*aría|*arían|*ería|*erían|*iría|*irían|*dría|*drían|futur*|próxim*|puede*|podría*|debe*|espera*|promet*|amenaz*',
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
    planned: {
      marks:
        'prévoit|prévoient|prévu|prévue|prévus|prévues|prévoyait|envisage|envisagent|envisageait|a l’intention|ont l’intention|projette|projettent|veut|veulent|voulait|voulaient|souhaite|souhaitent|en construction|en cours de construction|s’apprête|s’apprêtent|compte bien|va|vont|allait|allaient|*era|*eront|aura|auront|ira|*iront|*ndra|*ndront|*rra|*rront',
      keeps:
        'prévo*|prévu*|envisag*|intention|projet*|veut|veulent|voul*|souhait*|en construction|apprêt*|va|vont|allait|allaient|*era|*eront|aura|auront|ira|*iront|*ndra|*ndront|*rra|*rront|*rait|*raient|futur*|prochain*|doit|doivent|peut|peuvent|pourr*|promet*|menac*|espèr*|compt*|plan*',
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
    planned: {
      marks:
        'планує|планують|планував|планувала|планували|запланован*|має намір|мають намір|мав намір|збирається|збираються|збирався|збиралася|збиралися|хоче|хочуть|хотів|хотіла|хотіли|розглядає|розглядають|готується|готуються|будується|будуються|буде|будуть|*тиме|*тимуть',
      keeps:
        'план*|заплан*|намір*|збира*|хоч*|хоті*|розгляда*|готу*|буду*|буде|*тиме|*тимуть|майбутн*|наступн*|може|можуть|обіця*|погрож*|бажа*',
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
    planned: {
      marks:
        'планирует|планируют|планировал*|запланирован*|намерен*|намеревал*|собирается|собираются|собирался|собиралась|собирались|хочет|хотят|хотел*|рассматривает|рассматривают|готовится|готовятся|строится|строятся|будет|будут',
      keeps:
        'план*|заплан*|намер*|собира*|хоч*|хот*|рассматр*|готов*|строит*|строят*|стройк*|буд*|будущ*|следующ*|может|могут|обещ*|угрож*|должн*|желан*',
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
    planned: {
      marks: 'prevede di|prevedono di|intende|intendono|progetta|progettano|vuole|vogliono|in costruzione|sarà|saranno',
      keeps:
        'prev*|inten*|proget*|vuole|vogliono|volev*|in costruzione|sarà|saranno|pian*|futur*|prossim*|può|potrebbe|dovrebbe|*rà|*ranno',
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
    planned: {
      marks:
        'planeja|planejam|planeia|planeiam|pretende|pretendem|pretendia|quer|querem|vai|vão|iria|em construção|será|serão',
      keeps:
        'plan*|preten*|quer*|vai|vão|ir|iria*|em construção|será|serão|futur*|próxim*|pode*|deve*|*rá|*rão|*ria|*riam',
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
    planned: {
      marks: 'van plan|plant|plannen|wil|willen|wilde|wilden|zal|zullen|in aanbouw|overweegt|overwegen',
      keeps: 'plan*|wil*|zal|zullen|zou*|in aanbouw|overweeg*|toekomst*|kan|kunnen|moet*',
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
    planned: {
      marks: 'planuje|planują|planował*|zamierza|zamierzają|zamierzał*|chce|chcą|w budowie|będzie|będą',
      keeps: 'plan*|zamierz*|zamiar*|chc*|w budowie|będ*|przysz*|może|mogą',
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
    planned: {
      marks: 'плануе|плануюць|мае намер|маюць намер|збіраецца|збіраюцца|хоча|хочуць|будуецца|будзе|будуць',
      keeps: 'план*|намер*|збіра*|хоч*|хац*|буд*|можа|могуць',
    },
  },
};
