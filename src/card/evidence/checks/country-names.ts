/** Countries under their different names: "US" and "American" both mean "the United States". Pure. */

/** One country or union per line, in several languages. `*` matches any ending; a lower-case initial also matches a capital. */
const NAMES = [
  'US|U.S.|USA|U.S.A.|United States|America|American*|Vereinigte* Staaten|Amerika|Amerikaner*|amerikanisch*|États-Unis|Etats-Unis|américain*|Estados Unidos|EE.UU.|EE. UU.|EEUU|EUA|estadounidense*|norteamerican*|США|Сполучен* Штат*|Соединенн* Штат*|Соединённ* Штат*|Америк*|американ*',
  'UK|U.K.|United Kingdom|Britain|Great Britain|British|Briton*|Brit|Brits|Vereinigte* Königreich*|Großbritannien*|Briten|britisch*|Royaume-Uni|Grande-Bretagne|britannique*|Reino Unido|Gran Bretaña|británic*|britânic*|Велик* Британі*|Британі*|британ*|Великобритани*|Британи*|брит*',
  'EU|E.U.|European Union|Europäische* Union|UE|Union européenne|Unión Europea|União Europeia|ЄС|Євросоюз*|Європейськ* Союз*|ЕС|Евросоюз*|Европейск* союз*',
  'UN|U.N.|United Nations|Vereinte* Nationen|UNO|ONU|Nations unies|Naciones Unidas|Nações Unidas|ООН',
  'UAE|U.A.E.|United Arab Emirates|Emirates|Emirati*',
  'USSR|U.S.S.R.|Soviet Union|Soviet*|UdSSR|Sowjetunion|sowjetisch*|URSS|СССР|Радянськ* Союз*|Советск* Союз*',
  'France|French*',
  'England|English*',
  'Ireland|Irish*',
  'Wales|Welsh*',
  'Scotland|Scottish|Scot|Scots*',
  'Netherlands|Holland|Dutch*|Netherlander*',
  'Spain|Spanish|Spaniard*',
  'Poland|Polish|Pole|Poles',
  'Denmark|Danish|Dane|Danes',
  'Sweden|Swedish|Swede|Swedes',
  'Finland|Finnish|Finn|Finns',
  'Norway|Norwegian*',
  'Iceland|Icelandic|Icelander*',
  'Greece|Greek*',
  'Switzerland|Swiss',
  'Czechia|Czech Republic|Czech*',
  'Slovakia|Slovak*',
  'Portugal|Portuguese',
  'Turkey|Türkiye|Turkish|Turk|Turks',
  'China|Chinese',
  'Thailand|Thai*',
  'Philippines|Philippine|Filipino*|Filipina*',
  'Myanmar|Burma|Burmese',
  'Afghanistan|Afghan*',
  'Kazakhstan|Kazakh*',
  'Uzbekistan|Uzbek*',
  'Iraq|Iraqi*',
  'Israel|Israeli*',
  'Pakistan|Pakistani*',
  'Kuwait|Kuwaiti*',
  'Qatar|Qatari*',
  'Yemen|Yemeni*',
  'Bangladesh|Bangladeshi*',
  'Saudi Arabia|Saudi*',
  'Kyiv|Kiev',
  'Kharkiv|Kharkov',
  'Odesa|Odessa',
  'Lviv|Lvov',
].map(patternOf);

function patternOf(names: string): RegExp {
  const forms = names.split('|').sort((a, b) => b.length - a.length);
  const patterns = forms.map((form) =>
    form
      .replace(/\.$/, '.?')
      .replace(/\.(?!\?)/g, '\\.')
      .replace(/\.\?/g, '\\.?')
      .replaceAll(' ', '\\s*')
      .replaceAll('*', "[\\p{L}’'-]*")
      .replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

/**
 * Returns a function that removes from a name the countries that the text mentions under any name. It returns undefined if
 * the name contains an abbreviation of another country: "us" is not "US".
 */
export function countriesIn(text: string): (name: string) => string | undefined {
  const known = new Map<RegExp, boolean>();
  const occurs = (pattern: RegExp): boolean => {
    const has = known.get(pattern) ?? pattern.test(text);
    known.set(pattern, has);
    return has;
  };
  return (name) => {
    let rest = name;
    for (const pattern of NAMES) {
      const found = pattern.exec(rest)?.[0];
      if (found === undefined) continue;
      if (occurs(pattern)) rest = rest.replace(pattern, ' ').trim();
      else if (/^(?:\p{Lu}\.?){2,4}$/u.test(found)) return undefined;
    }
    return rest;
  };
}
