/** Proposes topics for rows that name none, and spells topics as the catalogue does. Pure. */
import { findNames } from '../../card/evidence/checks/names.ts';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import type { Source } from '../../card/source.ts';
import { topicSlug } from '../../card/topic.ts';

/** The topics of a card: those of the catalogue that its claim names, or else the names in its claim, or else in the title. */
export function proposeTopics(
  claim: string,
  { title, language }: Pick<Source, 'title' | 'language'>,
  known: ReadonlyMap<string, string>,
): string[] {
  const slug = `-${topicSlug(claim)}-`;
  const named = [...known].filter(([topic]) => slug.includes(`-${topic}-`)).map(([, topic]) => topic);
  const inText = (text: string) => findNames(text, primaryLanguage(language)).map(({ text: name }) => name);
  const found = [named, inText(claim), inText(title ?? ''), ['General']].find(({ length }) => length > 0) ?? [];
  const fit = found.filter((topic) => topic.length <= MAX_LENGTH && topicSlug(topic) !== '');
  return [...new Map(fit.map((topic) => [topicSlug(topic), topic])).values()].slice(0, MAX_TOPICS);
}

const MAX_TOPICS = 3;
const MAX_LENGTH = 40;

/** Topics as the catalogue spells them. `known`: by their slugs. */
export function spellTopics(topics: readonly string[], known: ReadonlyMap<string, string>): string[] {
  return topics.map((topic) => known.get(topicSlug(topic)) ?? topic);
}
