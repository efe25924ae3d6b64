/** How the quotes fare in each source: a row a source, with a chart of the last 90 days. */
import type { Catalog } from '../../catalog/catalog.ts';
import { publisherName } from '../../domain/citation.ts';
import { formatDate } from '../../domain/date.ts';
import { WATCH_STATES } from '../../domain/watch.ts';
import { type DayMark, HISTORY_DAYS } from '../../watch/history.ts';
import type { SourceReport, WatchReport } from '../../watch/report.ts';
import type { Links } from '../links.ts';

export function SourceHealth({ catalog, watch, links }: { catalog: Catalog; watch: WatchReport; links: Links }) {
  const sources = catalog.sources.filter(({ url }) => url !== null);
  return (
    <section>
      <h2 id="watch">Watch on the sources</h2>
      <p>
        A program looks at each page once a day. A state is said after three equal looks on different days; the chart
        shows what each look saw, the worst of the source’s quotes, until {formatDate(watch.day, 'long')}.
      </p>
      <section class="scroll" tabindex={0} aria-labelledby="watch">
        <table class="health">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Quotes</th>
              <th scope="col">Last looked</th>
              <th scope="col">{HISTORY_DAYS} days</th>
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => {
              const report = watch.sources.get(source.id);
              return (
                <tr key={source.id}>
                  <th scope="row">
                    <a href={links.source(source.id)}>{publisherName(source)}</a>
                  </th>
                  <td>{report ? statesText(report) : 'not looked at yet'}</td>
                  <td>{report?.lastLooked ? formatDate(report.lastLooked, 'day') : 'never'}</td>
                  <td>{report && <DaysChart days={report.days} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p>
        <a href={links.apiWatch()}>The same as JSON</a> · <a href={links.watchFeed()}>Changes as a feed</a>
      </p>
    </section>
  );
}

/** "3 present, 1 changed" */
function statesText({ cards, outcome }: SourceReport): string {
  const states = [...cards.values()].map((watch) => watch?.state);
  const counts = WATCH_STATES.map((state) => [state, states.filter((each) => each === state).length] as const);
  const open = states.filter((state) => state === undefined).length;
  const parts = counts.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${state}`);
  if (open > 0) parts.push(`${open} not certain yet`);
  return `${parts.join(', ')}${outcome === 'disallowed' ? ' (robots.txt forbids to look)' : ''}`;
}

/** Height tells how much a day matters, and so does colour: the chart can be read without it. In units of the drawing. */
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
  const label = seen.map(({ mark, at }) => `${mark} on ${at.length}`).join(', ') || 'no look';
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
