/** Texts that look like the syntax of every format that a card is written in, and cards made of them. */
import fc from 'fast-check';
import type { QuotedCard } from '../../src/card/card.ts';
import type { Source } from '../../src/card/source.ts';
import type { CompiledCard } from '../../src/catalog/compile.ts';
import type { Store } from '../../src/catalog/store.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { quoteCard, source } from './fixtures.ts';

const SYNTAX = [
  ...'<>&"\'`*_~#+-=|\\/[](){}!?:;.,@^$% \u2028\u2029\u00a0',
  ...[
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml',
    '<b>',
    '</p>',
    '<img src=x onerror=alert(1)>',
    '&amp;',
    '&#60;',
  ],
  ...[
    '**',
    '__',
    '~~',
    '```',
    '# ',
    '> ',
    '- ',
    '1. ',
    '---',
    '===',
    '[^1]',
    '[x](y)',
    '![x](y)',
    '|',
    '| - |',
    '\\|',
    '<https://x.example>',
  ],
  ...[
    'https://x.example/a_b',
    'www.x.example',
    'a@x.example',
    'javascript:alert(1)',
    '{{x}}',
    '$x',
    '%00',
    '"@type"',
    '","',
  ],
  ...['\u0000', '\u0008', '\ufffe', '\uffff', '\ud800', '\udc00', '\u202e', '\u200b', '\ufeff', '😀', 'é', 'Ж'],
];

/** One line, as the schema has it: no line break, and no white space at its ends. */
export const hostileText = (max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...SYNTAX), fc.constantFrom('word', 'a', 'B', '1')), {
      minLength: 1,
      maxLength: 10,
    })
    .map((parts) =>
      parts
        .join('')
        .replace(/[\n\r\u2028\u2029]/g, ' ')
        .slice(0, max)
        .trim(),
    )
    .filter((text) => text !== '');

/** A catalogue with a figure, "a-card", and a comparison of it with "other": "compared". */
export const hostileCatalog: fc.Arbitrary<Store> = fc
  .record({
    claim: hostileText(140),
    topic: hostileText(40),
    name: hostileText(60),
    place: hostileText(60),
    reason: hostileText(300),
    start: hostileText(60),
    highlight: hostileText(60),
    end: hostileText(60),
    figure: hostileText(24),
    title: hostileText(300),
    label: hostileText(40),
    note: hostileText(200),
  })
  .map(({ claim, topic, name, place, reason, start, highlight, end, figure, title, label, note }) => {
    const from: Source = { ...source, title, publisher: name, authors: [name] };
    const quoted = {
      ...quoteCard,
      topics: [topic],
      claim,
      place,
      attribution: [name, claim.slice(0, 60)],
      asOf: { date: '2023', basis: 'inferred', reason },
      quote: { exact: `${start}${highlight}${end}`, highlight },
    } satisfies Partial<QuotedCard>;
    const entry = (card: QuotedCard): CompiledCard => ({
      card,
      sourceId: from.id,
      evidence: null,
      revision: '0000000a',
      updated: '2026-11-21',
    });
    const rows = [
      { card: 'a-card', label },
      { card: 'other', label: note.slice(0, 40) },
    ];
    return createBundledStore({
      sources: [from],
      cards: [
        entry({ ...quoted, id: 'a-card', kind: 'figure', figure: { text: figure, value: 1, unit: topic } }),
        entry({ ...quoted, id: 'other', kind: 'quote' }),
        {
          card: { id: 'compared', kind: 'comparison', topics: [topic], claim, rows, note },
          revision: '0000000b',
          updated: '2026-11-21',
        },
      ],
    });
  });

/** Holds a property against many of them. The report is well-formed, for half a surrogate pair would break its transport. */
export async function holdsForAll(property: (catalog: Store) => Promise<void> | void): Promise<void> {
  const details = await fc.check(
    fc.asyncProperty(hostileCatalog, async (catalog) => property(catalog)),
    { numRuns: 100, includeErrorInReport: true },
  );
  const report = fc.defaultReportMessage(details);
  if (report !== undefined) throw new Error(report.toWellFormed());
}
