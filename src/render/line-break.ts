/** Finds words that belong on one line: numbers with units, dates, initials with names. Pure. */

/**
 * How strongly a space holds its words together.
 * - `free`: the line may break here.
 * - `loose`: the line breaks here only if both words do not fit: "1.5 | million", and any no-break space.
 * - `firm`: the line breaks here only if breaking at loose spaces does not suffice: "10 | 000".
 */
export const HOLDS = ['free', 'loose', 'firm'] as const;
export type Hold = (typeof HOLDS)[number];

/** The white space between two words, as offsets: [start, end). */
export type Gap = { start: number; end: number; hold: Hold };

/** Placeholders for word lists in rules: private code points that occur in no text. */
const [SCALE, SMALL, MONTH, UNIT_WORD, LABEL_WORD] = ['\ue000', '\ue001', '\ue002', '\ue003', '\ue004'] as const;

/**
 * Word lists of the rules, in en, de, fr, es, it, pt, nl, pl, uk, ru and be. `*` matches any ending. "ять" is the part after
 * the apostrophe of "п’ять".
 */
const WORDS = {
  [SCALE]: `dozen* hundred* thousand* million* billion* trillion* lakh* crore* dutzend* hundert* tausend* milliard* mille
    millier* mil millar* millón millones billón billones trillón mila migliaia milione milioni miliard* bilione
    bilioni milhar* milhão milhões bilhão bilhões bilião biliões trilhão trilhões honderd* duizend* miljoen*
    miljard* biljoen* tysi* milion* bilion* тысяч* миллион* миллиард* триллион* тисяч* мільйон* мільярд* трильйон*
    мільён* трыльён*`,
  [SMALL]: `one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty
    ninety half several few ein* halbe* zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig
    vierzig fünfzig mehrere einige un une deux trois quatre cinq sept huit neuf dix douze quinze vingt trente
    quarante cinquante cent cents plusieurs quelques dos tres cuatro cinco seis siete ocho nueve diez doce veinte
    treinta cuarenta cincuenta cien medio varios due tre quattro cinque sei sette otto nove dieci venti trenta
    quaranta cinquanta cento mezzo um dois duas três quatro sete oito dez vinte trinta quarenta cinquenta cem meio
    een twee drie vijf zes zeven negen tien twaalf twintig dertig veertig vijftig enkele jeden dwa dwie trzy
    cztery pięć sześć siedem osiem dziewięć dziesięć dwadzieścia trzydzieści czterdzieści sto pół kilka один одна
    два дві три чотири ять шість сім вісім десять двадцять тридцять сорок сто пів кілька две четыре пять шесть
    семь восемь девять двадцать тридцать пятьдесят несколько адзін адна дзве тры чатыры пяць шэсць сем восем
    дзевяць дзесяць дваццаць трыццаць сорак некалькі anderthalb* полтора полторы півтора півтори паўтара двест*
    двісті двести трист* четырест* чотирист* пятьсот ятсот пяцьсот doscient* trescient* quinient* duzent* trezent*
    quinhent* dwieście trzysta pięćset`,
  [MONTH]: `january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec januar jänner februar märz mai juni juli oktober dezember okt dez janvier février
    mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc enero febrero marzo
    abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre gennaio febbraio aprile maggio
    giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro novembro
    dezembro januari februari maart mei augustus stycznia lutego marca kwietnia maja czerwca lipca sierpnia
    września października listopada grudnia січня лютого березня квітня травня червня липня серпня вересня жовтня
    листопада грудня января февраля марта апреля мая июня июля августа сентября октября ноября декабря студзеня
    лютага сакавіка красавіка чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня fev mär abr dic gen giu
    lug ago ott янв фев февр апр авг сент окт нояб дек січ лют бер квіт трав черв лип серп верес жовт лист груд`,
  [UNIT_WORD]: `euro euros dollar* dólar* dollari pound pounds pfund livres libras franc francs franken rouble* ruble* rubel*
    rublos rubli roubel* yuan yen hryv* griwna griwn* peso pesos real reais złot* zloty zlotys euro евро євро еўра
    доллар* долар* даляр* рубл* рублёў гривень гривн* гривен грыўн* злот* фунт* percent* prozent* procent*
    процент* відсот* працэнт* долл дол`,
  [LABEL_WORD]:
    'no nrs nos núm num art arts abs pp cap ch vol para tab fig approx abb bd kap sec sect ziff ca fr ст стр гл рис табл',
};

const LISTED = Object.entries(WORDS).flatMap(([sign, list]) => list.split(/\s+/).map((word) => [word, sign] as const));
const SIGNS = new Map(LISTED.map(([word, sign]) => [word.replace('*', ''), sign]));
const stems = LISTED.flatMap(([word]) => (word.endsWith('*') ? [word.slice(0, -1)] : []));
const STEM = new RegExp(`^(?:${stems.join('|')})`, 'u');

/** Replaces each letter of a listed word with the placeholder of its list. */
function signWords(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const lower = word.toLowerCase();
    const sign = SIGNS.get(lower) ?? SIGNS.get(STEM.exec(lower)?.[0] ?? '');
    return sign?.repeat(word.length) ?? word;
  });
}

const UNIT = `(?:[mcdk]?m[²³23]?|ha|m?l|[mk]?g|t|min|m?s|h|k[mp]/?h|mph|[kMGT]?Wh?|k?V|[kMG]?Hz|[kMGT]B|k?Pa|hPa|dB|px|pp|ft|mi|lbs?|oz|[ap]\\.m|[ap]m|[AP]M|Uhr|Std|Min|[кмс]?м[²³]?|га|л|т|г|кг|гг?|рр?|r|год|хв|мин|ч|кВт|МВт|ГВт|kr|zł|Kč|Ft|Br|Fr|pct|lei|лв|грн|руб|\\p{Lu}{3})(?![\\p{L}\\p{N}'’])`;

