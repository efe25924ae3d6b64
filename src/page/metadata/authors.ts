/** Chooses the authors of a page among the sources that name some. Pure. */
import { distinctNames, isSameAuthor, isShouted, readNames } from './author-names.ts';
import { fold, isSameName } from './compare.ts';
import { oneLine } from './elements.ts';
import { type Found, type Known, stated } from './found.ts';
import type { Statement } from './statement.ts';

type AuthorOptions = {
  sites: readonly string[];
  /** What a reader sees; "" where that is not known. */
  text: string;
};

/**
 * The names of the first source that has any: an empty list where the page names only itself. Names that a reader sees come before
 * others, which are often those of a program or an agency. Another source with none of the names disagrees.
 */
export function chooseAuthors(
  statements: readonly Statement[],
  { sites, text }: AuthorOptions,
): Found<string[]> | undefined {
  const seen = fold(text.replace(COPYRIGHT, ''));
  const isSeen = ({ value }: Known<string[]>) => value.some((name) => seen.includes(fold(name)));
  const isSite = (name: string) => sites.some((site) => isSameName(site, name));
  const sources = [...new Set(statements.map(({ from }) => from))].map((from): Known<string[]> => {
    const own = statements.filter((statement) => statement.from === from);
    const read = own.map(({ value }) =>
      readNames(value, { sites, lastNameFirst: LAST_NAME_FIRST.test(from), isName: from !== BYLINE }),
    );
    // The first byline belongs to the article, further ones to teasers.
    const names = from === BYLINE ? shortest(read) : read.flat();
    return { value: distinctNames(names), from };
  });
  const named = sources.filter(({ value }) => value.length > 0);
  const best = chooseSource(named, isSeen);
  const rest = named.filter((source) => source !== best);
  if (!best) {
    const own = statements.find(({ value }) => isSite(oneLine(value)));
    // A site can have the name of its author.
    if (own?.isPerson)
      return stated({ value: [oneLine(own.value)], from: own.from }, [
        { value: [oneLine(own.value)], from: 'the name of the site' },
      ]);
    return own && stated({ value: [], from: own.from });
  }
  const better = rest.find(
    (other) => agree(other, best) && other.value.length >= best.value.length && !other.value.some(isShouted),
  );
  const chosen = better && best.value.every(isShouted) ? better : best;
  return stated(
    chosen,
    rest.filter((other) => !agree(other, best) && other.from !== BYLINE),
  );
}

const BYLINE = 'the byline';
/** The lines with the owner of a site, who is not an author. */
const COPYRIGHT = /.*(?:©|\(c\)|copyright|all rights reserved|alle rechte|tous droits).*/gi;
const LAST_NAME_FIRST = /citation_|dc[.:]|dcterms[.:]/i;

const agree = (one: Known<string[]>, other: Known<string[]>) =>
  one.value.some((name) => other.value.some((own) => isSameAuthor(name, own)));

/** The first source whose names a reader sees. A name that one tag alone gives is that of the owner, where other sources agree. */
function chooseSource(
  named: readonly Known<string[]>[],
  isSeen: (source: Known<string[]>) => boolean,
): Known<string[]> | undefined {
  const isTag = (source: Known<string[]> | undefined) => source?.from.startsWith('meta ') === true;
  const visible = named.find((source) => isSeen(source) && (source.from !== BYLINE || isTag(named[0])));
  const best = visible ?? named[0];
  const isSupported = (one: Known<string[]>) => named.some((source) => source !== one && agree(source, one));
  return best && isTag(best) && !isSupported(best) ? (named.find(isSupported) ?? best) : best;
}

/** The first names, each shortened to a part that is a later byline of its own: "Ann Ray" for "Ann Ray Games Editor". */
function shortest(read: readonly string[][]): string[] {
  const at = read.findIndex((names) => names.length > 0);
  const later = read.slice(at + 1).flat();
  return (read[at] ?? []).map(
    (name) => later.find((other) => other.includes(' ') && name.startsWith(`${other} `)) ?? name,
  );
}
