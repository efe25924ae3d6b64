/** Cards in a list as readable tiles, with the status signs and colours of the pictures. */
import { bestCopy } from '../../card/archive.ts';
import { stepsOf } from '../../card/attribution.ts';
import { fillOfNature } from '../../card/chart.ts';
import { attributionLine, datedCitation } from '../../card/citation.ts';
import { comparedValue, noticesOf, pictureDate } from '../../card/headline.ts';
import { stateOf } from '../../card/history.ts';
import { afterNumber } from '../../card/kinds/figure.ts';
import { quotedText } from '../../card/quoted-text.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../../card/record.ts';
import { relatedLine } from '../../card/related.ts';
import { type Nature, natureNoun, type Status, statusWord } from '../../card/status.ts';
import { translationLine, translationOf } from '../../card/translation.ts';
import { datedText, whenLine } from '../../card/when.ts';
import { frameOf, rectangle } from '../../render/shapes.ts';
import { statusPath } from '../../render/symbols.ts';
import type { Links } from '../links.ts';

type GridProps = {
  /** The topic of the page, which its cards show instead of their main topic. */
  topic?: string | undefined;
  cards: readonly CardRecord[];
  links: Links;
  /** The heading level of a card: one below the heading of the list. */
  level?: 2 | 3;
  /** Whether each card links to its passage in the source. */
  withPassage?: boolean;
};

