// @ts-check
/* Which card a copy shows, and what to say about it. Pure. */

/** @typedef {{ id: string; origin: string; revision?: string; variant?: string; drawing?: string }} Mark */
/** @typedef {{ type: string; date: string; reason: string; by?: string }} Entry */
/** @typedef {{ state: string; revision: string; history: Entry[]; revisions: { revision: string; released: string }[] }} Card */
/** @typedef {{ drawing: string; revision: string; sha256: Record<string, string> }} Recorded */
/** @typedef {'unaltered' | 'altered' | 'not compared' | 'scanned' | 'pasted'} Comparison */

/**
 * The card that the texts of a PNG name. Pictures from before the text "Card" have only the address.
 * @param {Map<string, string>} texts
 * @returns {Mark | undefined}
 */
export function markOf(texts) {
  const page = pageOf(texts.get('URL') ?? '');
  if (!page) return undefined;
  const [, id, revision, variant, drawing] =
    /^([a-z0-9-]+)@([0-9a-f]{8}) ([a-z-]+) ([0-9a-f]{8})$/.exec(texts.get('Card') ?? '') ?? [];
  return id === page.id ? { ...page, revision, variant, drawing } : page;
}

/**
 * The card in the address of a page. QR codes have it in capitals.
 * @param {string} address
 * @returns {{ id: string; origin: string } | undefined}
 */
export function pageOf(address) {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  const [, id] = /^\/cards\/([a-z0-9-]+)$/.exec(pathname.toLowerCase()) ?? [];
  return id === undefined || !/^https?:/.test(origin) ? undefined : { id, origin };
}

/**
 * Compares the pixels of a copy with the recorded ones. Only a picture that was drawn exactly as a recorded one can be altered.
 * @param {Mark} mark
 * @param {string | undefined} hash
 * @param {readonly Recorded[]} recorded
 * @returns {Comparison}
 */
export function compare({ revision, variant = '', drawing }, hash, recorded) {
  const same = recorded.filter((record) => record.revision === revision && record.sha256[variant] !== undefined);
  if (hash !== undefined && same.some(({ sha256 }) => sha256[variant] === hash)) return 'unaltered';
  return hash !== undefined && same.some((record) => record.drawing === drawing) ? 'altered' : 'not compared';
}

/**
 * The recorded picture of a card that has these pixels. The current revision first, because several can have the same pixels.
 * @param {string} hash
 * @param {readonly Recorded[]} recorded
 * @param {string} current
 * @returns {Required<Pick<Mark, 'revision' | 'variant' | 'drawing'>> | undefined}
 */
export function findPixels(hash, recorded, current) {
  const found = recorded.flatMap(({ revision, drawing, sha256 }) =>
    Object.entries(sha256).flatMap(([variant, own]) => (own === hash ? [{ revision, variant, drawing }] : [])),
  );
  return found.find(({ revision }) => revision === current) ?? found.at(-1);
}

/** @type {Record<Comparison, string>} */
const COMPARED = {
  unaltered: 'The picture is unaltered: every pixel is as published.',
  altered: 'The picture was altered: its pixels differ from those that were published. Do not share it.',
  'not compared':
    'It is not known whether the picture was altered: its pixels cannot be compared. Compare the two pictures below.',
  scanned:
    'The QR code names the card. It is not known whether the picture was altered, because it is not the original file. Compare the numbers and words of the two pictures, or ask for the file as it was downloaded from this site.',
  pasted:
    'The QR code names the card. The pasted picture lacks the data that name its revision, and its pixels are not the published ones, for example because it was scaled. So it is not known whether it was altered. Compare the numbers and words of the two pictures, or ask for the file as it was downloaded from this site.',
};

/** @type {Record<string, string>} */
const CHANGED = {
  corrected: 'Corrected since',
  updated: 'Updated since',
  retracted: 'Retracted',
  superseded: 'Superseded',
};

/**
 * What to say about a copy of a card.
 * @param {Mark} mark
 * @param {Comparison} comparison
 * @param {Card} card the current card
 * @param {Card | undefined} earlier the card in the revision of the copy, if it was published
 * @returns {{ title: string; isWarning: boolean; lines: string[] }}
 */
export function verdictOf(mark, comparison, card, earlier) {
  const isCurrent = mark.revision === card.revision;
  const isKnown = isCurrent || earlier !== undefined;
  const news = isCurrent ? [] : card.history.slice(earlier?.history.length ?? 0);
  const ends = card.history.filter(({ type }) => type === 'retracted' || type === 'superseded');
  const shown = ends.length > 0 && !news.includes(/** @type {Entry} */ (ends[0])) ? [...news, ...ends] : news;
  const changes = shown.map(({ type, date, reason }) => `${CHANGED[type]} ${dayWords(date)}: ${reason}`);
  const worst = ['retracted', 'superseded', 'corrected', 'updated'].find((type) =>
    shown.some((entry) => entry.type === type),
  );
  const state = stateWords(mark, isCurrent, isKnown, worst);
  const isCompared = comparison === 'unaltered' || comparison === 'altered';
  return {
    title: comparison === 'altered' ? 'Altered' : isCompared || state.isWarning ? state.title : 'Cannot be compared',
    isWarning: comparison === 'altered' || state.isWarning,
    lines:
      comparison === 'altered'
        ? [COMPARED.altered, ...(isCurrent ? [] : [state.line]), ...changes]
        : [state.line, ...changes, COMPARED[comparison]],
  };
}

/**
 * "24 November 2026", as on pages.
 * @param {string} date
 */
export function dayWords(date) {
  return new Date(date).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}

/**
 * @param {Mark} mark
 * @param {boolean} isCurrent
 * @param {boolean} isKnown
 * @param {string | undefined} worst the gravest entry since the copy
 */
function stateWords({ revision }, isCurrent, isKnown, worst) {
  if (worst === 'retracted') return { title: 'Retracted', isWarning: true, line: 'The card was retracted.' };
  if (worst === 'superseded') return { title: 'Superseded', isWarning: true, line: 'Another card replaces this card.' };
  if (isCurrent)
    return { title: 'Current', isWarning: false, line: 'The copy shows the current revision of the card.' };
  if (revision === undefined) {
    const line = 'The copy does not say which revision of the card it shows.';
    return worst === undefined
      ? { title: 'No corrections', isWarning: false, line: `The card has no corrections. ${line}` }
      : {
          title: `The card was ${worst}`,
          isWarning: worst === 'corrected',
          line: `${line} It may be older than a change.`,
        };
  }
  if (!isKnown)
    return {
      title: 'Unknown revision',
      isWarning: true,
      line: 'This site has no record of the revision that the copy names.',
    };
  if (worst === undefined)
    return {
      title: 'Not current',
      isWarning: true,
      line: 'The copy shows an earlier revision. The history of the card names no change since then.',
    };
  return { title: CHANGED[worst] ?? '', isWarning: true, line: 'The copy shows an earlier revision of the card.' };
}
