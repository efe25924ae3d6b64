/** Words for made-up catalogues, as often as words are in real ones: a few in every card, most in hardly any. Pure. */

/** A stream of numbers from 0 to below 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const split = (words: string) => words.trim().split(/\s+/);

export const VERBS = split(`said reported denied announced counted confirmed warned claimed expected moved built trained
  crossed returned stayed left planned sent bought sold signed opened closed promised refused offered feared found lost
  repaired delivered ordered detained released questioned accused asked answered repeated withdrew joined followed`);

export const NOUNS =
  split(`people soldiers fighters troops workers police camps bases tanks vehicles border army country
  government ministry president officers units trains roads bridges schools hospitals houses families children prisoners
  volunteers exercises weapons missiles drones aircraft elections protests sanctions talks agreements factories exports
  imports wages prices loans budgets refugees migrants villages towns regions satellites images documents courts judges
  journalists editors companies banks ports ships cargo fuel grain steel potash tractors forests rivers fires floods`);

export const ADJECTIVES = split(`new former local foreign military Russian Belarusian Polish Ukrainian Lithuanian large
  small senior independent northern southern eastern western joint armed empty abandoned planned disputed second third
  early late heavy light regional federal private public secret open frozen daily yearly remaining temporary`);

/** Beginnings, middles and ends of names, in the letters that cards have fonts for. */
const SYLLABLES = [
  split('Ba Ker Lu Mal Nor Os Pet Ra Sten Tar Ul Vil Wa Zab Hro Gom Bre Min Or Sluc'),
  split('ka ren mi lo sto vi da no ge ru li ha be zo pi'),
  split('sk nov ava ing ton ice berg ko yn ets ia ów ář ën ūn ště'),
];
const GREEK = [split('Αθ Κορ Λα Πατ Σπα Θη'), split('ρι νη μα λο σσα'), split('να ρος δα λη κη')];
const CYRILLIC = [split('Ба Ві Го Мін Слу Орш'), split('ра бе ле мо ня'), split('нск ічы ава цк ель')];

/** The name of a rank, always the same: of every hundred, two are Greek and three Cyrillic. */
export function nameOf(rank: number): string {
  const script = rank % 50 === 49 ? GREEK : rank % 33 === 32 ? CYRILLIC : SYLLABLES;
  const random = randomOf(rank + 7_000_000);
  const [starts = [], middles = [], ends = []] = script;
  const middle = rank < 300 ? [pick(middles, random)] : [pick(middles, random), pick(middles, random)];
  return [pick(starts, random), ...middle, pick(ends, random)].join('');
}

export function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}

/** One of the first values more often than one of the last: the n-th about 1/n times as often as the first (Zipf). */
export function pickFrequent<T>(values: readonly T[], random: Random): T {
  return values[rankOf(values.length, random)] as T;
}

/** A rank from 0 to below `count`, by Zipf's law. */
export function rankOf(count: number, random: Random): number {
  return Math.min(count - 1, Math.floor(count ** random()) - 1 + (random() < 0.5 ? 0 : 1));
}
