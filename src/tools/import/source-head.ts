/** Completes the source of a new file: from the cells, or else from the page, or else with a default that is marked. Pure. */
import type { Fields } from '../../card/spreadsheet/rows.ts';
import { flow } from '../new/card-text.ts';

type Rest = {
  /** The host of the page, or the name of its file. */
  host: string;
  /** The day of the capture. */
  accessed: string;
  /** The language of the site. */
  language: string;
};

/** `head`: the lines that `npm run new` writes. `given`: the fields of a source that cells give. */
export function completeHead(head: readonly string[], given: Fields, rest: Rest): string[] {
  const { id, snapshot, translated, note, ...fields } = given;
  const day = (snapshot as { accessed?: string } | undefined)?.accessed;
  const unknown = unknownFields({ ...rest, accessed: day ?? rest.accessed });
  const lines = head.flatMap((line) => {
    const name = /^ {2}(\w+):/.exec(line)?.[1] ?? '';
    if (name === 'url') return [given.url === null ? '  url: null' : line];
    if (name === 'note' && note !== undefined) return [`  note: ${flow(bothNotes(String(note), line))}`];
    if (fields[name] !== undefined) return [`  ${name}: ${flow(fields[name])}`];
    if (name === 'snapshot' && day) return [line.replace(/accessed: [\d-]+/, `accessed: ${day}`)];
    return [line.includes('# FILL:') && unknown[name] ? `  ${name}: ${unknown[name]}` : line];
  });
  const more = [
    ...(translated === undefined ? [] : [`  translated: ${flow({ url: null, ...(translated as Fields) })}`]),
    ...(typeof note === 'string' && !head.some(isNote) ? [`  note: ${flow(note)}`] : []),
  ];
  return [...lines.slice(0, -1), ...more, ...lines.slice(-1)];
}

const isNote = (line: string) => line.startsWith('  note: ');

/** The note of the author, and that of the page, which has its address if it is without https. */
function bothNotes(given: string, line: string): string {
  const own = String(JSON.parse(line.slice('  note: '.length)));
  return given.includes(own) ? given : `${given} ${own}`;
}

function unknownFields({ host, accessed, language }: Rest): Record<string, string> {
  return {
    publisher: `${flow(host)}  # CHECK: the page does not name its publisher`,
    title: 'null  # CHECK: the page does not state its headline',
    authors: '[]  # CHECK: the page names none',
    published: `{ date: ../${accessed}, basis: inferred, reason: "The page gives no date; it was read on ${accessed}" }  # CHECK: when was it published?`,
    language: `${flow(language)}  # CHECK: the page does not state its language`,
  };
}
