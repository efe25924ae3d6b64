/** Rewrites messages of other commands for a spreadsheet: with columns instead of fields and options. Pure. */
import { COLUMNS, SPEAKER, VIA } from '../../card/spreadsheet/columns.ts';

const BY_FIELD = new Map(COLUMNS.map(({ name, of, path }) => [`${of}.${path.join('.')}`, name]));

/** The column of a field. For a field with several columns, the first. */
function columnOf(of: 'card' | 'source', field: string): string {
  if (of === 'card' && field.startsWith('attribution')) return /^attribution(?:\[0\]|$)/.test(field) ? SPEAKER : VIA;
  const path = `${of}.${field.replace(/\[\d+\].*/, '')}`;
  const whole = COLUMNS.find((column) => `${column.of}.${column.path.join('.')}.`.startsWith(`${path}.`))?.name;
  return BY_FIELD.get(path) ?? whole ?? field;
}

const OPTIONS: [RegExp, string][] = [
  [
    /accept the warning and give the reason: accept: \[\{ check: ([\w-]+), because: "…" \}\]/g,
    'write in the column accept: $1: the reason',
  ],
  [/Or check the captured text: npm run verify -- --texts DIR/g, ''],
  [
    /Or save the page in a browser, and give the file with --text FILE\./g,
    'Or save the page in a browser, and name the file in the column file.',
  ],
  [
    /Save its text in a browser and give it with --text\./g,
    'Save it in a browser, and name the file in the column file.',
  ],
  [/put (?:its new|that) address in its source/g, 'correct the address'],
  [
    /(?:Correct the url of its source|Name a (?:web|simpler) page in its source|Give the address of a smaller page in its source)/g,
    'Give another address',
  ],
  [/--place (\d+|N)/g, 'occurrence $1'],
  [/add --across-blocks if this is intended/g, 'write yes in the column across blocks if this is intended'],
  [/add acrossBlocks: true to quote if this is intended/g, 'write yes in the column across blocks if this is intended'],
  [/--text (\S+)/g, '$1'],
  [/--id (\S+)/g, 'source $1'],
  [/ Run npm run verify\./g, ''],
];

/** A message of the checks about the one card of a file, or of `npm run new`. */
export function inColumns(message: string): string {
  const named = message
    .replace(/:\n {2}(.+)\n/, ': “$1”. ')
    .replace(/^cards\[\d+\]\.([\w.[\]]*\w\]?)/, (_, field: string) => `${columnOf('card', field)}:`)
    .replace(/^source\.([\w.[\]]*\w\]?)/, (_, field: string) => `${columnOf('source', field)}:`)
    .replace(/\b(?:figure|quote|asOf|saidOn)\.[a-zA-Z.]*[a-zA-Z]/g, (field) => columnOf('card', field));
  const column = /^[a-z ]+(?=:)/.exec(named)?.[0] ?? '';
  const said = OPTIONS.reduce((text, [words, instead]) => text.replaceAll(words, instead), named)
    .replace(/set basis to (\w+)/g, `write $1 in the column ${column} basis`)
    .replace('add the reason', `the reason in ${column} reason`);
  return said.replace(/\s+/g, ' ').trim();
}
