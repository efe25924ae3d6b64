import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHtml } from '../../../src/page/html-text.ts';
import { collectNotes } from '../../../src/tools/new/notes.ts';

const page = readHtml(readFileSync('tests/fixtures/pages/harbour/en.html', 'utf8'));

function notes(words: string, language = 'en'): string[] {
  const start = page.text.lastIndexOf(words);
  expect(start).toBeGreaterThan(0);
  return collectNotes(page, { start, end: start + words.length }, language, 'figure');
}

test('nothing is noted of plain words of the article', () => {
  expect(notes('The council has spent 12 million euros')).toEqual([]);
});

test('reports hedges in and next to the quote', () => {
  expect(notes('holds up to 1,000 merchant ships')).toEqual([
    'Keep these hedges of the source in figure.text or claim: “reportedly”.',
  ]);
  expect(notes('the pilots could strike if the council sells')).toEqual([
    'Keep these hedges of the source in figure.text or claim: “could”, “if”.',
  ]);
});

test('a negation and a plan are not called hedges', () => {
  const text = 'The council never sold the quay and plans to build another.';
  expect(collectNotes({ text, blocks: null }, { start: 0, end: text.length }, 'en', 'quote')).toEqual([
    'Keep these negations of the source in claim: “never”.',
    'Keep these words of a plan of the source in claim: “plans to”.',
  ]);
});

test('page furniture and headings are named', () => {
  expect(notes('Help us reach 25,000 members')[0]).toMatch(/^The words are outside the article/);
  expect(notes('will not hear of a third')[0]).toMatch(/^The words are a heading/);
});

test('finds no hedges in an unknown language', () => {
  expect(notes('holds up to 1,000 merchant ships', '')).toEqual([]);
});
