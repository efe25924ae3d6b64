/**
 * Citations as RIS, for reference managers. A web page is ELEC; its site is both T2 and PB, for programs read one or the
 * other, and the day it was read is both Y2 and M1 (EndNote). Pure.
 */
import { type CslDate, type CslItem, type CslName, dateWords } from '../../card/csl.ts';

export function ris(items: readonly CslItem[]): string {
  return items.map(record).join('');
}

function record(item: CslItem): string {
  const { author = [], issued, accessed } = item;
  const lines: [tag: string, value: string | number | undefined][] = [
    ['TY', 'ELEC'],
    ['ID', item.id],
    ...author.map((name): [string, string] => ['AU', nameText(name)]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PB', item['container-title']],
    ['PY', issued['date-parts'][0]?.[0]],
    ['DA', dateText(issued)],
    ['LA', item.language],
    ['UR', item.URL],
    ['Y2', dateText(accessed)],
    ['M1', dateText(accessed)],
    ['AV', item.archive_location],
    ['N1', item.note],
  ];
  const written = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${written.join('')}ER  - \r\n`;
}

/** A comma divides a name into its parts, so that a name without parts can have none. */
function nameText(name: CslName): string {
  return 'literal' in name ? name.literal.replace(/(?: *,)+/g, '').trim() : `${name.family}, ${name.given}`;
}

/** "2023/11/02/". An interval has its start there, and behind it, as RIS allows, both ends in words; so has every other date. */
function dateText(date: CslDate): string | undefined {
  const points = date['date-parts'];
  const start = [0, 1, 2].map((at) => String(points[0]?.[at] ?? '').padStart(points[0]?.[at] ? 2 : 0, '0'));
  const hasWords = points.length > 1 || date.circa || date.season || date.literal;
  return `${start.join('/')}/${hasWords ? dateWords(date) : ''}`;
}
