/**
 * `npm run compose:stopwatch [-- all | NAMES]`: counts what an author does in real Chromium to make a card of an article, and how long the author
 * waits, with the saved pages of ../shared/pages. The public names of the pages lead to a server of this program. Exit code 2
 * where a card takes more than it may.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { startChromium } from '../helpers/chromium.ts';
import { openComposer } from '../helpers/compose.ts';

const PAGES = '../shared/pages';
const MOST = { first: 12, second: 8, waitMs: 5_000 };

if (!existsSync(PAGES)) {
  console.log(`${PAGES} is not there: nothing is measured.`);
  process.exit(0);
}
const asked = process.argv.slice(2);
const all = readdirSync(PAGES).filter((name) => existsSync(`${PAGES}/${name}/source.html`));
const articles = asked[0] === 'all' ? all : asked.length > 0 ? asked : ['bbc-1', 'heise', 'la-nacion'];
const browser = await startChromium();
if (!browser) process.exit(1);

/** Counts what an author does. Waiting is all the time until the page is ready for what comes next, its checks and picture included. */
function startWatch(page: Page) {
  let actions = 0;
  let waited = 0;
  const done: string[] = [];
  return {
    /** `ready`: what the author sees before going on. */
    async act(what: string, run: () => Promise<unknown>, ready?: readonly string[]) {
      actions++;
      await run();
      const since = performance.now();
      // Unlike waitForSelector, this looks at every frame.
      if (ready) await page.waitForFunction(`${JSON.stringify(ready)}.every((one) => document.querySelector(one))`);
      const took = ready ? performance.now() - since : 0;
      waited += took;
      done.push(ready ? `${what} (${Math.round(took)} ms)` : what);
    },
    result: () => ({ actions, waited: Math.round(waited), done }),
  };
}

const CHECKED = ['.sum[aria-busy="false"]', '.pictures[aria-busy="false"]'];

/** Selects words with the mouse. */
async function selectWords(page: Page, words: { start: number; end: number }): Promise<void> {
  const [from, to] = (await page.evaluate(`(${pointsOf})(${words.start}, ${words.end})`)) as { x: number; y: number }[];
  if (!from || !to) throw new Error('the words are not on the page');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Runs in the page. */
const pointsOf = `(start, end) => {
  const pieces = [];
  for (const span of document.querySelectorAll('.sentence')) {
    const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT);
    let at = Number(span.dataset.start);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node, at, span });
      at += node.length;
    }
  }
  const find = (offset) => pieces.findLast(({ at, node }) => at <= offset && offset <= at + node.length);
  const first = find(start);
  first.span.scrollIntoView({ block: 'center' });
  const boxAt = (offset, isEnd) => {
    const { node, at } = find(isEnd ? offset - 1 : offset);
    const range = document.createRange();
    const inside = offset - at - (isEnd ? 1 : 0);
    range.setStart(node, inside);
    range.setEnd(node, inside + 1);
    const box = range.getBoundingClientRect();
    return { x: isEnd ? box.right - 1 : box.left + 2, y: box.top + box.height / 2 };
  };
  return [boxAt(start, false), boxAt(end, true)];
}`;

/** What the author says that is counted: the first word in small letters after the number, with the word before it ("of respondents"). */
function countedIn({ sentence, figure }: Chosen): string {
  const [, after = ''] = figure ? sentence.split(figure, 2) : [];
  const [counted] = /(?<=^[\s)]*)(?:of )?(?:\p{Lu}\S* )?\p{Ll}+/u.exec(after) ?? [];
  return counted ?? 'people';
}

