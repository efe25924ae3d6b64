/** A speaker, with the names that sources use. Schema and lookup. Pure. */
import { z } from 'zod';
import { Id, line } from './source.ts';

export const SPEAKER_TYPES = ['person', 'organisation', 'document', 'unnamed'] as const;

const SpeakerType = z.enum(SPEAKER_TYPES).meta({
  description: 'unnamed: sources without a name, such as "Unnamed officers". document: a caption, a report, a video.',
});

export const Speaker = z
  .strictObject({
    id: Id,
    name: line(60).meta({ description: 'The name as cards write it in attribution.' }),
    aliases: z.array(line(60)).max(20).optional().meta({ description: 'Other names and spellings in sources.' }),
    type: SpeakerType,
    role: line(80).optional().meta({ description: 'Who the speaker is: "Belarusian opposition leader".' }),
  })
  .meta({ id: 'Speaker' });
export type Speaker = z.infer<typeof Speaker>;

const sameName = (a: string, b: string) => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/** Finds a speaker by name or alias. */
export function findSpeaker(speakers: readonly Speaker[], name: string): Speaker | undefined {
  return speakers.find((speaker) => namesOf(speaker).some((known) => sameName(known, name)));
}

/** All names of a speaker. */
export function namesOf({ name, aliases = [] }: Pick<Speaker, 'name' | 'aliases'>): string[] {
  return [name, ...aliases];
}

/** The listed speakers among some names, each once. */
export function listedSpeakers(speakers: readonly Speaker[], names: readonly string[]): Speaker[] {
  const found = names.flatMap((name) => findSpeaker(speakers, name) ?? []);
  return [...new Set(found)];
}
