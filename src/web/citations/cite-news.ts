/** The quotes of a source as a citation for English Wikipedia: the template "cite news" (Citation Style 1). Pure. */
import { bestCopy, copyDay } from '../../card/archive.ts';
import { agenciesOf } from '../../card/attribution.ts';
import { cslItem, dateWords, oneLine } from '../../card/csl.ts';
import { formatDate } from '../../card/date.ts';
import { languageName } from '../../card/language.ts';
import type { QuotedRecord } from '../../card/record.ts';

/** `quotes`: those of the source; by default that of the card. */
export function citeNews({ card, source, watch }: QuotedRecord, quotes = [card.quote.exact]): string {
  const item = cslItem(source, card);
  const { title, author = [], issued, accessed, URL: url, archive_location: copy } = item;
  const { literal, circa: _circa, ...known } = issued;
  const [site, original] = [item['container-title'], item['original-publisher']];
  const best = bestCopy(source);
  const archiveDay = best && copyDay(best);
  const parameters: [name: string, value: string | undefined][] = [
    ...author.flatMap((name, at): [string, string][] =>
      'literal' in name
        ? [[`author${at + 1}`, name.literal]]
        : [
            [`last${at + 1}`, name.family],
            [`first${at + 1}`, name.given],
          ],
    ),
    // The template's value for an unknown title.
    ['title', title ?? 'none'],
    ['url', url && wikiUrl(url)],
    ['work', original ?? site],
    ['agency', agenciesOf(card.attribution).join(', ')],
    ['via', original && site],
    [
      'type',
      source.translated &&
        `${source.translated.machine ? 'machine ' : ''}translation from ${languageName(source.translated.from)}`,
    ],
    ['date', templateDate(dateWords(known))],
    ['language', item.language],
    ...(copy && archiveDay
      ? ([
          ['archive-url', wikiUrl(copy)],
          ['archive-date', formatDate(archiveDay, 'long')],
          ['url-status', watch?.state === 'gone' ? 'dead' : 'live'],
        ] satisfies [string, string][])
      : []),
    ['access-date', url && dateWords(accessed)],
    // The template adds the outer quotation marks.
    ['quote', quotes.join('" … "')],
  ];
  const given = parameters.flatMap(([name, value]) => (value ? [` |${name}=${wikitext(value)}`] : []));
  const words = literal && `: ${formatDate(source.published.date, 'long')}`;
  const remarks = [words, source.published.basis === 'inferred' && ' inferred'].filter(Boolean);
  return `{{cite news${given.join('')}}}${remarks.length > 0 ? ` (date${remarks.join(',')})` : ''}`;
}

/** The template requires intervals of months and years without spaces ("June–July 2023"), and capitalised seasons. */
function templateDate(date: string): string {
  return date
    .replace(/^(\p{L}+|\d{4}) – (?=(?:\p{L}+ )?\d{4}$)/u, '$1–')
    .replace(/(?:spring|summer|autumn|winter)/g, (season) => season.charAt(0).toUpperCase() + season.slice(1));
}

/** Escapes wikitext, on one line. */
function wikitext(text: string): string {
  return oneLine(text).replace(
    /&(?=#?\w+;)|[|{}[\]<>]|'(?=')|(?<=')'|~(?=~)|(?<=~)~|_(?=_)|(?<=_)_/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
}

function wikiUrl(url: string): string {
  return url.replace(/[|{}[\]<>"'\\^`\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
