/** Related content on a card's page: further quotes, related cards, and corrections by the publisher. */

import { shortCitation } from '../../card/citation.ts';
import { formatDate } from '../../card/date.ts';
import { quotationMarks, trimQuote } from '../../card/quotation-marks.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { RELATION_TITLES, RELATIONS, type Relation } from '../../card/related.ts';
import { asTitle } from '../../card/sentence.ts';
import type { Source } from '../../card/source.ts';
import type { Links } from '../links.ts';

type Props = { record: QuotedRecord; links: Links };

/** The notice that other cards contradict this one. */
export function Dispute({ record, links }: Props) {
  const others = (record.relations ?? []).filter(({ type }) => type === 'contradicts');
  if (others.length === 0) return null;
  return (
    <div class="notice">
      <p>
        <strong>Disputed.</strong> {others.length === 1 ? 'Another card contradicts' : 'Other cards contradict'} it:
      </p>
      <RelationList relations={others} language={record.card.language} links={links} />
    </div>
  );
}

/** Further quotes that support the claim. */
export function Support({ record, links }: Props) {
  const { support = [] } = record;
  if (support.length === 0) return null;
  return (
    <section aria-labelledby="further">
      <h2 id="further">Further quotes</h2>
      {support.map(({ source, quote, evidence }) => {
        const [open, close] = quotationMarks(source.language);
        const passage = links.passageOf({ source, quote, evidence });
        return (
          <div key={`${source.id} ${quote.exact}`}>
            <blockquote lang={source.language} cite={passage}>
              {open}
              {trimQuote(quote.exact)}
              {close}
            </blockquote>
            <p>
              <a href={passage}>Read it in the source: {shortCitation(source)}</a>{' '}
              <span class="muted">
                {evidence
                  ? `(a program found these words on ${formatDate(evidence.checkedAt, 'long')})`
                  : '(no program has found these words yet)'}
              </span>
            </p>
          </div>
        );
      })}
    </section>
  );
}

/** The related cards in groups. Contradictions are also listed at the top. */
export function RelatedCards({ record, links }: Props) {
  const { relations = [] } = record;
  if (relations.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">Related cards</h2>
      {RELATIONS.map((type) => {
        const others = relations.filter((relation) => relation.type === type);
        return (
          others.length > 0 && (
            <>
              <h3>{RELATION_TITLES[type]}</h3>
              <RelationList relations={others} language={record.card.language} links={links} />
            </>
          )
        );
      })}
    </section>
  );
}

type RelationListProps = { relations: readonly Relation[]; language: string | undefined; links: Links };

function RelationList({ relations, language, links }: RelationListProps) {
  return (
    <ul class="card-list">
      {relations.map(({ card, sentence }) => (
        <li key={card}>
          <a href={links.page(card)}>{asTitle(sentence, language)}</a>
        </li>
      ))}
    </ul>
  );
}

/** Corrections of the text by the publisher, as rows of a list of facts. */
export function SourceCorrections({ source }: { source: Source }) {
  const { corrections = [] } = source;
  if (corrections.length === 0) return null;
  return (
    <>
      <dt>Corrected by the publisher</dt>
      {corrections.map(({ date, text, url }) => (
        <dd key={`${date} ${text}`}>
          {formatDate(date, 'long')}: {text}
          {url && (
            <>
              {' '}
              (<a href={url}>correction notice</a>)
            </>
          )}
        </dd>
      ))}
    </>
  );
}