let isMissed = false;
for (const name of articles) {
  const address = `https://www.${name}.example.org/articles/one`;
  const html = readFileSync(`${PAGES}/${name}/source.html`, 'utf8');
  const composer = await openComposer({ [address]: html });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: composer.address.origin });
  const page = await context.newPage();
  try {
    await page.goto(composer.address.href);
    await page.waitForSelector('#given');
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(address)})`);
    for (const round of ['first', 'second'] as const) {
      const watch = startWatch(page);
      if (round === 'first') {
        await watch.act('paste the address', () => page.keyboard.press('Control+V'));
        await watch.act('Enter', () => page.keyboard.press('Enter'), ['.work .text']);
      }
      const chosen = choose((await composer.call('open', { address })).body as never, round === 'first' ? 0 : 1);
      if (process.env.VERBOSE) console.log(chosen);
      await watch.act('select words', () => selectWords(page, chosen), ['#save:not([disabled])', ...CHECKED]);
      const claim = (length: number) =>
        page
          .getByLabel('Claim', { exact: true })
          .fill(`As said there: ${chosen.quote.replace(/\s+/g, ' ').replaceAll('\u00ad', '')}`.slice(0, length).trim());
      await watch.act('say the claim in own words', () => claim(130), CHECKED);
      for (let turns = 0; turns < 6; turns++) {
        const problems = await page.locator('.problems li, .checks li.warning').allTextContents();
        if (problems.length === 0) break;
        if (process.env.VERBOSE) console.log(problems[0]);
        if (/too much text/.test(problems[0] ?? '')) await watch.act('shorten the claim', () => claim(80), CHECKED);
        else await solve(page, watch.act, { problem: problems[0] ?? '', chosen });
      }
      const confirm = page.getByRole('button', { name: 'Confirm all' });
      if (await confirm.isVisible()) await watch.act('confirm the rest', () => confirm.click(), CHECKED);
      await watch.act('save', () => page.locator('#save').click(), ['.saved']);
      const { actions, waited, done } = watch.result();
      const isOver = actions > MOST[round] || waited > MOST.waitMs;
      isMissed ||= isOver;
      const proven = (await composer.call('overview', {})).body as never as {
        attention: { card: string; reasons: string[] }[];
      };
      const open = proven.attention.filter(({ card }) => card !== 'some-fighters' && card !== 'other-words');
      if (open.length > 0) isMissed = true;
      console.log(
        `${name}, ${round} card: ${actions} actions (at most ${MOST[round]}), ${waited} ms of waiting (at most ${MOST.waitMs})${isOver ? ': MISSED' : ''}${open.length > 0 ? `; not proven: ${open.flatMap(({ reasons }) => reasons).join(' ')}` : '; proven'}`,
      );
      console.log(`  ${done.join(' · ')}`);
    }
  } catch (error) {
    isMissed = true;
    console.log(`${name}: ${(error as Error).message}`);
    await page.screenshot({ path: resolve(`build/stopwatch-${name}.png`) });
  } finally {
    await context.close();
    await composer.close();
  }
}
await browser.close();
process.exitCode = isMissed ? 2 : 0;

type Chosen = { start: number; end: number; quote: string; sentence: string; figure?: string };
type Article = {
  text: string;
  suggestions: Chosen[];
  blocks: { type: string; part: string; sentences: [number, number][] }[];
};

/** What an author of a second card takes is another statement: of the suggestions, else a sentence, as far as a quote goes. */
function choose({ text, suggestions, blocks }: Article, at: number): Chosen {
  const [suggested] = suggestions.slice(at);
  if (suggested) return suggested;
  const sentences = blocks
    .filter(({ type, part }) => type === 'paragraph' && part !== 'furniture')
    .flatMap((block) => block.sentences)
    .map(([start, end]) => {
      const [quote = ''] = /^(?:\S+\s+){0,19}\S+/u.exec(text.slice(start, end)) ?? [];
      return { start, end: start + quote.length, quote, sentence: text.slice(start, end) };
    })
    .filter(({ quote }) => quote.split(/\s+/u).length >= 8 && quote.length <= 160);
  const sentence = sentences[suggestions.length > 0 ? at : at + 1] ?? sentences[0];
  if (!sentence) throw new Error('the article has no sentence of eight words');
  return sentence;
}

/** Answers a problem as an author would: a field that is named is filled, a warning is accepted with a reason. */
async function solve(
  page: Page,
  act: ReturnType<typeof startWatch>['act'],
  { problem, chosen }: { problem: string; chosen: Chosen },
) {
  const reason = page.getByPlaceholder('Why the card is correct despite the warning').first();
  if (/choose “Accept”/.test(problem) && (await reason.isVisible())) {
    await act('give a reason', () => reason.fill('The words of the source say so, read as a whole'));
    await act('accept', () => page.getByRole('button', { name: 'Accept', exact: true }).first().click(), CHECKED);
  } else if (/^Problem: “(?:Unit|Number)”/.test(problem)) {
    await act('fill the unit', () => page.getByLabel('Unit', { exact: true }).fill(countedIn(chosen)), CHECKED);
  } else if (/^Problem: “Topics”/.test(problem)) {
    await act('fill a topic', () => page.getByLabel('Topic 1').fill('Example'), CHECKED);
  } else if (/^Problem: “Publisher”/.test(problem)) {
    await act('go to the publisher', () => page.getByRole('button', { name: 'Go to the field' }).first().click());
    await act('fill the publisher', () => page.getByLabel('Publisher').fill('Example Post'), CHECKED);
  } else throw new Error(`a problem that this author does not know: ${problem}`);
}
