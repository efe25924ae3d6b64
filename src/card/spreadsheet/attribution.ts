/** The attribution of a card in two cells: the speaker, and the outlets that passed the words on. Pure. */
import { type Attribution, STEP_KINDS } from '../attribution.ts';
import { Id } from '../source.ts';
import type { Speaker } from '../speaker.ts';
import { list, NONE, text, Unreadable } from './cells.ts';

type Step = Attribution[number];

const KIND = new RegExp(`^(.+) (\\\\?)\\((${STEP_KINDS.join('|')})\\)$`, 'su');

/** Whether a name looks like the id of a speaker: "eva-muster". */
const isLikeId = (name: string) => name.includes('-') && Id.safeParse(name).success;

/** "Belta (agency)". A name that looks like an id, or ends like a kind, has a backslash. */
function writeStep(step: Step): string {
  if (typeof step !== 'string') return `${step.name} (${step.as})`;
  if (isLikeId(step)) return `\\${step}`;
  return KIND.test(step) ? step.replace(/\((?=\w+\)$)/u, '\\(') : step;
}

/** @throws Unreadable if it looks like an id and no speaker has it. */
function readStep(cell: string, speakers: readonly Speaker[]): Step {
  if (cell.startsWith('\\') && isLikeId(cell.slice(1))) return cell.slice(1);
  const [, name = cell, backslash, as] = KIND.exec(cell) ?? [];
  if (backslash) return cell.replace(/\\(?=\(\w+\)$)/u, '');
  const known = isLikeId(name) ? speakers.find(({ id }) => id === name)?.name : name;
  if (known !== undefined) return as === undefined ? known : { name: known, as: as as (typeof STEP_KINDS)[number] };
  throw new Unreadable(
    `“${name}” looks like the id of a speaker, but cards/speakers.yaml does not contain it. Write the name as readers know it, or add the speaker there`,
  );
}

/** The cells of an attribution. */
export function writeAttribution([speaker = '', ...outlets]: Attribution): { speaker: string; via: string } {
  return { speaker: text.write(writeStep(speaker)), via: list.write(outlets.map(writeStep)) };
}

/** The value of the cell; undefined if it is empty. @throws Unreadable */
export const readSpeaker = (cell: string, speakers: readonly Speaker[]): Step | undefined => {
  const name = text.read(cell);
  if (name === null) throw new Unreadable(`cannot be “${NONE}”. Name who says so, or leave the cell empty`);
  return name === undefined ? undefined : readStep(String(name), speakers);
};

export function readOutlets(cell: string, speakers: readonly Speaker[]): Step[] | undefined {
  const names = list.read(cell) as string[] | null | undefined;
  return names === undefined ? undefined : (names ?? []).map((name) => readStep(name, speakers));
}
