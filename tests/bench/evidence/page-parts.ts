/** How well the reader separates an article from its page furniture. Readability's article counts as true. */
import { readdirSync, readFileSync } from 'node:fs';
import { normalise } from '../../../src/card/evidence/normalise.ts';
import { sentencesOf } from '../../../src/card/evidence/sentences.ts';
import { readHtml } from '../../../src/page/html-text.ts';
import { PAGES } from './page-sentences.ts';

export type Parts = { sentences: number; found: number; asFurniture: string[]; outside: number; asArticle: string[] };

const MIN_WORDS = 4;
const isLong = (text: string) => text.split(/\s+/u).length >= MIN_WORDS;

/** Sentences of the article and blocks outside it, and those of them that are sorted wrongly. */
export function sortRealPages(): Parts {
  const parts: Parts = { sentences: 0, found: 0, asFurniture: [], outside: 0, asArticle: [] };
  const names = readdirSync(PAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of names) {
    const article = readHtml(readFileSync(`${PAGES}/${name}/expected.html`, 'utf8'));
    const page = readHtml(readFileSync(`${PAGES}/${name}/source.html`, 'utf8'));
    const [truth, text] = [normalise(article.text).text, normalise(page.text)];
    const blocks = page.blocks ?? [];
    for (const block of article.blocks ?? []) {
      const words = article.text.slice(block.start, block.end);
      for (const { start, end } of sentencesOf(words)) {
        const sentence = normalise(words.slice(start, end)).text;
        if (!isLong(sentence)) continue;
        parts.sentences++;
        const at = text.starts[text.text.indexOf(sentence)];
        if (at === undefined) continue;
        parts.found++;
        const block = blocks.find(({ start, end }) => start <= at && at < end);
        if (block?.part === 'furniture') parts.asFurniture.push(`${name}: ${sentence}`);
      }
    }
    for (const { start, end, part } of blocks) {
      const words = normalise(page.text.slice(start, end)).text;
      if (!isLong(words) || truth.includes(words)) continue;
      parts.outside++;
      if (part === 'article') parts.asArticle.push(`${name}: ${words}`);
    }
  }
  return parts;
}
