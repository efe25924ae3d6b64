/** The figures of a build in words. Pure. */

export type BuildFigures = {
  pictures: number;
  bytes: number;
  drawn: number;
  seconds: number;
  /** How long a core took for one of the pictures drawn, the start of its thread included; 0 where none was drawn. */
  msPerPictureAndCore: number;
  /** Which pictures the file limit leaves to the Worker, in a sentence. */
  limit: string | undefined;
};

export function summarise({ pictures, bytes, seconds, drawn, msPerPictureAndCore, limit }: BuildFigures): string {
  const speed = drawn === 0 ? '' : `, ${msPerPictureAndCore.toFixed(0)} ms per picture and core`;
  const figures =
    `${count(pictures)} pictures, ${formatBytes(bytes)}, in ${seconds.toFixed(1)} s: ` +
    `${count(drawn)} drawn, ${count(pictures - drawn)} unchanged${speed}.`;
  return limit === undefined ? figures : `${figures}\n${limit}`;
}

/** "29.3 MB", in decimal units. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

const count = (number: number) => number.toLocaleString('en');
