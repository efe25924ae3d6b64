/** Chooses a value of a page's metadata among the sources that state one. Pure. */

export type Known<Value> = { value: Value; from: string };

/**
 * `others`: the differing values of other sources. `basis`: whether the page states the value, or it was inferred. `doubt`: what the
 * author has to check about a stated value.
 */
export type Found<Value> = Known<Value> & { basis: 'stated' | 'inferred'; others: Known<Value>[]; doubt?: string };

export function stated<Value>({ value, from }: Known<Value>, others: Known<Value>[] = []): Found<Value> {
  return { value, from, basis: 'stated', others };
}

type Same<Value> = (one: Value, other: Value) => boolean;

/** The first value that another source supports; else the first. */
export function choose<Value>(known: readonly Known<Value>[], isSame: Same<Value>): Found<Value> | undefined {
  const isSupported = ({ value, from }: Known<Value>) =>
    known.some((other) => other.from !== from && isSame(other.value, value));
  const best = known.find(isSupported) ?? known[0];
  return best && stated(best, othersOf(best, known, isSame));
}

/** The differing values, without duplicates. */
export function othersOf<Value>(
  { value }: Known<Value>,
  known: readonly Known<Value>[],
  isSame: Same<Value>,
): Known<Value>[] {
  const others = known.filter((other) => !isSame(other.value, value));
  return others.filter((other, at) => !others.slice(0, at).some((earlier) => isSame(earlier.value, other.value)));
}
