/** The types of the scripts of /check, which the compiler checks with the types of a browser. */
declare module '*/assets/scripts/png.js' {
  type Pixels = { width: number; height: number; rgba: Uint8Array };
  export function isPng(bytes: Uint8Array): boolean;
  export function textsOf(bytes: Uint8Array): Map<string, string>;
  export function pixelsOf(bytes: Uint8Array): Promise<Pixels | undefined>;
  export function hashPixels(pixels: Pixels): Promise<string>;
}
declare module '*/assets/scripts/verdict.js' {
  type Mark = { id: string; origin: string; revision?: string; variant?: string; drawing?: string };
  type Entry = { type: string; date: string; reason: string };
  type Card = {
    state: string;
    revision: string;
    history: Entry[];
    revisions: { revision: string; released: string }[];
  };
  type Recorded = { drawing: string; revision: string; sha256: Partial<Record<string, string>> };
  type Comparison = 'unaltered' | 'altered' | 'not compared' | 'scanned' | 'pasted';
  export function markOf(texts: ReadonlyMap<string, string>): Mark | undefined;
  export function pageOf(address: string): Mark | undefined;
  export function compare(mark: Mark, hash: string | undefined, recorded: readonly Recorded[]): Comparison;
  export function findPixels(
    hash: string,
    recorded: readonly Recorded[],
    current: string,
  ): Pick<Mark, 'revision' | 'variant' | 'drawing'> | undefined;
  export function verdictOf(
    mark: Mark,
    comparison: Comparison,
    card: Card,
    earlier: Card | undefined,
  ): { title: string; isWarning: boolean; lines: string[] };
}
