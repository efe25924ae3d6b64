/** What the shapes, colours and fillings of pictures mean. */
import type { Fill } from '../../card/chart.ts';
import { fillOfNature } from '../../card/chart.ts';
import { Nature, natureMeaning, natureNoun, Status, statusMeaning, statusWord } from '../../card/status.ts';
import { frameOf, rectangle } from '../../render/shapes.ts';
import { statusPath } from '../../render/symbols.ts';

const SIDE = 14;

const FILL_MEANINGS: Record<Fill, string> = {
  solid: 'in drawings: counted or reported',
  tint: 'in drawings: a limit, the span of a range, or an estimate. A pointed end means that no maximum is given',
  hollow: 'in drawings: planned, possible or expected',
};

export function PictureLegend() {
  return (
    <details class="legend">
      <summary>What the shapes in the picture mean</summary>
      <ul>
        <StatusMeanings />
        <NatureMeanings />
        {(Object.keys(FILL_MEANINGS) as Fill[]).map((fill) => (
          <li key={fill}>
            <FillSign fill={fill} /> {FILL_MEANINGS[fill]}
          </li>
        ))}
        <li>“c.” before a date: the date is inferred. The details give the reason.</li>
        <li>Grey words inside a quotation: the words of the source around the quote.</li>
      </ul>
    </details>
  );
}

export function StatusMeanings() {
  return (
    <>
      {Status.options.map((status) => (
        <li key={status}>
          <Sign name={status} d={statusPath(status, SIDE)} /> {statusWord(status)}: {statusMeaning({ status })}
        </li>
      ))}
    </>
  );
}

export function NatureMeanings() {
  return (
    <>
      {Nature.options.map((nature) => (
        <li key={nature}>
          <FillSign fill={fillOfNature(nature)} /> {natureNoun(nature)}: {natureMeaning(nature)}
        </li>
      ))}
    </>
  );
}

/** Above tiles. */
export function BadgeMeanings() {
  const words = Status.options.map(statusWord);
  return (
    <details class="meanings">
      <summary>
        What {words.slice(0, -1).join(', ')} and {words.at(-1)} mean
      </summary>
      <ul>
        <StatusMeanings />
        <NatureMeanings />
        <li>A → B: A said it, and B passed it on</li>
      </ul>
    </details>
  );
}

function FillSign({ fill }: { fill: Fill }) {
  return <Sign name={fill} d={fill === 'hollow' ? frameOf(0, 0, SIDE, SIDE, 2) : rectangle(0, 0, SIDE, SIDE)} />;
}

function Sign({ name, d }: { name: Status | Fill; d: string }) {
  return (
    <svg class={`sign ${name}`} width={SIDE} height={SIDE} viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
