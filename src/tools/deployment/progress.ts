/** Shows how far drawing is: a bar on a terminal, a line for each tenth elsewhere. */

const BAR_WIDTH = 30;
const REDRAWN_EVERY_MS = 100;

export type Progress = { step(): void; end(): void };

/** `total` steps are to come. Writes to standard error, so that the summary alone is the output. */
export function startProgress(total: number, out: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now();
  let done = 0;
  let shown = 0;
  const bar = () => {
    const full = Math.round((done / total) * BAR_WIDTH);
    const seconds = ((performance.now() - started) / 1000 / done) * (total - done);
    out.write(
      `\r[${'#'.repeat(full)}${' '.repeat(BAR_WIDTH - full)}] ${done}/${total} pictures, ${seconds.toFixed(0)} s left \x1b[K`,
    );
    shown = performance.now();
  };
  const line = () => {
    const tenths = Math.floor((done * 10) / total);
    if (tenths > shown) out.write(`${done}/${total} pictures\n`);
    shown = Math.max(shown, tenths);
  };
  return {
    step() {
      done++;
      if (!out.isTTY) line();
      else if (performance.now() - shown > REDRAWN_EVERY_MS || done === total) bar();
    },
    end() {
      if (out.isTTY && done > 0) out.write('\n');
    },
  };
}
