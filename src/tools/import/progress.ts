/** Shows the progress of an import: a bar in a terminal, otherwise a line for each page. */
import type { PageProgress } from './run.ts';

const WIDTH = 24;

type Output = { isTTY?: boolean; write(text: string): unknown };

export function openProgress(output: Output, rows: number) {
  const counts = { written: 0, rejected: 0 };
  return {
    show({ done, total, address, results }: PageProgress): void {
      for (const { state } of results) if (state === 'written' || state === 'rejected') counts[state]++;
      if (output.isTTY) {
        const filled = Math.round((WIDTH * done) / total);
        const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
        output.write(
          `\r\x1b[K${bar} ${done} of ${total} pages, ${counts.written} of ${rows} rows verified, ${counts.rejected} rejected`,
        );
        if (done === total) output.write('\n');
        return;
      }
      const count = (wanted: string) => results.filter(({ state }) => state === wanted).length;
      output.write(
        `${done} of ${total} pages: ${address}: ${count('written')} verified, ${count('rejected')} rejected\n`,
      );
    },
  };
}
