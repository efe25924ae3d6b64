/** Copies of a source's page in archives: the schema, the best copy, and the names of archives. Pure. */
import { z } from 'zod';
import { HttpsUrl } from './address.ts';
import { Day, isDate } from './date.ts';

/** All its names. Wikipedia deprecated it on 20 February 2026: it had altered snapshots, and made readers attack a site. */
const ARCHIVE_TODAY = /(?:^|\.)archive\.(?:today|fo|is|li|md|ph|vn)$/;

function isArchiveToday(address: string): boolean {
  // A copy in another archive may be a copy of its copy.
  const named = [address, ...address.split(/(?<=.)(?=https?:\/{1,2})/)].map((part) => URL.parse(part)?.hostname ?? '');
  return named.some((host) => ARCHIVE_TODAY.test(host));
}

const ArchivedCopy = z.strictObject({
  url: HttpsUrl.refine((address) => !isArchiveToday(address), {
    error:
      'is at archive.today, which has altered snapshots; Wikipedia deprecated it in February 2026. Use a copy at another archive: npm run archive asks the Wayback Machine',
  }),
  date: Day.optional().meta({ description: 'The day the copy was made.' }),
});
export type ArchivedCopy = z.infer<typeof ArchivedCopy>;

export const ArchivedCopies = z
  .array(ArchivedCopy, 'must be a list of copies: [{ url: https://…, date: 2023-11-03 }], or [] if none is known')
  .max(20)
  .refine((copies) => new Set(copies.map(({ url }) => url)).size === copies.length, {
    error: 'lists a copy twice. List each once',
  });

type Archived = { archived?: readonly ArchivedCopy[] | undefined; snapshot: { accessed: string } };

/** The day of a copy: as it is recorded, or as the address of a Wayback copy has it. */
export function copyDay({ url, date }: ArchivedCopy): string | undefined {
  const [, ...parts] = /\/web\/(\d{4})(\d{2})(\d{2})\d*/.exec(url) ?? [];
  const named = parts.join('-');
  return date ?? (isDate(named) ? named : undefined);
}

/** The copy whose day is nearest to that of the capture: it is the likeliest to have the words that were checked. */
export function bestCopy({ archived = [], snapshot }: Archived): ArchivedCopy | undefined {
  const distance = (copy: ArchivedCopy) => {
    const day = copyDay(copy);
    return day === undefined ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(day) - Date.parse(snapshot.accessed));
  };
  return [...archived].sort((a, b) => distance(a) - distance(b) || 0)[0];
}

/** "Internet Archive" */
export function archiveName({ url }: ArchivedCopy): string {
  const { hostname } = new URL(url);
  return /(?:^|\.)archive\.org$/.test(hostname) ? 'Internet Archive' : hostname;
}
