/** Pages whose passages a real browser is led to by text fragments, and where it lands. */

import type { TextQuoteSelector } from '../../src/card/evidence/find-quote.ts';
import { passageUrl } from '../../src/card/evidence/fragment.ts';
import { follow, startChromium, startSite } from './chromium.ts';

export const browser = await startChromium();
export const site = await startSite();

/** Ends the browser and the site of the pages. */
export async function closePassages(): Promise<void> {
  await browser?.close();
  await site.close();
}

/** `pageText`: the words as the page has them, as recorded in evidence. */
type Options = { pageText?: string | undefined; expectNothing?: boolean };

/** Follows the text fragment of a quote into a page. */
export function lead(html: string, quote: TextQuoteSelector, { expectNothing, ...options }: Options = {}) {
  if (!browser) throw new Error('There is no browser.');
  return follow(browser, passageUrl(site.add(html), quote, options), { expectNothing });
}

/** A page of numbered paragraphs of HTML, so far apart that only one is in the viewport, and none before scrolling. */
export function pageOf(paragraphs: [line: number, html: string][]): string {
  const body = paragraphs.map(([line, html]) => `<p data-line="${line}">${html}</p>`).join('\n');
  return `<!doctype html><meta charset="utf-8"><title>A page</title>
<style>body { margin: 0; padding: 2000px 0 } p { margin: 0 0 2000px }</style>
${body}`;
}
