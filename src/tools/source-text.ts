/**
 * Gets the text of a source for `npm run verify`: from its captures, or from the live page, which is then stored as a
 * capture.
 */
import type { LockEntry } from '../card/evidence/lock.ts';
import type { Source } from '../card/source.ts';
import { readLivePage } from '../page/live-page.ts';
import { pdfBody } from '../page/pdf/read-pdf.ts';
import { CAPTURE_FOLDER, keepCapture, keepText, readCapture } from './captures.ts';
import { statedDates } from './page-metadata.ts';
import type { SourceText } from './verify-cards.ts';

/** `any`: the captures if there are some, otherwise the live page. */
export type Where = 'any' | 'captures' | 'live';

export type Reading = { ok: true; source: SourceText } | { ok: false; message: string };

/** What of a source says where its text is. */
type Place = Pick<Source, 'url' | 'snapshot'>;

type Options = {
  where: Where;
  /** The addresses that may be requested. */
  allowed: ReadonlySet<string>;
  /** YYYY-MM-DD. */
  today: string;
};

/** `known`: the lock entries of the source's cards. Their texts are tried after the one that the source names. */
export async function readSource(source: Place, known: readonly LockEntry[], options: Options): Promise<Reading> {
  const { where } = options;
  const { url, snapshot } = source;
  if (where === 'live') return url === null ? { ok: false, message: NO_ADDRESS } : readLive(url, source, options);
  const newestFirst = [...known].sort((a, b) => (a.checkedAt < b.checkedAt ? 1 : -1));
  for (const sha256 of new Set([snapshot.sha256, ...newestFirst.map(({ snapshot }) => snapshot)])) {
    const captured = await readCapture(sha256);
    if (captured.ok) {
      await keepText(captured);
      return { ok: true, source: { ...captured, dates: await statedDates(captured), from: fromOf(sha256, source) } };
    }
    if (captured.reason === 'damaged') return captured;
  }
  if (where === 'any' && url !== null) return readLive(url, source, options);
  const missing = `${CAPTURE_FOLDER}/ has no capture with the SHA-256 ${snapshot.sha256}.`;
  const live = url === null ? '' : ', or read its page: npm run verify -- --live';
  return {
    ok: false,
    message: `${missing} Pass the folder that contains it: npm run verify -- --texts DIR${live}. Or correct source.snapshot.`,
  };
}

const NO_ADDRESS = 'has no known address. Run the command without --live.';

async function readLive(url: string, source: Place, { allowed, today }: Options): Promise<Reading> {
  const page = await readLivePage(url, { allowed, pdf: pdfBody });
  if (!page.ok) return { ok: false, message: page.message };
  if (page.paywalled) console.error(`${url}: the page is behind a paywall; only its free part is read.`);
  await keepCapture({ ...page, accessed: today });
  const dates = await statedDates(page);
  return { ok: true, source: { ...page, dates, place: page.url, from: fromOf(page.sha256, source) } };
}

/** Whether the text is exactly the one that the source names. */
const fromOf = (sha256: string, { snapshot }: Place) => (sha256 === snapshot.sha256 ? 'snapshot' : 'page');
