/** Sets of positions in a list, one bit each: thirty-two cards are compared at a time. Pure. */

export type Bitset = Uint32Array;

/** An empty set over a list of `length`. */
export function emptyBitset(length: number): Bitset {
  return new Uint32Array(Math.ceil(length / 32));
}

/** Every position of a list of `length`. */
export function fullBitset(length: number): Bitset {
  const set = emptyBitset(length).fill(0xffffffff);
  const spare = set.length * 32 - length;
  if (spare > 0) set[set.length - 1] = 0xffffffff >>> spare;
  return set;
}

export function addPosition(set: Bitset, position: number): void {
  const word = position >>> 5;
  set[word] = (set[word] ?? 0) | (1 << (position & 31));
}

export function hasPosition(set: Bitset, position: number): boolean {
  return (((set[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;
}

/** The positions that are in every set, over a list of `length`; all of them where no set is given. */
export function intersect(sets: readonly Bitset[], length: number): Bitset {
  const [first, ...rest] = sets;
  const result = first ? first.slice() : fullBitset(length);
  for (const set of rest) {
    for (let word = 0; word < result.length; word++) result[word] = (result[word] ?? 0) & (set[word] ?? 0);
  }
  return result;
}

/** How many positions two sets share. */
export function countShared(a: Bitset, b: Bitset): number {
  let count = 0;
  for (let word = 0; word < a.length; word++) count += countBits((a[word] ?? 0) & (b[word] ?? 0));
  return count;
}

/** The positions of a set, in order. */
export function positionsOf(set: Bitset): number[] {
  const positions: number[] = [];
  for (let word = 0; word < set.length; word++) {
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      positions.push(32 * word + 31 - Math.clz32(bits & -bits));
    }
  }
  return positions;
}

/** The ones in a word of 32 bits, added up in pairs, fours and bytes. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
