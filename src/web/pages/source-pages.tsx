/** The list of sources, and the page of a source with its cards. */

import { useContext } from 'hono/jsx';
import { copyDay } from '../../card/archive.ts';
import { datedCitation, longCitation, publisherName } from '../../card/citation.ts';
import { formatDate } from '../../card/date.ts';
import { languageName } from '../../card/language.ts';
import { counted } from '../../card/prose.ts';
import { isQuoted } from '../../card/record.ts';
import type { Source } from '../../card/source.ts';
import { languageLine } from '../../card/translation.ts';
import { WATCH_STATES, type WatchState } from '../../card/watch.ts';
import type { CardPage, FacetCount, ListedSource } from '../../catalog/store.ts';
import type { SourceEntry } from '../../watch/published.ts';
import type { SourcesReport, WatchReport } from '../../watch/report.ts';
import { type DayMark, HISTORY_DAYS, marksUntil } from '../../watch/timeline.ts';
import type { Links } from '../links.ts';
import type { Outcomes } from '../outcomes.ts';
import { Index } from './index-list.tsx';
import { CopyField, Layout, Pages, SiteContext } from './layout.tsx';
import type { ListPart } from './page-query.ts';
import { BadgeMeanings } from './picture-legend.tsx';
import { Dated } from './quotation.tsx';
import { SourceCorrections } from './related.tsx';
import { ReportLink } from './report-link.tsx';
import { CardGrid } from './tile.tsx';

type Watched = { cards: WatchReport; sources: SourcesReport | null };

type SourcesPageProps = {
  part: ListPart<ListedSource>;
  /** The number of cards of each source, including comparisons that contain them, as in the filter of the home page. */
  counts: readonly FacetCount[];
  watch: Watched | null;
  links: Links;
};

export function SourcesPage({ part, counts, watch, links }: SourcesPageProps) {
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  return (
    <Layout
      title="Sources"
      description="The texts that the cards quote, each with its outlet, its bibliographic record and its cards."
      {...(part.start === 0 ? { canonical: links.sources() } : {})}
      section="sources"
      links={links}
    >
      <h1>Sources</h1>
      <p class="lead">The texts that the cards quote. A program found each quote in its text.</p>
      <Index
        part={part}
        empty="There are no sources yet. They appear with the first card."
        entryOf={({ source }) => ({
          href: links.source(source.id),
          ...(source.title === null
            ? { name: datedCitation(source) }
            : { name: source.title, kicker: publisherName(source) }),
          note: `${source.title === null ? '(title not known)' : datedOf(source)} · ${counted(countOf.get(source.id) ?? 0, 'card')}`,
        })}
        addressOf={links.sources}
      />
      {watch && part.total > 0 && <SourceHealth sources={part.items} watch={watch} links={links} />}
    </Layout>
  );
}

/** "2 November 2023 (inferred)" */
function datedOf({ published: { date, basis } }: Source): string {
  return `${formatDate(date, 'long')}${basis === 'inferred' ? ' (inferred)' : ''}`;
}

type SourcePageProps = {
  source: Source;
  /** Its cards, and the comparisons that contain one of them. */
  page: CardPage;
  cursor?: string;
  links: Links;
};

export function SourcePage({ source, page, cursor, links }: SourcePageProps) {
  const { report } = useContext(SiteContext);
  const count = counted(page.total, 'card');
  const { previous, next } = page;
  const outcomes = page.cards.find(isQuoted)?.evidence?.checks;
  return (
    <Layout
      title={datedCitation(source)}
      description={`${longCitation(source)}: ${count} from it.`}
      {...(cursor === undefined ? { canonical: links.source(source.id) } : {})}
      section="sources"
      links={links}
    >
      <p class="eyebrow">{source.title === null ? 'Source' : publisherName(source)}</p>
      <h1>{source.title ?? datedCitation(source)}</h1>
      {source.title === null && <p class="muted">(title not known)</p>}
      {source.url !== null && (
        <p>
          <a class="action" href={source.url}>
            Read the article
          </a>
        </p>
      )}
      <div class="beside">
        <BibliographicRecord source={source} outcomes={outcomes} />
        <div>
          <CopyField id="citation" label="Citation" value={longCitation(source)} rows={3} />
          <ul class="uses">
            <li>
              Data: <a href={links.apiSource(source.id)}>JSON</a>
            </li>
            {report !== null && (
              <li>
                <ReportLink report={report} about={{ page: links.source(source.id) }} /> in this source
              </li>
            )}
          </ul>
        </div>
      </div>
      <h2>{count} from this source</h2>
      {page.total === 0 && (
        <p class="nothing">
          There are no cards from this source yet. <a href={links.gallery()}>See all cards</a>.
        </p>
      )}
      {page.total > 0 && <BadgeMeanings />}
      <CardGrid cards={page.cards} links={links} withPassage />
      <Pages
        {...page}
        shown={page.cards.length}
        previous={previous ? links.source(source.id, previous.cursor) : undefined}
        next={next ? links.source(source.id, next) : undefined}
      />
    </Layout>
  );
}

