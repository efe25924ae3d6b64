/** A statement in a page about itself: one value of one field as written, and where it was found. Pure. */

export type FieldName = 'title' | 'author' | 'publisher' | 'published' | 'modified' | 'language' | 'address' | 'free';

/** `from`: for people, for example "JSON-LD headline" or "<meta property=og:title>". */
export type Statement = {
  field: FieldName;
  value: string;
  from: string;
  /** For an author: whether the page says that it is a person. */
  isPerson?: boolean;
};
