/** Lines of bytes, each ended by a line feed. Pure. */

export const LINE_FEED = 0x0a;

export function joinLines(lines: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    joined.set(line, at);
    joined[at + line.length] = LINE_FEED;
    at += line.length + 1;
  }
  return joined;
}
