/** What a check of a card's meaning is given. Types only. */
import type { QuotedCard } from '../../card.ts';
import type { Source } from '../../source.ts';
import type { Speaker } from '../../speaker.ts';
import type { Finding } from './findings.ts';
import type { Passage } from './passage.ts';
import type { WordIndex } from './words.ts';

/** A card, its source, and where the source has the quote. */
export type Judged = {
  card: QuotedCard;
  source: Source;
  speakers: readonly Speaker[];
  /** All topics of the catalogue. */
  topics: readonly string[];
  /** The source text without page furniture. */
  article: string;
  words: WordIndex;
  passage: Passage;
  /** The primary subtags of the languages of the source's text and of the card. */
  languages: { source: string; card: string };
  /** What the checks of its source found. */
  ofSource: { published: Finding; title: Finding | undefined; authors: Finding | undefined };
};
