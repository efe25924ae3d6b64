/** Summarises an import in a few lines. Pure. */
import type { RowResult } from './run.ts';

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

export function summaryLines(
  results: readonly RowResult[],
  { dryRun, file }: { dryRun: boolean; file: string | undefined },
): string[] {
  const of = <State extends RowResult['state']>(state: State) =>
    results.filter((result): result is Extract<RowResult, { state: State }> => result.state === state);
  const [written, there, rejected, comparisons] = [of('written'), of('there'), of('rejected'), of('comparison')];
  const files = new Set(written.map((result) => result.file)).size;
  const proposed = written.reduce((sum, result) => sum + result.proposed, 0);
  const differing = there.filter(({ differs }) => differs.length > 0);
  const remarks = new Set(written.flatMap((result) => result.remarks.map((remark) => `${result.file}: ${remark}`)));
  return [
    `${count(results.length, 'row')}: ${count(written.length, 'card')} ${dryRun ? 'would be written' : 'written'} to ${count(files, 'file')}, ${there.length} already in the catalogue, ${rejected.length} rejected.`,
    ...differing.map(
      ({ number, id, differs }) =>
        `Row ${number}: the card "${id}" has a different value in ${differs.join(', ')}. An import does not change cards: edit its file.`,
    ),
    ...remarks,
    ...(comparisons.length > 0
      ? [
          `${count(comparisons.length, 'comparison')} ignored. Comparisons consist of other cards: write them in cards/comparisons.yaml.`,
        ]
      : []),
    ...(file
      ? [`The rejected rows are in ${file}, each with its problem. Correct them there, and import that file.`]
      : []),
    ...(written.length === 0 || dryRun
      ? []
      : [
          ...(proposed > 0
            ? [
                `${count(proposed, 'value')} ${proposed === 1 ? 'was' : 'were'} proposed. Check the lines marked "# CHECK:" in ${files === 1 ? written[0]?.file : 'the files'}.`,
              ]
            : []),
          'Next: npm run check, then npm run dev. npm run archive looks for archived copies of new sources.',
        ]),
  ];
}