/** Words before a number: "No. 5", "ст. 5", "kr 5". */
const LABEL = `(?:[Nn]\\.?[°º]|[Nn]r\\.?|Rs\\.?|kr|zł|Kč|Br|(?:${LABEL_WORD}|\\p{L})\\.)`;

/** Press abbreviations of scale words. */
const SHORT_SCALE =
  '(?:[kKmMbBtT]|[mb]n|trn?|[Tt]sd|[Mm]io|[MmBb]l[dn]|[Mm]rd|[Bb]io|[Mm]ds?|mi|bi|tri|tys|[Тт][ыи]с|[Мм]лн|[Мм]лрд|[Тт]рлн)(?!\\p{L})';

const SIGN = '\\p{Lu}{0,3}\\p{Sc}';
const FRACTION = '[¼-¾⅐-⅞]';

/** Particles between initials and surname. */
const PARTICLE = '(?:van|von|de|den|der|di|da|del|della|du|dos|la|le|ten|ter|zu)';

/** The end of a number, including its scale word. */
const NUMBER = `(?:[\\d${SCALE}]|${FRACTION}|\\d\\s*${SHORT_SCALE}\\.?)`;

/** A space between matches of the two patterns. */
type Rule = readonly [before: string, after: string];

const FIRM: readonly Rule[] = [
  ['(?<!\\d)\\d{1,3}', '\\d{3}(?!\\d)'],
  ['\\d', `(?:${FRACTION}|\\d+[/⁄]\\d|×)`],
  ['\\d', SIGN],
  [NUMBER, UNIT],
  ['[\\p{L}\\p{N}\\p{Co}.]', `(?:[%‰‱°′″]|${SIGN}(?!\\s*\\d))`],
  ['(?:\\p{Sc}|(?<!\\p{L})\\p{Lu}{3})', '[−+-]?[.,]?\\d'],
  ['°', '[CF](?!\\p{L})'],
  ['\\d\\s*h', '\\d\\d(?!\\d)'],
  ['[№§#≈~<>≤≥±+−×]', '\\d'],
  [`(?<!\\p{L})${LABEL}`, '\\d'],
  // "J. K. Rowling", "Yu. Petrov", "L. van Beethoven".
  [`(?<!\\p{L})\\p{Lu}\\p{Ll}?\\.(?:\\s+${PARTICLE})*`, `(?:[\\p{Lu}\\p{Co}]|${PARTICLE}\\s|d['’])`],
  // "z. B.", "p. ex.", "т. д."
  ['(?<!\\p{L})\\p{L}\\.', '\\p{L}{1,3}\\.'],
  // The ellipsis at an end of a quotation.
  ['\\S', '…[^\\p{L}\\p{N}]*$'],
  ['^[^\\p{L}\\p{N}]*…', '\\S'],
];

const LOOSE: readonly Rule[] = [
  // "[of soldiers]", and two words in quotation marks.
  ['\\[[^\\[\\]]{0,20}', '[^\\[\\]]{0,20}\\]'],
  ['[“‘„«"][\\p{L}\\p{N}’-]+', '[\\p{L}\\p{N}’-]+…?["”’“»]'],
  [`(?:${NUMBER}|${SMALL}|(?<!\\p{L})[Aa])`, SCALE],
  // "half a million"
  [SMALL, `(?:a|${SMALL}+)\\s+${SCALE}`],
  ['\\d', SHORT_SCALE],
  [`${NUMBER}(?:\\s+(?:de|di|US))?`, `(?:(?:de|di|US)\\s+|d['’])?${UNIT_WORD}`],
  ['(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|[ºª.])?(?:\\s+(?:de|of))?', `(?:(?:de|of)\\s+)?${MONTH}`],
  [`${MONTH}\\.?`, '\\d{1,2}(?!\\d)'],
  ['\\d', '[–-]\\s+\\d'],
  ['\\d\\s+[–-]', '\\d'],
  // "Alexander G.", "Azarov A. A."
  ['(?:(?<!\\p{L})\\p{Lu}\\p{Ll}+|\\p{Co})', '\\p{Lu}\\.'],
];

/** The text after the space is matched first, because it excludes most spaces. */
function compile(rules: readonly Rule[]): RegExp {
  const ties = rules.map(([before, after]) => `(?=${after})(?<=${before}\\s+)`);
  return new RegExp(`(?<!\\s)\\s+(?:${ties.join('|')})`, 'gu');
}

const [FIRM_GAPS, LOOSE_GAPS] = [compile(FIRM), compile(LOOSE)];

const NO_BREAK = /[\u00a0\u2007\u202f\ufeff]/u;

/** Caches the gaps of recent texts, because each text is set at many sizes. */
const known = new Map<string, Gap[]>();
const MAX_KNOWN = 64;

/** All spaces of a text in order. Consecutive spaces are one gap. */
export function findGaps(text: string): Gap[] {
  const found = known.get(text);
  if (found) return found;
  const signed = signWords(text);
  const startsOf = (pattern: RegExp) => new Set([...signed.matchAll(pattern)].map(({ index }) => index));
  const [firm, loose] = [startsOf(FIRM_GAPS), startsOf(LOOSE_GAPS)];
  const gaps = [...text.matchAll(/\s+/gu)].map(({ 0: space, index }): Gap => {
    const isLoose = loose.has(index) || NO_BREAK.test(space);
    const hold = firm.has(index) ? 'firm' : isLoose ? 'loose' : 'free';
    return { start: index, end: index + space.length, hold };
  });
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, gaps);
  return gaps;
}
