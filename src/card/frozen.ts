/** Frozen fields: fields that readers see, and that cannot change silently once a card is published. Pure. */
import type { z } from 'zod';

export type FrozenField<Schema extends z.ZodType = z.ZodType> = {
  /** The path of the value in the YAML of the card. */
  path: readonly string[];
  /** The schema of an earlier value in `history.earlier`. Accepts null if the field is optional. */
  earlier: Schema;
  /** The name of the field for readers. */
  label: string;
  /** A recorded value in words. */
  words(value: z.infer<Schema>): string;
  /** Converts a value of the file to its recorded form, if they differ. */
  record?(value: unknown): z.infer<Schema>;
  /** The value that an omitted field means, if not null. */
  absent?: z.infer<Schema>;
};

export type FrozenFields = Record<string, FrozenField>;

type Options<Schema extends z.ZodType> = Partial<Omit<FrozenField<Schema>, 'earlier'>> &
  Pick<FrozenField, 'path' | 'label'>;

/** Defines a frozen field. `words` is needed if the earlier values are not strings. */
export function frozenField<Schema extends z.ZodType>(earlier: Schema, options: Options<Schema>): FrozenField<Schema> {
  return { words: String, ...options, earlier };
}

/** The value of a field in a card or source; null if omitted. */
export function fieldValue(content: object, { path, absent }: FrozenField): unknown {
  const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], content);
  return value ?? absent ?? null;
}

/** A value as `history.earlier` records it; undefined if the field cannot record its absence. */
export function recordedValue({ earlier, record }: FrozenField, value: unknown): unknown {
  const recorded = value !== null && record ? record(value) : value;
  return recorded === null && !earlier.safeParse(null).success ? undefined : recorded;
}

/** A recorded value in words. */
export function recordedWords(field: FrozenField, value: unknown): string {
  return value === null || value === undefined ? 'none' : field.words(value);
}
