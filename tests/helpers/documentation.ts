/** The pages of the documentation, and the tables in them. */

/** Whether a README is that of this project. A maintainer of an own catalogue may replace it. */
export const isOurReadme = (text: string) => text.startsWith('# Sourced fact cards');

/** From the root of the project. */
export const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...[
    'api',
    'benchmarks',
    'brand',
    'cards',
    'composer',
    'deployment',
    'embedding',
    'evidence',
    'mcp',
    'spreadsheets',
    'updating',
    'watch',
  ].map((name) => `docs/${name}.md`),
];

/** The tables whose first head begins with `head`, with their heads. */
export function tableOf(text: string, head: string): string {
  const tables = text.match(/^\|.*\n\|[-| ]+\n(?:\|.*\n?)+/gm) ?? [];
  return tables.filter((table) => table.startsWith(`| ${head} `)).join('');
}

/** The rows of tables without their heads, each as its cells. */
export function rowsOf(table: string): string[][] {
  const lines = table.trim().split('\n');
  const isHead = (at: number) => /^\|[-| ]+$/.test(lines[at] ?? '') || /^\|[-| ]+$/.test(lines[at + 1] ?? '');
  return lines
    .filter((_, at) => !isHead(at))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\||\|$/g, '').trim()));
}
