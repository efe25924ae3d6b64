/** What `npm run check` asks of dates: none is in the future, or before what it depends on. Pure: the day is given to it. */
import { firstDay, firstDayOfEnd, lastDay } from '../card/date.ts';
import { type LoadedCatalog, type Located, type LocatedCard, problemAt } from './load.ts';
import type { FileProblem, Path } from './parse.ts';

/** `latestDay`: what may be today somewhere on Earth, as YYYY-MM-DD. */
export function checkDates({ sources, quoted, comparisons }: LoadedCatalog, latestDay: string): FileProblem[] {
  const past = (at: Located<unknown>, path: Path, date: string | undefined) =>
    date !== undefined && firstDay(date) > latestDay
      ? [problemAt(at, path, `${date} is in the future. Correct the date.`)]
      : [];
  return [
    ...sources.flatMap((source) => {
      const { published, snapshot, archived } = source.value;
      const after = afterPublication(source, published.date);
      return [
        ...past(source, ['published', 'date'], published.date),
        ...past(source, ['snapshot', 'accessed'], snapshot.accessed),
        ...past(source, ['archived', 'date'], archived?.date),
        ...after(['snapshot', 'accessed'], snapshot.accessed),
        ...after(['archived', 'date'], archived?.date),
      ];
    }),
    ...[...quoted, ...comparisons].flatMap((card) => [
      ...past(card, ['updated'], card.value.updated),
      ...(card.value.history ?? []).flatMap(({ date }, index) => past(card, ['history', index, 'date'], date)),
    ]),
    ...quoted.flatMap((card) => [
      ...afterPublication(card, card.source.published.date)(['updated'], card.value.updated),
      ...checkAsOf(card),
    ]),
  ];
}

/** What happens to a text comes after it. */
function afterPublication(at: Located<unknown>, published: string) {
  return (path: Path, date: string | undefined): FileProblem[] =>
    date !== undefined && lastDay(date) < firstDay(published)
      ? [problemAt(at, path, `${date} is before the source was published (${published}). Correct one of the dates.`)]
      : [];
}

/** A text is about what was there when it was published; only a plan is about later. */
function checkAsOf(card: LocatedCard): FileProblem[] {
  const { asOf, status } = card.value;
  const { date } = card.source.published;
  if (!asOf || status === 'planned' || firstDayOfEnd(asOf.date) <= lastDay(date)) return [];
  const message = `${asOf.date} is after the source was published (${date}). Give the date that the statement is about; only what is planned can be later.`;
  return [problemAt(card, ['asOf', 'date'], message)];
}
