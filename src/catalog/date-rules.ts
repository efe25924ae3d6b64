/** The rules of `npm run check` for dates: none is in the future or before an earlier event. Pure: takes the current day. */
import { copyDay } from '../card/archive.ts';
import { firstDay, firstDayOfEnd, lastDay } from '../card/date.ts';
import { faultOfReason } from '../card/date-reason.ts';
import { isPlanOrForecast } from '../card/status.ts';
import { type LoadedCatalog, type Located, type LocatedCard, problemAt } from './load.ts';
import type { FileProblem, Path } from './parse.ts';

/** `latestDay`: the current day in the easternmost time zone, as YYYY-MM-DD. */
export function checkDates({ sources, quoted, comparisons }: LoadedCatalog, latestDay: string): FileProblem[] {
  const past = (at: Located<unknown>, path: Path, date: string | undefined) =>
    date !== undefined && firstDay(date) > latestDay
      ? [problemAt(at, path, `${date} is in the future. Correct the date.`)]
      : [];
  return [
    ...sources.flatMap((source) => {
      const { published, snapshot, archived = [] } = source.value;
      const after = afterPublication(source, published.date);
      return [
        ...past(source, ['published', 'date'], published.date),
        ...past(source, ['snapshot', 'accessed'], snapshot.accessed),
        ...after(['snapshot', 'accessed'], snapshot.accessed),
        ...archived.flatMap((copy, index) => [
          ...past(source, ['archived', index, 'date'], copyDay(copy)),
          ...after(['archived', index, 'date'], copyDay(copy)),
        ]),
      ];
    }),
    ...[...quoted, ...comparisons].flatMap((card) => [
      ...past(card, ['updated'], card.value.updated),
      ...(card.value.history ?? []).flatMap(({ date }, index) => past(card, ['history', index, 'date'], date)),
    ]),
    ...quoted.flatMap((card) => [
      ...afterPublication(card, card.source.published.date)(['updated'], card.value.updated),
      ...checkSaid(card),
      ...checkReasons(card),
    ]),
  ];
}

/** Returns a check that a date is not before the publication. */
function afterPublication(at: Located<unknown>, published: string) {
  return (path: Path, date: string | undefined): FileProblem[] =>
    date !== undefined && lastDay(date) < firstDay(published)
      ? [problemAt(at, path, `${date} is before the source was published (${published}). Correct one of the dates.`)]
      : [];
}

/** Reports reasons that name another day of publication, or that do not fit the basis. */
function checkReasons(card: LocatedCard): FileProblem[] {
  const { published } = card.source;
  return (['asOf', 'saidOn'] as const).flatMap((field) => {
    const fact = card.value[field];
    const fault = fact ? faultOfReason(fact, published.date) : undefined;
    return fault === undefined ? [] : [problemAt(card, [field, 'reason'], fault)];
  });
}

/** A statement is about the time before its publication, unless it is a plan or a forecast. */
function checkSaid(card: LocatedCard): FileProblem[] {
  const { asOf, saidOn } = card.value;
  const { date: published } = card.source.published;
  const limits = [
    { date: published, event: 'the source was published' },
    ...(saidOn ? [{ date: saidOn.date, event: 'it was said' }] : []),
  ];
  const late =
    asOf && !isPlanOrForecast(card.value) && limits.find(({ date }) => firstDayOfEnd(asOf.date) > lastDay(date));
  return [
    ...(late
      ? [
          problemAt(
            card,
            ['asOf', 'date'],
            `${asOf.date} is after ${late.event} (${late.date}). Use the date that the statement is about, or set nature to plan or forecast. If the text was updated after it was published, write both days in published of the source, as an interval.`,
          ),
        ]
      : []),
    ...(saidOn && firstDayOfEnd(saidOn.date) > lastDay(published)
      ? [
          problemAt(
            card,
            ['saidOn', 'date'],
            `${saidOn.date} is after the source was published (${published}). Correct one of the dates. If the text was updated later, write both days in published of the source, as an interval.`,
          ),
        ]
      : []),
  ];
}
