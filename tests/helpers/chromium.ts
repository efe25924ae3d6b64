/** A full Chromium that visits local pages and reports where text fragments lead. Prints a message if it is not installed. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM || '/usr/bin/chromium';

/** Playwright adds `--no-sandbox` and an empty folder for the user's data. */
const ARGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page is given so long to scroll; on a busy machine the first takes seconds. */
const PATIENCE_MS = 10_000;

/** Chromium looks for a passage once more 500 ms after the page has loaded; later it never does. */
const LAST_LOOK_MS = 2_000;

/** Where the browser went. */
export type Landing = {
  /** The name of the smallest element that holds the whole passage found: what matches `:target`. */
  target: string | null;
  /** The `data-line` of every paragraph that is wholly inside the viewport. */
  lines: number[];
};

const LANDED = 'document.querySelector(":target") !== null && scrollY > 0';
const LANDING = `({
  target: document.querySelector(':target')?.localName ?? null,
  lines: [...document.querySelectorAll('[data-line]')]
    .filter((line) => line.getBoundingClientRect().top >= 0 && line.getBoundingClientRect().bottom <= innerHeight)
    .map((line) => Number(line.dataset.line)),
})`;

/** Whether a product as the browser names itself follows text fragments: "HeadlessChrome/147" is the shell, which does not. */
export function isFullBrowser(product: string): boolean {
  return product.startsWith('Chrome/');
}

/** Starts the browser. Undefined, and a warning that says why, where there is no full Chromium. */
export async function startChromium(): Promise<Browser | undefined> {
  const skip = (reason: string) => {
    console.warn(
      `${EXECUTABLE} ${reason}: text fragments are not tested. Set CHROMIUM to the path of a full Chromium.`,
    );
    return undefined;
  };
  if (!existsSync(EXECUTABLE)) return skip('is not there');
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGS });
  const session = await browser.newBrowserCDPSession();
  const { product } = await session.send('Browser.getVersion');
  if (isFullBrowser(product)) return browser;
  await browser.close();
  return skip(`is ${product}, a headless shell`);
}

/** Serves pages that are made while it runs, on this machine only. */
export async function startSite() {
  const pages: string[] = [];
  const server = createServer((request, response) => {
    const html = pages[Number(request.url?.slice(1))];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** Adds a page. Gives its address. */
    add: (html: string) => `http://127.0.0.1:${port}/${pages.push(html) - 1}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Pages that wait to be used again: opening one takes three times as long as following an address in it. */
const idle: Page[] = [];

/**
 * Follows an address in a page of no other. It comes from a blank page: inside one document the browser would follow a
 * text fragment only after a click. Waits until the passage is found, or, where nothing is expected, until the browser
 * has stopped looking.
 */
export async function follow(browser: Browser, url: string, { expectNothing = false } = {}): Promise<Landing> {
  // A page of browser.newPage() is a window of its own; a tab in the background would not scroll.
  const page = idle.pop() ?? (await browser.newPage({ viewport: { width: 800, height: 600 } }));
  await page.goto('about:blank');
  await page.goto(url);
  const timeout = expectNothing ? LAST_LOOK_MS : PATIENCE_MS;
  // A passage that is not found shows in the landing, which says more than a time-out would.
  await page.waitForFunction(LANDED, undefined, { timeout }).catch(() => {});
  const landing = await page.evaluate<Landing>(LANDING);
  idle.push(page);
  return landing;
}
