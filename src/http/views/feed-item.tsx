/** A card as a feed reader shows it, where only simple HTML is let through. */
import { altText, statusWord } from '../../domain/alt.ts';
import { attributionLine } from '../../domain/attribution.ts';
import { longCitation } from '../../domain/citation.ts';
import { comparedValue } from '../../domain/headline.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../../domain/record.ts';
import { SIZES } from '../../render/size.ts';
import type { Links } from '../links.ts';
import { Dated } from './dated.tsx';
import { Notice } from './history.tsx';
import { Quotation } from './quotation.tsx';

/** The content of an entry as HTML. */
export function feedItemHtml(record: CardRecord, links: Links): string {
  return (<FeedItem record={record} links={links} />).toString();
}

function FeedItem({ record, links }: { record: CardRecord; links: Links }) {
  return (
    <div>
      <p>
        <a href={links.page(record.card.id)}>
          <img src={links.preview(record)} width={SIZES.og.width} height={SIZES.og.height} alt={altText(record)} />
        </a>
      </p>
      <Notice record={record} links={links} />
      {isComparison(record) ? <Compared record={record} links={links} /> : <Quoted record={record} links={links} />}
    </div>
  );
}

function Quoted({ record, links }: { record: QuotedRecord; links: Links }) {
  const { card, source } = record;
  const passage = links.passage(record);
  return (
    <>
      <Quotation quote={card.quote} lang={source.language} cite={passage} />
      <p>{attributionLine(record)}</p>
      <p>
        {statusWord(card.status)}; as of: <Dated fact={card.asOf} />
      </p>
      <p>
        <a href={passage}>Read it in the source</a>: {longCitation(source)}; published:{' '}
        <Dated fact={source.published} />
      </p>
    </>
  );
}

function Compared({ record, links }: { record: ComparisonRecord; links: Links }) {
  return (
    <>
      <ul>
        {record.rows.map(({ label, record: row }) => (
          <li key={row.card.id}>
            {label}: <a href={links.page(row.card.id)}>{comparedValue(row)}</a>
          </li>
        ))}
      </ul>
      <p>{record.card.note}</p>
    </>
  );
}
