/** Which pictures a deployment carries, and which of them are to be drawn now. Pure. */

/** A card of the catalogue. `key` changes whenever anything does that its pictures show. */
export type PlannedCard = { id: string; key: string };

/** One of the pictures that every card has. `path` has `{id}` in the card's place: "cards/{id}/square-dark.png". */
export type PictureForm = { size: string; theme: string; path: string };

/** A picture: where it lies below the deployed folder, and what it shows. */
export type Picture = { id: string; path: string; key: string };

/** A picture as it was drawn before: of which key, and how many bytes long. */
export type Drawn = { key: string; bytes: number };

export type Choice = { chosen: Picture[]; leftOut: Picture[] };

/**
 * Chooses the pictures that go into `room` files, of cards that come newest first. What matters most comes first: the
 * link preview (og, light) of every card, then its dark twin, then the other sizes, those of the newest cards before
 * those of older ones. What is left out is drawn by the Worker when it is asked for.
 */
export function choosePictures(cards: readonly PlannedCard[], forms: readonly PictureForm[], room: number): Choice {
  const picturesOf = (wanted: readonly PictureForm[]) =>
    cards.flatMap(({ id, key }) => wanted.map(({ path }) => ({ id, path: path.replace('{id}', id), key })));
  const byRank = Object.groupBy(forms, rankOf);
  const all = [0, 1, 2].flatMap((rank) => picturesOf(byRank[rank] ?? []));
  return { chosen: all.slice(0, Math.max(room, 0)), leftOut: all.slice(Math.max(room, 0)) };
}

function rankOf({ size, theme }: PictureForm): number {
  if (size !== 'og') return 2;
  return theme === 'light' ? 0 : 1;
}

/** Tells the pictures that are as they were drawn before from those to draw. */
export function planDrawing(chosen: readonly Picture[], before: ReadonlyMap<string, Drawn>) {
  const kept = chosen.filter(({ path, key }) => before.get(path)?.key === key);
  const paths = new Set(kept.map(({ path }) => path));
  return { kept, toDraw: chosen.filter(({ path }) => !paths.has(path)) };
}

/** What the file limit leaves to the Worker, in a sentence; undefined where everything goes in. */
export function explainLimit({ chosen, leftOut }: Choice, maxFiles: number): string | undefined {
  if (leftOut.length === 0) return undefined;
  const whole = new Set([...chosen, ...leftOut].map(({ id }) => id)).size;
  const lacking = new Set(leftOut.map(({ id }) => id)).size;
  return (
    `The limit of ${count(maxFiles)} files leaves out ${count(leftOut.length)} pictures of ${count(lacking)} of ` +
    `${count(whole)} cards: the other sizes before og, the oldest cards first. The Worker draws them when they are ` +
    'asked for. The Paid plan takes 100,000 files: --max-files 100000.'
  );
}

const count = (number: number) => number.toLocaleString('en');
