/** Sentences of the real pages in ../shared/pages, the same at every run, and what becomes of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { findQuote, prepareText, type Range } from '../../../src/card/evidence/find-quote.ts';
import { passageUrl } from '../../../src/card/evidence/fragment.ts';
import { blocksOf, locate } from '../../../src/card/evidence/locate.ts';
import type { PagePart } from '../../../src/card/evidence/place.ts';
import { asInPage, endOfWord } from '../../../src/card/evidence/raised.ts';
import { sentencesOf } from '../../../src/card/evidence/sentences.ts';
import { MAX_QUOTE_WORDS } from '../../../src/card/kinds/fields.ts';
import { readHtml } from '../../../src/page/html-text.ts';
import { locateQuote } from '../../../src/tools/new/quote.ts';

export const PAGES = '../shared/pages';
const SENTENCES_A_PAGE = 5;
const SEED = 14;

export type Outcome =
  /** `directive`: the fragment that leads to it. */
  | { sentence: string; outcome: 'found'; directive: string; part: PagePart | null }
  /** It occurs more than once, with the same surroundings. */
  | { sentence: string; outcome: 'repeated' }
  | { sentence: string; outcome: 'not found' }
  /** Left out: its letters do not follow one another in the page. */
  | { sentence: string; outcome: 'does not occur' };

export type PageOutcomes = { page: string; html: string; outcomes: Outcome[] };

/** The pages with what becomes of five sentences of each. */
export function readPages(): PageOutcomes[] {
  const names = readdirSync(PAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => {
    const html = readFileSync(`${PAGES}/${name}/source.html`, 'utf8');
    const page = readHtml(html);
    const letters = lettersOf(allText(html));
    const text = prepareText(page.text);
    const outcomes = sample(sentencesIn(readFileSync(`${PAGES}/${name}/expected.html`, 'utf8')), name).map(
      (sentence): Outcome => {
        if (!letters.includes(lettersOf(sentence))) return { sentence, outcome: 'does not occur' };
        const located = locateQuote(page, sentence, { place: 1, acrossBlocks: true });
        if (located.ok) {
          const directive = directiveOf(page.text, located.selector, located.range);
          return { sentence, outcome: 'found', directive, part: locate(page, located.range).part };
        }
        return {
          sentence,
          outcome: findQuote(text, { exact: sentence }).match === 'ambiguous' ? 'repeated' : 'not found',
        };
      },
    );
    return { page: name, html, outcomes };
  });
}

function directiveOf(text: string, selector: { exact: string }, { start, end }: Range): string {
  return passageUrl('', selector, { pageText: asInPage(text.slice(start, endOfWord(text, end))) });
}

/** The sentences of an article that a card may quote. */
function sentencesIn(html: string): string[] {
  const article = readHtml(html);
  return blocksOf(article).flatMap((block) => {
    const words = article.text.slice(block.start, block.end);
    return sentencesOf(words)
      .map(({ start, end }) => words.slice(start, end).replace(/\s+/gu, ' '))
      .filter((sentence) => {
        const count = sentence.split(' ').length;
        return count >= 4 && count <= MAX_QUOTE_WORDS && sentence.length <= 300;
      });
  });
}

/** Five of the sentences, chosen by the name of the page. */
function sample(sentences: string[], name: string): string[] {
  let state = [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, SEED);
  const rest = [...new Set(sentences)];
  const chosen: string[] = [];
  while (chosen.length < SENTENCES_A_PAGE && rest.length > 0) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    chosen.push(...rest.splice(state % rest.length, 1));
  }
  return chosen;
}

/** Letters and digits only, so that no finding depends on what the product ignores. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

type Node = { nodeName: string; value?: string; childNodes?: Node[] };

/** All text of a page but that of scripts and styles, by no rule of the product. */
function allText(html: string): string {
  const parts: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeName === '#text') parts.push(node.value ?? '');
    else if (!/^(?:script|style|noscript|template)$/.test(node.nodeName))
      for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(html) as Node);
  return parts.join('');
}
