/** Proposes the attribution of a new card: who speaks in the sentence of the quote, then the outlet. The author decides. Pure. */
import { findSpeaker, type Speaker } from '../../card/speaker.ts';

export type ProposedAttribution = {
  /** The speaker, then the outlet. "" for the one that is not known. Only the outlet if it speaks for itself. */
  steps: string[];
  /** What the author has to check. */
  doubt: string;
};

/** `named`: as the sentence names the speaker. `publisher`: "" if unknown. */
export function proposeAttribution(
  named: string | undefined,
  { publisher, speakers }: { publisher: string; speakers: readonly Speaker[] },
): ProposedAttribution {
  const nameOf = (name: string) => findSpeaker(speakers, name)?.name ?? name;
  const speaker = named === undefined ? '' : nameOf(named);
  const doubt =
    speaker === ''
      ? 'the sentence of the quote names no speaker; does the outlet speak for itself?'
      : 'the nearest speaker in the text; does this person or body say so?';
  const isOutlet = speaker !== '' && speaker === nameOf(publisher);
  return { steps: isOutlet ? [publisher] : [speaker, publisher], doubt };
}
