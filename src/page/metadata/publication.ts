/** Chooses the day of publication among the dates in a page. Pure. */
import { type Found, type Known, othersOf, stated } from './found.ts';
import { dateInAddress, daysBetween, readStamp, type Stamp } from './page-dates.ts';
import type { Statement } from './statement.ts';

export type Dated = Stamp & { from: string };

export function stampsOf(statements: readonly Statement[], language: string | null): Dated[] {
  return statements.flatMap(({ value, from }) => {
    const stamp = readStamp(value, language);
    // Only metadata contain a year or a month alone.
    return stamp && (isDay(stamp) || !WEAK.includes(from)) ? [{ ...stamp, from }] : [];
  });
}

/** `title`: a date that is a part of its own in the page's title. */
type Elsewhere = { address: string; title: string | undefined };

/** The first one belongs to the article, further ones to teasers and comments. */
const WEAK = ['<time>', 'the dateline'];

/** The first date that is not the date of a change. If it is in UTC, a local date of the page decides the day. */
export function choosePublished(
  stamps: readonly Dated[],
  modified: readonly Dated[],
  elsewhere: Elsewhere,
): Found<string> | undefined {
  const strong = stamps.filter(({ from }) => !WEAK.includes(from));
  const weak = WEAK.flatMap((from) => stamps.find((stamp) => stamp.from === from) ?? []);
  const inTitle = elsewhere.title && readStamp(elsewhere.title, 'de');
  const all: Dated[] = [...strong, ...weak, ...(inTitle ? [{ ...inTitle, from: '<title>' }] : [])];
  const isChange = ({ day, hour }: Dated) =>
    modified.some((change) => change.day === day && change.hour === hour) && strong.some((other) => other.day < day);
  const best = all.find((stamp) => isDay(stamp) && !isChange(stamp)) ?? all[0];
  const inAddress = dateInAddress(elsewhere.address);
  if (!best)
    return inAddress === undefined
      ? undefined
      : { value: inAddress, from: 'the address', basis: 'inferred', others: [] };

  const local: Known<string>[] = [
    ...all.filter((stamp) => !stamp.isUtc && isDay(stamp)).map(({ day, from }) => ({ value: day, from })),
    ...(inAddress === undefined ? [] : [{ value: inAddress, from: 'the address' }]),
  ];
  const own = local.find(({ value }) => value === best.day) ?? local.find(({ value }) => isSameMoment(best, value));
  const chosen = best.isUtc && own && own.value !== best.day ? own : { value: best.day, from: best.from };
  const others = all.filter(
    (stamp) =>
      !isChange(stamp) && !isSameMoment(stamp, chosen.value) && (strong.includes(stamp) || stamp.day < chosen.value),
  );
  return stated(
    chosen,
    othersOf(
      chosen,
      others.map(({ day, from }) => ({ value: day, from })),
      (one, other) => one.startsWith(other) || other.startsWith(one),
    ),
  );
}

const isDay = ({ day }: Stamp) => day.length === 10;

/** Whether the clocks of a place show this day at a moment in UTC: at 03:00 also the day before, at 22:00 also the day after. */
function isSameMoment({ day, hour, isUtc }: Stamp, own: string): boolean {
  const distance = daysBetween(day, own);
  if (!isUtc || hour === null) return distance === 0;
  return distance === 0 || (distance === -1 && hour < 12) || (distance === 1 && hour >= 10);
}
