/** A text of a card that is written once, at best at compile time, because responses use it several times. Pure. */
import { type CardRecord, isComparison } from './record.ts';

/** `of`: the text of a record. `keep`: keeps a text that was written before. */
export type KeptText = { of(record: CardRecord): string; keep(record: CardRecord, text: string): void };

/** `basisOf`: what the text depends on besides the card. */
export function keptText(
  write: (record: CardRecord) => string,
  basisOf: (record: CardRecord) => readonly unknown[],
): KeptText {
  const texts = new WeakMap<CardRecord['card'], { basis: readonly unknown[]; text: string }>();
  const keep = (record: CardRecord, text: string) => {
    texts.set(record.card, { basis: basisOf(record), text });
  };
  return {
    of(record) {
      const basis = basisOf(record);
      const known = texts.get(record.card);
      if (known?.basis.every((part, at) => part === basis[at])) return known.text;
      const text = write(record);
      keep(record, text);
      return text;
    },
    keep,
  };
}

/** The sources of a card, and what was found of it. */
export function sourcesOf(record: CardRecord): readonly unknown[] {
  if (isComparison(record)) return record.rows.map((row) => row.record.source);
  return [record.source, record.evidence, record.speakers];
}