function BibliographicRecord({ source, outcomes }: { source: Source; outcomes: Outcomes }) {
  const { translated, archived = [] } = source;
  return (
    <dl class="facts">
      <dt>Authors</dt>
      <dd>{source.authors.join(', ') || 'none named'}</dd>
      <dt>Published</dt>
      <dd>
        <Dated fact={source.published} check="published" outcomes={outcomes} />
      </dd>
      <dt>Address</dt>
      <dd>{source.url === null ? 'not known' : <a href={source.url}>{source.url}</a>}</dd>
      {archived.length > 0 && <dt>{archived.length === 1 ? 'Archived copy' : 'Archived copies'}</dt>}
      {archived.map((copy) => (
        <dd key={copy.url}>
          <a href={copy.url}>{copy.url}</a>
          {copyDay(copy) && `, from ${formatDate(copyDay(copy) ?? '', 'long')}`}
        </dd>
      ))}
      {translated && (
        <>
          <dt>Translation of</dt>
          <dd>
            {translated.publisher} (in {languageName(translated.from)}),{' '}
            {translated.url === null ? 'address not known' : <a href={translated.url}>{translated.url}</a>}
          </dd>
        </>
      )}
      <dt>Language</dt>
      <dd>{languageLine(source)}</dd>
      <SourceCorrections source={source} />
      <dt>Text checked</dt>
      <dd>
        captured on {formatDate(source.snapshot.accessed, 'long')}
        <details>
          <summary>SHA-256 of the capture</summary>
          <code>{source.snapshot.sha256}</code>
        </details>
      </dd>
      {source.note && (
        <>
          <dt>Note</dt>
          <dd>{source.note}</dd>
        </>
      )}
    </dl>
  );
}

type SourceHealthProps = { sources: readonly ListedSource[]; watch: Watched; links: Links };

export function SourceHealth({ sources, watch, links }: SourceHealthProps) {
  const watched = sources.filter(({ source }) => source.url !== null);
  return (
    <section>
      <h2 id="watch">Source watch</h2>
      <p>
        A program reads each page at most once a day. A state changes after three equal results on different days. For
        each day up to {formatDate(watch.cards.day, 'long')}, the chart shows the worst result among the source’s
        quotes.
      </p>
      <section class="scroll" tabindex={0} aria-labelledby="watch">
        <table class="health">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Quotes</th>
              <th scope="col">Last checked</th>
              <th scope="col">{HISTORY_DAYS} days</th>
            </tr>
          </thead>
          <tbody>
            {watched.map(({ source, cards }) => {
              const report = watch.sources?.source(source.id);
              const states = cards.map((id) => watch.cards.card(source.id, id)?.state);
              return (
                <tr key={source.id}>
                  <th scope="row">
                    <a href={links.source(source.id)}>{publisherName(source)}</a>
                  </th>
                  <td>{report ? statesText(states, report) : 'not checked yet'}</td>
                  <td>{report?.lastLooked ? formatDate(report.lastLooked, 'day') : 'never'}</td>
                  <td>{report?.history && <DaysChart days={marksUntil(report.history, watch.cards.day)} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p>
        <a href={links.apiWatch()}>All sources as JSON</a> · <a href={links.watchFeed()}>Changes as a feed</a>
      </p>
    </section>
  );
}

/** "3 present, 1 changed" */
function statesText(states: readonly (WatchState | undefined)[], { outcome }: SourceEntry): string {
  const counts = WATCH_STATES.map((state) => [state, states.filter((each) => each === state).length] as const);
  const open = states.filter((state) => state === undefined).length;
  const parts = counts.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${state}`);
  if (open > 0) parts.push(`${open} not confirmed yet`);
  const notes: Partial<Record<SourceEntry['outcome'], string>> = {
    disallowed: ' (robots.txt does not allow reading this page)',
    stopped: ' (the page stopped the program that read it)',
  };
  return `${parts.join(', ')}${notes[outcome] ?? ''}`;
}

/** The height of a bar, in SVG units. Height and colour show the same, so the chart can be read without colour. */
const BARS: Record<Exclude<DayMark, 'none'>, number> = {
  present: 4,
  disallowed: 4,
  moved: 8,
  unreachable: 12,
  paywalled: 12,
  changed: 16,
  gone: 20,
};
const DAY_WIDTH = 3;
const HEIGHT = 20;

function DaysChart({ days }: { days: readonly DayMark[] }) {
  const marks = Object.keys(BARS) as (keyof typeof BARS)[];
  const shown = marks.map((mark) => ({ mark, at: days.flatMap((each, day) => (each === mark ? [day] : [])) }));
  const seen = shown.filter(({ at }) => at.length > 0);
  const label = seen.map(({ mark, at }) => `${mark} on ${at.length}`).join(', ') || 'not checked';
  return (
    <svg
      class="days"
      viewBox={`0 0 ${days.length * DAY_WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Of ${days.length} days: ${label}`}
    >
      {seen.map(({ mark, at }) => (
        <path key={mark} class={mark} d={at.map((day) => bar(day, BARS[mark])).join('')} />
      ))}
    </svg>
  );
}

const bar = (day: number, height: number) => `M${day * DAY_WIDTH} ${HEIGHT}v-${height}h${DAY_WIDTH - 1}v${height}z`;