export function CardGrid({ cards, links, level = 3, withPassage = false, topic }: GridProps) {
  const Heading = `h${level}` as const;
  return (
    <ul class="grid">
      {cards.map((record) => {
        const { id, language = 'en', kind } = record.card;
        return (
          <li key={id} id={id} class={`tile ${kind}`}>
            <TileHead record={record} topic={topic} />
            <Heading {...(language === 'en' ? {} : { lang: language })}>
              <a href={links.page(id)}>
                <Lead record={record} />
              </a>
            </Heading>
            {isComparison(record) ? <Rows record={record} /> : <Statement record={record} />}
            <div class="tile-foot">
              {isComparison(record) ? (
                <p class="muted">{record.card.note}</p>
              ) : (
                <TileSource record={record} {...(withPassage ? { passage: links.passage(record) } : {})} />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Notices, the main topic, and the signs of status and nature. */
function TileHead({ record, topic }: { record: CardRecord; topic: string | undefined }) {
  const { card } = record;
  const notices = noticesOf(record);
  const related = isComparison(record) ? undefined : relatedLine(record.card);
  return (
    <>
      <p class="tile-head">
        <span class="topic">{topic ?? card.topics[0]}</span>
        {isComparison(record) ? (
          <span class="chip nature">Comparison</span>
        ) : (
          <Chips status={record.card.status} nature={'nature' in record.card ? record.card.nature : undefined} />
        )}
      </p>
      {notices.length > 0 && <p class="tile-notice">{notices.join(' · ')}</p>}
      {related && <p class="muted">{related}</p>}
    </>
  );
}

const SIDE = 12;

export function Chips({ status, nature }: { status: Status; nature?: Nature | undefined }) {
  const fill = nature && fillOfNature(nature);
  return (
    <span class="chips">
      <span class={`chip ${status}`}>
        <Sign name="on" d={statusPath(status, SIDE)} />
        {statusWord(status)}
      </span>
      {nature && (
        <span class="chip nature">
          <Sign
            name={fill === 'tint' ? 'tint' : ''}
            d={fill === 'hollow' ? frameOf(0, 0, SIDE, SIDE, 2) : rectangle(0, 0, SIDE, SIDE)}
          />
          {natureNoun(nature)}
        </span>
      )}
    </span>
  );
}

function Sign({ name, d }: { name: string; d: string }) {
  return (
    <svg class={`sign ${name}`} width={SIDE} height={SIDE} viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
      <path d={d} />
    </svg>
  );
}

/** The part of a card that its picture shows first. */
function Lead({ record }: { record: CardRecord }) {
  const { card } = record;
  const words = leadOf(record);
  if (stateOf(card) === 'retracted') return <del>{words}</del>;
  return words;
}

function leadOf(record: CardRecord) {
  const { card } = record;
  if (isComparison(record)) return <span class="claim">{card.claim}</span>;
  switch (record.card.kind) {
    case 'figure':
      return (
        <>
          <span class="number">{record.card.figure.text}</span>{' '}
          <span class="unit">{figureSentence(record.card).after}</span>
        </>
      );
    case 'quote': {
      const [speaker] = stepsOf(record);
      return (
        <>
          <span class="speaker">
            {speaker?.name}
            {speaker?.speaker?.role && <span class="muted"> {speaker.speaker.role}</span>}
          </span>{' '}
          <Words record={record} />
        </>
      );
    }
    case 'event':
      return (
        <>
          {record.card.asOf && <span class="date">{pictureDate(record.card.asOf)}</span>}{' '}
          <span class="claim">{card.claim}</span>
        </>
      );
    case 'claim':
      return <span class="claim">{card.claim}</span>;
  }
}

/** What follows the number in its sentence, and the claim if it is a sentence of its own. */
function figureSentence(card: Parameters<typeof afterNumber>[0]): { after: string; claim?: string } {
  const { unit, claim } = afterNumber(card);
  if (unit === null) return { after: claim };
  return claim === card.claim ? { after: unit, claim } : { after: `${unit} ${claim}` };
}

/** The rest of the card: its claim, and the words of the source. */
function Statement({ record }: { record: QuotedRecord }) {
  const { card, source } = record;
  const translation = translationOf(record);
  const about = card.kind === 'figure' ? figureSentence(card).claim : card.kind === 'quote' ? card.claim : undefined;
  return (
    <>
      {about && <p class="about">{about}</p>}
      {card.kind !== 'quote' && (
        <p class="words">
          <Words record={record} />
          {translation?.text && <span class="muted"> ({translationLine(translation)})</span>}
        </p>
      )}
      {card.kind === 'quote' && card.quote.translation && (
        <p class="muted" lang={source.language}>
          {card.quote.exact}
        </p>
      )}
    </>
  );
}

/** The quote with its marks. In another language, it is the translation, which has no marked words. */
function Words({ record }: { record: QuotedRecord }) {
  const { card, source } = record;
  const { text, mark } = quotedText(record);
  const lang = card.quote.translation ? (card.language ?? 'en') : source.language;
  return (
    <q lang={lang}>
      {mark ? (
        <>
          {text.slice(0, mark.start)}
          <mark>{text.slice(mark.start, mark.end)}</mark>
          {text.slice(mark.end)}
        </>
      ) : (
        text
      )}
    </q>
  );
}

function passageWords({ source, watch }: QuotedRecord): string {
  if (source.url === null) return 'See our record of the source';
  return watch?.state === 'gone' && bestCopy(source) ? 'Read it in the archived copy' : 'Read it in the source';
}

function TileSource({ record, passage }: { record: QuotedRecord; passage?: string }) {
  const { card, source } = record;
  const isSameDay = card.asOf?.date === source.published.date && !card.saidOn;
  return (
    <>
      <p class="outlet">{datedCitation(source)}</p>
      <p class="muted">
        {attributionLine(record)}
        {!isSameDay &&
          ` · ${card.kind === 'event' && card.asOf && !card.saidOn ? datedText(card.asOf) : whenLine(card)}`}
      </p>
      {passage !== undefined && (
        <p>
          <a href={passage}>
            {passageWords(record)}
            <span class="quiet">: {card.claim}</span>
          </a>
        </p>
      )}
    </>
  );
}

function Rows({ record }: { record: ComparisonRecord }) {
  return (
    <dl class="tile-rows">
      {record.rows.map(({ label, record: row, exact }) => (
        <div key={row.card.id}>
          <dt>{label}</dt>
          <dd>
            <Sign name={row.card.status} d={statusPath(row.card.status, SIDE)} />
            {comparedValue({ record: row, exact })}
            <span class="quiet"> ({statusWord(row.card.status)})</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
