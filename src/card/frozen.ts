/** Fields that readers see: they cannot change silently once a card is published. Types, and how they are read. Pure. */
import type { z } from 'zod';

export type FrozenField<Schema extends z.ZodType = z.ZodType> = {
  /** Where the value is in the file of the card. */
  path: readonly string[];
  /** An earlier value, as `history.earlier` records it. It accepts null where a card may be without the field. */
  earlier: Schema;
  /** Named before the earlier value. Undefined where the value speaks for itself. */
  label: string | undefined;
  /** A recorded value in words. */
  words(value: z.infer<Schema>): string;
  /** The recorded form of a value in the file, where it is another. */
  record?(value: unknown): z.infer<Schema>;
  /** The meaning of a field that is left out, where it is not null. */
  absent?: z.infer<Schema>;
};

export type FrozenFields = Record<string, FrozenField>;

type Options<Schema extends z.ZodType> = Partial<Omit<FrozenField<Schema>, 'earlier'>> & { path: readonly string[] };

/** A field whose earlier values are texts, or are put into words by `words`. */
export function frozenField<Schema extends z.ZodType>(earlier: Schema, options: Options<Schema>): FrozenField<Schema> {
  return { label: undefined, words: String, ...options, earlier };
}

/** The value of a field in a card or source, as it is in the file; null where it is left out. */
export function fieldValue(content: object, { path, absent }: FrozenField): unknown {
  const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], content);
  return value ?? absent ?? null;
}

/** A value of a file, as `history.earlier` records it; undefined where it cannot record that there was none. */
export function recordedValue({ earlier, record }: FrozenField, value: unknown): unknown {
  const recorded = value !== null && record ? record(value) : value;
  return recorded === null && !earlier.safeParse(null).success ? undefined : recorded;
}

/** A recorded value in words. */
export function recordedWords(field: FrozenField, value: unknown): string {
  return value === null || value === undefined ? 'none' : field.words(value);
}
