/**
 * Whether quotes of real pages are found, and whether Chromium highlights them: `benchPages()` prints a line a page, and the reason
 * of every sentence that is left out. The pages are those of ../shared/pages.
 */
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { startChromium } from '../../helpers/chromium.ts';
import { sortRealPages } from './page-parts.ts';
import { lettersOf, type Outcome, PAGES, readPages } from './page-sentences.ts';

const ORIGIN = 'https://page.example';
/** Chromium looks for a passage once more 500 ms after the page has loaded. */
const PATIENCE_MS = 3_000;

type Landing = { element: string; text: string } | null;

/** What the browser was led to: the smallest element around the passage. */
const LANDING = `(() => {
  const target = document.querySelector(':target');
  return target && { element: target.localName, text: target.textContent };
})()`;

/** Follows a text directive into a page without its scripts and the network. */
async function follow(page: Page, html: string, directive: string): Promise<Landing> {
  const body = html.replace(/<meta[^>]+http-equiv=["']?(?:refresh|content-security-policy)[^>]*>/gi, '');
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'" };
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({ body, headers })
      : route.abort(),
  );
  await page.goto('about:blank');
  await page.goto(`${ORIGIN}/${directive}`, { waitUntil: 'domcontentloaded' });
  await page
    .waitForFunction("document.querySelector(':target') !== null", undefined, { timeout: PATIENCE_MS })
    .catch(() => {});
  return page.evaluate<Landing>(LANDING);
}

type Verdict = 'highlighted' | 'not highlighted' | 'not visible';

/** Whether the words of a sentence are somewhere that a reader sees them, without the product's rules. */
async function isVisible(page: Page, sentence: string): Promise<boolean> {
  const text = await page.evaluate<string>('document.body.innerText');
  return lettersOf(text).toLowerCase().includes(lettersOf(sentence).toLowerCase());
}

async function judge(
  page: Page,
  html: string,
  { sentence, directive }: Outcome & { directive: string },
): Promise<Verdict> {
  const landing = await follow(page, html, directive);
  // The body is around everything: it says nothing, unless a quote goes over blocks.
  const isPrecise = landing?.element !== 'body' || directive.includes(',');
  if (landing && isPrecise && lettersOf(landing.text).includes(lettersOf(sentence))) return 'highlighted';
  return (await isVisible(page, sentence)) ? 'not highlighted' : 'not visible';
}

/** Prints the figures. False where a target is missed. */
export async function benchPages(): Promise<boolean> {
  if (!existsSync(PAGES)) {
    console.log(`${PAGES} is not there: pages are not measured.`);
    return true;
  }
  const browser = await startChromium();
  const tab = await browser?.newPage();
  const total = { occurring: 0, found: 0, visible: 0, highlighted: 0 };
  const leftOut: string[] = [];
  for (const { page, html, outcomes } of readPages()) {
    const occurring = outcomes.filter(({ outcome }) => outcome !== 'does not occur');
    const found = occurring.flatMap((outcome) => (outcome.outcome === 'found' ? [outcome] : []));
    const verdicts: Verdict[] = [];
    for (const outcome of tab ? found : []) {
      const verdict = tab ? await judge(tab, html, outcome) : 'not visible';
      verdicts.push(verdict);
      if (verdict !== 'highlighted') leftOut.push(`${page}: ${verdict}: ${outcome.sentence}  ${outcome.directive}`);
    }
    for (const { outcome, sentence } of outcomes) {
      if (outcome !== 'found') leftOut.push(`${page}: ${outcome}: ${sentence}`);
    }
    const highlighted = verdicts.filter((verdict) => verdict === 'highlighted').length;
    const visible = verdicts.filter((verdict) => verdict !== 'not visible').length;
    console.log(
      `${page.padEnd(20)} found ${found.length} of ${occurring.length}, highlighted ${highlighted} of ${visible}`,
    );
    total.occurring += occurring.length;
    total.found += found.length;
    total.visible += visible;
    total.highlighted += highlighted;
  }
  await browser?.close();
  for (const line of leftOut) console.log(`  ${line}`);
  const parts = sortRealPages();
  const share = (part: number, whole: number) =>
    `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
  console.log(`sentences found: ${share(total.found, total.occurring)}; target 99 %`);
  console.log(`fragments highlighted by Chromium: ${share(total.highlighted, total.visible)}; target 100 %`);
  console.log(`all sentences of the articles read: ${share(parts.found, parts.sentences)}`);
  console.log(`  of these called furniture: ${share(parts.asFurniture.length, parts.found)}`);
  for (const sentence of parts.asFurniture) console.log(`    ${sentence.slice(0, 100)}`);
  console.log(
    `other blocks called article, headlines and captions with them: ${share(parts.asArticle.length, parts.outside)}`,
  );
  return total.found >= 0.99 * total.occurring && total.highlighted === total.visible;
}
