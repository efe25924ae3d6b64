/** The cards that a comparison sets side by side. */
import { statusWord } from '../../domain/alt.ts';
import { shortCitation } from '../../domain/citation.ts';
import { formatDate } from '../../domain/date.ts';
import { comparedValue } from '../../domain/headline.ts';
import type { ComparisonRecord } from '../../domain/record.ts';
import type { Links } from '../links.ts';

export function ComparisonBody({ record, links }: { record: ComparisonRecord; links: Links }) {
  return (
    <section>
      <h2>Side by side</h2>
      <ul class="rows">
        {record.rows.map(({ label, record: row }) => (
          <li key={row.card.id}>
            <span class="muted">{label}</span>
            <a href={links.page(row.card.id)}>{comparedValue(row)}</a>
            <span class="muted">
              {row.card.asOf ? `as of ${formatDate(row.card.asOf.date, 'day')}` : 'date not known'}
              {row.card.asOf?.basis === 'inferred' && ' (inferred)'} · {statusWord(row.card.status)} ·{' '}
              <a href={links.source(row.source.id)}>{shortCitation(row.source)}</a>
            </span>
          </li>
        ))}
      </ul>
      <p>{record.card.note}</p>
    </section>
  );
}
