/**
 * Citations as RIS, for reference managers. A web page is ELEC. The site is in both T2 and PB, and the access date in both Y2
 * and M1 (EndNote), because programs read different tags. Pure.
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

/** A comma separates the parts of a name, so a literal name must not contain one. */
function nameText(name: CslName): string {
  return 'literal' in name ? name.literal.replace(/(?: *,)+/g, '').trim() : `${name.family}, ${name.given}`;
}

/** "2023/11/02/". An interval has its start, followed by both ends in words, as RIS allows. So have other imprecise dates. */
function dateText(date: CslDate): string | undefined {
  const points = date['date-parts'];
  const start = [0, 1, 2].map((at) => String(points[0]?.[at] ?? '').padStart(points[0]?.[at] ? 2 : 0, '0'));
  const hasWords = points.length > 1 || date.circa || date.season || date.literal;
  return `${start.join('/')}/${hasWords ? dateWords(date) : ''}`;
}
