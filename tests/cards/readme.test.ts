/** The examples in the README and docs/ are of the published catalogue. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { altText } from '../../src/card/alt.ts';
import type { CardRecord } from '../../src/card/record.ts';
import { topicSlug } from '../../src/card/topic.ts';
import { compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { parseLock } from '../../src/catalog/lock-file.ts';
import { snippetsOf } from '../../src/web/embed/snippets.ts';
import { createLinks } from '../../src/web/links.ts';
import { isOurReadme } from '../helpers/documentation.ts';
import { catalog, isShipped, README_CARD, shippedFiles, shippedFolder } from './shipped.ts';

const readme = ['README.md', 'docs/api.md', 'docs/cards.md', 'docs/deployment.md', 'docs/embedding.md']
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** The record of the card with its evidence, which the alternative text needs. */
async function readmeRecord(): Promise<CardRecord> {
  const { lock } = parseLock(readFileSync(`${shippedFolder}/evidence.lock.json`, 'utf8'));
  const verified = linkRecords(compileCatalog(shippedFiles, lock).catalog);
  return verified.find(({ card }) => card.id === README_CARD) as CardRecord;
}

describe.skipIf(!isShipped || !isOurReadme(readme))('the documentation', () => {
  test('shows a whole card as it is in the catalogue', () => {
    const block = /```yaml\n( +- id: [\s\S]*?)\n +```/.exec(readme)?.[1] ?? '';
    const [shown] = parse(block);
    expect(shown.id).toBe(README_CARD);
    const published = catalog.cards.find(({ card }) => card.id === README_CARD)?.card;
    expect(published).toMatchObject({ ...shown, asOf: { date: shown.asOf.date, basis: shown.asOf.basis } });
  });

  test('shows the HTML snippet that the page of the card offers', async () => {
    const record = await readmeRecord();
    const links = createLinks('https://cards.example.org');
    const { html } = snippetsOf(record, { alt: altText(record), size: 'og', theme: undefined, links });
    const shown = [...readme.matchAll(/```html\n(<a href[\s\S]*?)\n```/g)].map(([, lines = '']) => lines);
    expect(shown.map((lines) => lines.replace(/>\s+</g, '><').replace(/\s+/g, ' '))).toEqual([html, html]);
  });

  test('shows the picture of the card as it is', async () => {
    const chunk = `Description\0\0\0\0\0${altText(await readmeRecord())}`;
    expect(readFileSync('assets/example-card.png').includes(chunk)).toBe(true);
  });

  test('shows as many cards of a list as there are', () => {
    const [, topic, kind] = /api\/cards\?topic=([a-z]+)&kind=([a-z]+)&limit=2/.exec(readme) ?? [];
    const found = catalog.cards.filter(
      ({ card }) => card.kind === kind && card.topics.map(topicSlug).includes(`${topic}`),
    );
    expect(readme).toContain(`"total": ${found.length}, "match": null, "next"`);
  });

  test.each([...new Set([...readme.matchAll(/\/cards\/([a-z0-9]+(?:-[a-z0-9]+)+)/g)].map(([, id = '']) => id))])(
    'names a card that is there: %s',
    (id) => {
      // The placeholder for the id of the reader's own card.
      if (id === 'your-card-id') return;
      expect(catalog.cards.map(({ card }) => card.id)).toContain(id);
    },
  );
});
