/** The input of the checks of a card's meaning. Types only. */
import type { QuotedCard } from '../../card.ts';
import type { Source } from '../../source.ts';
import type { Speaker } from '../../speaker.ts';
import type { Finding } from './findings.ts';
import type { Passage } from './passage.ts';
import type { WordIndex } from './words.ts';

/** A card, its source, and the passage of its quote. */
export type CheckInput = {
  card: QuotedCard;
  source: Source;
  speakers: readonly Speaker[];
  /** All topics of the catalogue. */
  topics: readonly string[];
  /** The source text without page furniture. */
  article: string;
  words: WordIndex;
  passage: Passage;
  /** The primary subtags of the languages of the source and the card. */
  languages: { source: string; card: string };
  /** The findings about its source, shared by all its cards. */
  ofSource: { published: Finding; title: Finding | undefined; authors: Finding | undefined };
};
