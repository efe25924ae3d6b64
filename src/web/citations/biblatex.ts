/** Citations as BibLaTeX in UTF-8. BibTeX supports neither web pages nor date intervals. Pure. */
import { type CslItem, type CslName, dateWords, edtfIssued, isoDate } from '../../card/csl.ts';

export function biblatex(items: readonly CslItem[]): string {
  return items.map(entry).join('\n');
}

function entry(item: CslItem): string {
  const { id, title, author, accessed, URL: url, language, note } = item;
  const date = edtfIssued(item);
  // Citation.js cannot read intervals without a start.
  const isStartUnknown = /^(?:\.\.)?\//.test(date);
  const fields: [name: string, value: string | undefined][] = [
    ['author', author?.map(nameText).join(' and ')],
    // The inner braces preserve the case of letters, and prevent "and" from splitting a list.
    ['title', title && `{${latex(title)}}`],
    ['organization', `{${latex(item['container-title'])}}`],
    isStartUnknown ? ['year', dateWords(item.issued)] : ['date', date],
    ['url', url && inBraces(url)],
    ['urldate', isoDate(accessed)],
    ['langid', language],
    ['origpublisher', item['original-publisher'] && `{${latex(item['original-publisher'])}}`],
    ['note', note && latex(note)],
  ];
  const written = fields.filter(([, value]) => value !== undefined).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@online{${id},\n${written.join('')}}\n`;
}

function nameText(name: CslName): string {
  return 'literal' in name ? `{${latex(name.literal)}}` : `${latex(name.family)}, ${latex(name.given)}`;
}

const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Escapes commands, unbalanced braces and ligatures of TeX. */
function latex(text: string): string {
  return text
    .replace(/[\\{}~^%&$#_]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`)
    .replace(/([-`'!?,<>])(?=[-`',<>])/g, '$1{}');
}

/** Addresses are verbatim, but their braces must be balanced. */
function inBraces(url: string): string {
  return url.replace(/[\\{}\s]/g, encodeURIComponent);
}
