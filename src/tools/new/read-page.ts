/** Reads the live page of a source that is not in the catalogue yet: its address is allowed because the author gave it. */
import { readLivePage } from '../../page/live-page.ts';
import { pdfBody } from '../../page/pdf/read-pdf.ts';
import { OR_CAPTURED, type VisitOptions } from '../../page/visit.ts';
import { refuse } from './args.ts';
import type { Page } from './ground.ts';

const OR_SAVED = 'Or save the page in a browser, and give the file with --text FILE.';

/** A new page has no captured text. */
const withoutVerify = (message: string) => message.replace(` ${OR_CAPTURED}`, '');

/** Of an http address, reads the https page where there is one. */
export async function readNewPage(url: string, options: Pick<VisitOptions, 'fetch'> = {}): Promise<Page> {
  const secure = url.replace(/^http:/i, 'https:');
  const allowed = new Set([url, secure]);
  const page = await readLivePage(secure, { ...options, allowed, pdf: pdfBody });
  if (page.ok || secure === url) return page.ok ? page : refuse(withoutVerify(page.message), OR_SAVED);
  const plain = await readLivePage(url, { ...options, allowed, pdf: pdfBody, plainHttp: true });
  return plain.ok ? plain : refuse(withoutVerify(plain.message), OR_SAVED);
}
