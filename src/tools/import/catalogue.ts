/** The catalogue during an import: each file, and what they contain together. */
import type { Speaker } from '../../card/speaker.ts';
import { topicSlug } from '../../card/topic.ts';
import {
  type CatalogFile,
  type LoadedCatalog,
  type LocatedCard,
  loadCatalog,
  SITE_FILE,
  SPEAKERS_FILE,
} from '../../catalog/load.ts';
import { type FileProblem, formatProblem } from '../../catalog/parse.ts';
import { readCatalogFiles, readLock } from '../catalog-files.ts';
import { type Outline, outlineFile } from '../new/insert-card.ts';
import { readSite } from '../site-files.ts';
import { keysOfCard } from './existing.ts';

type Entry = { file: CatalogFile; outline: Outline; loaded: LoadedCatalog };

export type Catalogue = Awaited<ReturnType<typeof openCatalogue>>;

/** Reads the catalogue in this folder. `problems`: those that prevent any import. */
export async function openCatalogue() {
  const settings = await readSite();
  const files = await readCatalogFiles('cards');
  const siteFiles = files.filter(({ name }) => name === SITE_FILE);
  const entryOf = (file: CatalogFile): Entry => ({
    file,
    outline: outlineFile(file),
    loaded: loadCatalog([file, ...siteFiles]),
  });
  const entries = new Map(files.map((file) => [file.name, entryOf(file)]));
  const speakerEntry = entries.get(SPEAKERS_FILE);
  const speakers = speakerEntry?.loaded.speakers.map(({ value }) => value) ?? [];
  const lock = await readLock();
  const problems: FileProblem[] = [...settings.problems, ...(speakerEntry?.loaded.problems ?? []), ...lock.problems];
  const taken = new Set([...entries.values()].flatMap(({ outline }) => outline.cardIds));
  const cardsByKey = (): Map<string, LocatedCard> =>
    new Map(
      [...entries.values()].flatMap(({ loaded }) =>
        loaded.quoted.flatMap((card) => keysOfCard(card.value, card.source).map((key) => [key, card] as const)),
      ),
    );
  let byKey: Map<string, LocatedCard> | undefined;
  const topics = new Map<string, string>();
  const learnTopics = (names: readonly string[]) => {
    for (const name of names) if (!topics.has(topicSlug(name))) topics.set(topicSlug(name), name);
  };
  for (const { loaded } of entries.values())
    for (const { value } of [...loaded.quoted, ...loaded.comparisons]) learnTopics(value.topics);

  return {
    settings,
    lock,
    problems,
    speakers: speakers as readonly Speaker[],
    /** The files that are needed to read the file of a source. */
    sharedFiles: [...(speakerEntry ? [speakerEntry.file] : []), ...siteFiles],
    /** The ids of all cards. */
    taken,
    /** The topics by their slugs, as cards spell them. */
    topics,
    learnTopics,
    outlines: () => [...entries.values()].map(({ outline }) => outline).filter(({ name }) => name !== SITE_FILE),
    /** The content of a source's file. */
    of: (sourceId: string): LoadedCatalog | undefined => entries.get(`${sourceId}.yaml`)?.loaded,
    /** The card that a row repeats, among those before the import. */
    cardOfKey(key: string): LocatedCard | undefined {
      byKey ??= cardsByKey();
      return byKey.get(key);
    },
    sources: () => [...entries.values()].flatMap(({ loaded }) => loaded.sources.map(({ value }) => value)),
    cardOf: (id: string): LocatedCard | undefined =>
      [...entries.values()].flatMap(({ loaded }) => loaded.quoted).find(({ value }) => value.id === id),
    /** Updates a file. */
    replace: (name: string, text: string) => entries.set(name, entryOf({ name, text })),
    /** Why no card can be added to the file of a source. */
    faultOf: (sourceId: string): string | undefined => {
      const [problem] = entries.get(`${sourceId}.yaml`)?.loaded.problems ?? [];
      return problem && `The file of its source has a problem. Correct it first: ${formatProblem(problem)}`;
    },
  };
}
