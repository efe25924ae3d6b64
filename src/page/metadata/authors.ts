/** Chooses the authors of a page among the sources that name some. Pure. */
import { distinctNames, isSameAuthor, isShouted, readNames } from './author-names.ts';
import { isSameName } from './compare.ts';
import { oneLine } from './elements.ts';
import { type Found, type Known, stated } from './found.ts';
import type { Statement } from './statement.ts';

/**
 * The names of the first source that has any; an empty list if the page names only itself. A source without any of these
 * names disagrees.
 */
export function chooseAuthors(statements: readonly Statement[], sites: readonly string[]): Found<string[]> | undefined {
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
  const [best, ...rest] = sources.filter(({ value }) => value.length > 0);
  if (!best) {
    const own = statements.find(({ value }) => isSite(oneLine(value)));
    // A site can have the name of its author.
    if (own?.isPerson)
      return stated({ value: [oneLine(own.value)], from: own.from }, [{ value: [], from: 'the name of the site' }]);
    return own && stated({ value: [], from: own.from });
  }
  const agrees = ({ value }: Known<string[]>) =>
    value.some((name) => best.value.some((other) => isSameAuthor(name, other)));
  const better = rest.find(
    (other) => agrees(other) && other.value.length >= best.value.length && !other.value.some(isShouted),
  );
  const chosen = better && best.value.every(isShouted) ? better : best;
  return stated(
    chosen,
    rest.filter((other) => !agrees(other) && other.from !== BYLINE),
  );
}

const BYLINE = 'the byline';
const LAST_NAME_FIRST = /citation_|dc[.:]|dcterms[.:]/i;

/** The first names, each shortened to a part that is a later byline of its own: "Ann Ray" for "Ann Ray Games Editor". */
function shortest(read: readonly string[][]): string[] {
  const at = read.findIndex((names) => names.length > 0);
  const later = read.slice(at + 1).flat();
  return (read[at] ?? []).map(
    (name) => later.find((other) => other.includes(' ') && name.startsWith(`${other} `)) ?? name,
  );
}
