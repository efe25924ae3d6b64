/** Writes the YAML of a new source, up to its cards, with "# FILL:" where the author has to fill it. Pure. */
import { quoted } from './card.ts';

export type NewSource = { id: string; url: string; sha256: string; accessed: string };

/** The lines of a new file. The cards follow. */
export function sourceLines({ id, url, sha256, accessed }: NewSource): string[] {
  return [
    '# yaml-language-server: $schema=../assets/schema/source.json',
    'source:',
    `  id: ${id}`,
    '  publisher: ""  # FILL: who published the text that is quoted',
    '  title: ""  # FILL: the headline as published; null where it is not known',
    '  authors: [""]  # FILL: as named at the text; [] where nobody is',
    '  published: { date: "", basis: "" }  # FILL: YYYY-MM-DD; basis stated, external or inferred (add reason: "…")',
    `  url: ${/^[\w:/.~%+-]+$/.test(url) ? url : quoted(url)}`,
    '  language: ""  # FILL: the language of the text, for example en',
    `  snapshot: { sha256: ${sha256}, accessed: ${accessed} }`,
    'cards:',
  ];
}
