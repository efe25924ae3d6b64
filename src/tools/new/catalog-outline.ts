/**
 * What a file of the catalogue says of itself, finished or not: a card that was just added still has fields to fill, so
 * that the schema refuses its file. Pure.
 */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { CatalogFile } from '../../catalog/load.ts';

export type Outline = {
  name: string;
  text: string;
  /** Where the file is not valid YAML: the first error, with its line. */
  error: { line: number; message: string } | undefined;
  /** Fields of the source: "" where they are missing or no text. */
  publisher: string;
  language: string;
  url: string;
  sha256: string;
  cardIds: string[];
};

export function outlineFile({ name, text }: CatalogFile): Outline {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  const field = (...path: string[]) => {
    const value = document.getIn(['source', ...path]);
    return typeof value === 'string' ? value : '';
  };
  const cards = isMap(document.contents) ? document.contents.get('cards') : undefined;
  const ids = isSeq(cards) ? cards.items.map((card) => (isMap(card) ? card.get('id') : undefined)) : [];
  return {
    name,
    text,
    error: error && { line: lines.linePos(error.pos[0]).line, message: error.message },
    publisher: field('publisher'),
    language: field('language'),
    url: field('url'),
    sha256: field('snapshot', 'sha256'),
    cardIds: ids.filter((id) => typeof id === 'string'),
  };
}
