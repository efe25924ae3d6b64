/** The address at which readers report an error, with the card filled in. Pure. */

/** What the report is about. `id` and `revision`: of a card; `page`: the address that the reader sees. */
export type ReportSubject = { page: string; id?: string; revision?: string };

const PLACEHOLDERS = /\{(id|revision|page)\}/g;

/**
 * Fills in the report address of the site. Placeholders (`{id}`, `{revision}`, `{page}`) are replaced. An address without
 * placeholders gets a subject and a text: `subject` and `body` in e-mail (RFC 6068), `title` and `body` at an https address, as
 * the issue forms of GitHub, Forgejo and Gitea read them. Parameters that the address already has are kept.
 */
export function reportAddress(address: string, { page, id, revision }: ReportSubject): string {
  const values: Record<string, string> = { page, id: id ?? '', revision: revision ?? '' };
  if (address.search(PLACEHOLDERS) >= 0)
    return address.replace(PLACEHOLDERS, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const [start = '', hash] = address.split(/(?=#)/);
  const [path = '', query = ''] = start.split(/\?(.*)/s);
  const given = query.split('&').filter((pair) => pair !== '');
  const isGiven = (name: string) => given.some((pair) => pair.split('=')[0]?.toLowerCase() === name);
  const added = [
    [address.startsWith('mailto:') ? 'subject' : 'title', id ? `Error in the card ${id}` : 'Error on a page'],
    ['body', [`Page: ${page}`, ...(revision ? [`Revision: ${revision}`] : []), '', 'What is wrong: '].join('\r\n')],
  ].flatMap(([name = '', value = '']) => (isGiven(name) ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return `${path}?${[...given, ...added].join('&')}${hash ?? ''}`;
}

/** The report address without placeholders and prefilled texts, for documents that are about no page. */
export function plainReportAddress(address: string): string {
  return address.startsWith('mailto:') ? address.replace(/\?.*/s, '') : address.replace(PLACEHOLDERS, '');
}
