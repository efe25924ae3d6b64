/** Words that end with a full stop inside a sentence, and words that begin one, in lower case. Data for sentences.ts. */

const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Followed by a name or a noun: titles, forms of address, and words such as "approx." that never end a sentence. */
export const BEFORE_NAME = list(`
  mr mrs ms mx dr prof gen lt col sgt cpl capt cmdr maj adm brig pvt sen rep gov pres hon rev fr msgr st mt ft supt insp det
  vs approx ca cf esp incl resp z.b z.t d.h u.a u.u v.a i.e e.g bzw sog geb gest hrsg gegr abs evtl ggf vgl mag ing dipl
  m mm mme mlle mgr me st.-petersburg sr sra srta d dña dra prof.ª excmo p.ej ej aprox núm ee dott dott.ssa sig sig.ra on avv
  ing mons egr dhr mevr mw ds drs bv bijv tzn np im ul al płk gen ppłk mjr kpt por tzw
  т г-н г-жа гр им ім ул вул пл пр просп пер д кв акад проф доц канд ген полк пп ст сл напр наприклад св о див пор сын тав вуз`);

/** Followed by a number. */
export const BEFORE_NUMBER = list(`
  no nos nr num núm n art arts fig figs p pp pg vol vols ch chap sec sect para ver v abs bd kap rn tz s str st ст п пп р с гл
  рис мал № ок ca approx около jan feb mar apr jun jul aug sep sept oct nov dec`);

/** May also end a sentence. They do if the next word usually begins one. */
export const MAYBE_LAST = list(`
  inc corp co ltd llc plc bros jr sr etc usw u.s u.s.a u.k u.n e.u d.c a.m p.m b.c a.d ph.d m.d usd jan feb mar apr jun jul aug
  sep sept oct nov dec ave blvd rd dept univ est govt al bn mio mrd tsd str чел руб коп грн тыс тис млн млрд гг г рр р вв в
  т.д т.п т.і т.ін др ін etc.`);

/** Words that begin a sentence but no name: articles, pronouns, conjunctions. */
export const STARTERS = list(`
  the a an he she it they we i you this that these those his her its their our my there here in on at by for from with when while
  if as but and or so yet still after before since however although because then now what who why how where not no
  der die das den dem ein eine einen er sie es wir ich ihr dies diese dieser dieses in im am an auf bei mit nach vor und aber oder
  doch wenn als dann so nun auch sein seine ihre unter für zu zum zur
  le la les l un une des il elle ils elles on nous vous ce cet cette ces dans en au aux mais et ou si quand pour par selon
  el los las una unos él ella ellos yo esto este esta estos en con por para pero y o si cuando según su sus no se
  lo gli uno io lui lei loro noi questo questa nel nella con ma e se quando per
  он она оно они мы я вы это этот эта эти в во на по при с но и а или если когда как что его её их не
  він вона воно вони ми ви це цей ця ці у та й або якщо коли як що його її їх не але
  ён яна яно яны мы гэта гэты ў і але калі яго яе іх`);

/** Months that can follow a day with a full stop: "24. Februar". */
export const MONTHS = list(`
  januar jänner februar märz april mai juni juli august september oktober november dezember
  ledna února března dubna května června července srpna září října listopadu prosince
  januara februára marca apríla mája júna júla augusta septembra októbra novembra decembra`);
