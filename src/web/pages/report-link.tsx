/** The link by which readers report an error, with the card or the page filled in. */
import { type ReportSubject, reportAddress } from '../../card/report.ts';

/** `report`: the address of the site; null if there is none, and then there is no link, but a sentence that says so. */
type ReportLinkProps = { report: string | null; about: ReportSubject };

export function ReportLink({ report, about }: ReportLinkProps) {
  if (report === null) return <>This site has no address for reports of errors.</>;
  return <a href={reportAddress(report, about)}>Report an error</a>;
}
