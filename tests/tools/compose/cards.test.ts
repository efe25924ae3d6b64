/** The calls of the composer: from an article to a saved card, and back. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ADDRESS, type Composer, openComposer, PAGE } from '../../helpers/compose.ts';
import { lines, makePdf } from '../../helpers/pdf.ts';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const WORDS = 'moors up to 1,200 fishing boats';
const PDF_ADDRESS = 'https://news.example.org/harbour.pdf';
const PDF = makePdf(
  [
    lines(['A harbour grows', 'Published on 1 August 2023']),
    lines(['The harbour reportedly', `${WORDS} in summer.`, 'Its quays are old.']),
  ],
  { info: { Title: 'A harbour grows' }, lang: 'en' },
);
const composer: Composer = await openComposer({ [ADDRESS]: PAGE, [PDF_ADDRESS]: PDF });
beforeEach(() => composer.reset());
afterAll(() => composer.close());

// biome-ignore lint/suspicious/noExplicitAny: answers have many shapes, and each test states its own.
type Json = Record<string, any>;
const ok = async (name: string, body: unknown): Promise<Json> => {
  const { status, body: answer } = await composer.call(name, body);
  if (status !== 200) throw new Error(`${name}: ${answer.message}`);
  return answer as Json;
};

async function propose(words = WORDS, given: object = { address: ADDRESS }) {
  const article = await ok('open', given);
  const start = `${article.text}`.indexOf(words);
  const proposed = await ok('propose', { reading: article.reading, start, end: start + words.length });
  return {
    article,
    proposed,
    // As the page sends it.
    edit: editOf(article, {
      card: { ...proposed.card, attribution: proposed.card.attribution.filter(Boolean) },
      doubts: { source: article.marks, card: proposed.doubts },
    }),
  };
}
const editOf = (article: Json, rest: object) => ({
  base: article.base as unknown,
  source: article.source as unknown,
  reading: (article.reading ?? null) as unknown,
  sourceFields: {},
  card: {} as Record<string, unknown>,
  was: null as string | null,
  doubts: { source: {}, card: {} },
  entry: null as object | null,
  ...rest,
});
const own = { claim: 'Boats that reportedly lie in the harbour in summer', topics: ['Harbours'] };
const withOwn = (edit: ReturnType<typeof editOf>): typeof edit => ({
  ...edit,
  card: { ...edit.card, ...own },
  doubts: { source: {}, card: {} },
});
const save = (edit: unknown, allowOpen = false) => composer.call('save', { edit, allowOpen });
const NEW = 'cards/harbour-post-harbour-grows.yaml';

describe('a new card', () => {
  test('is proposed whole: kind, figure, claim, status, chain, date; and says what is left to check', async () => {
    const { proposed } = await propose();
    expect(proposed.card).toMatchObject({
      id: 'moors-1200-fishing-boats',
      kind: 'figure',
      figure: { text: 'up to 1,200', unit: 'fishing boats' },
      claim: 'The harbour reportedly moors up to 1,200 fishing boats in summer',
      status: 'reported',
      attribution: ['', 'Harbour Post'],
      asOf: { date: '2023-08-01', basis: 'inferred' },
      quote: { exact: WORDS, highlight: 'up to 1,200' },
    });
    expect(Object.keys(proposed.doubts ?? {}).sort()).toEqual(['asOf', 'attribution', 'claim', 'figure', 'topics']);
    expect(`${proposed.notes}`).toContain('“reportedly”');
  });

  test('from a page in another language is in the language of the site', async () => {
    const { proposed } = await propose('Der Hafen fasst im Sommer rund 1.200 Boote', {
      content: `<html lang="de"><article><h1>Der Hafen</h1><p>Der Hafen fasst im Sommer rund 1.200 Boote. ${'Die Lampen sind an. '.repeat(9)}</p></article>`,
      isHtml: true,
      address: ADDRESS,
    });
    expect(proposed.card).toMatchObject({ figure: { text: 'about 1,200' } });
    expect(proposed.card).not.toHaveProperty('language');
  });

  test('of speech names the speaker, and is a quote', async () => {
    const { proposed } = await propose('We built every quay ourselves');
    expect(proposed.card).toMatchObject({ kind: 'quote', status: 'stated', attribution: ['Novak', 'Harbour Post'] });
    const content = `<html lang="en"><article><h1>The quays</h1><p>Mayor Ann Ray met the press. “We built every quay ourselves,” she said. ${'The lamps are lit. '.repeat(9)}</p></article>`;
    const before = await propose('We built every quay ourselves', { content, isHtml: true, address: ADDRESS });
    expect(before.proposed.card).toMatchObject({ kind: 'quote', attribution: ['Ann Ray', expect.any(String)] });
  });

  test('gives what a picture has no room for to the unit, and takes no date after the publication', async () => {
    const words =
      'It gives hundreds of millions of dollars of economic aid to the harbour, and will give more on 3 August 2030.';
    const { card } = (
      await propose(words, { content: PAGE.replace('In May', `${words} In May`), isHtml: true, address: ADDRESS })
    ).proposed;
    expect(card).toMatchObject({
      figure: { text: 'hundreds of millions', unit: 'of dollars' },
      asOf: null,
    });
  });

  test('comes from pasted text with the headline, byline and date at its head, each to be checked', async () => {
    const text = `A harbour grows\n\nBy Eva Muster\n1 August 2023\n\n${'The harbour reportedly moors up to 1,200 fishing boats in summer, and its quays are old. '.repeat(3)}`;
    const { fields, marks } = await ok('open', { content: text });
    expect(fields).toMatchObject({
      title: 'A harbour grows',
      authors: ['Eva Muster'],
      published: { date: '2023-08-01', basis: 'stated' },
      publisher: '',
    });
    expect(marks).toMatchObject({
      title: expect.stringContaining('is it the headline?'),
      authors: expect.stringContaining('are these all authors?'),
      published: expect.stringContaining('is it the day of publication?'),
    });
    const { title, authors, published } = fields;
    const html = await ok('open', { content: text.replace(/.+/g, '<p>$&</p>'), isHtml: true });
    expect(html.fields).toMatchObject({ title, authors, published });
  });

  test('without a publisher and a date is drawn with words that say so, and is no card yet', async () => {
    const { article, edit } = await propose(WORDS, { content: `${WORDS}. ${'The lamps are lit. '.repeat(9)}` });
    edit.card.attribution = [];
    const undated = await ok('try', { edit });
    expect(undated.problems.map(({ field }: Json) => field)).toEqual(
      expect.arrayContaining(['source.publisher', 'source.published.date', 'attribution']),
    );
    expect([undated.canSave, undated.problems.filter(({ field }: Json) => /basis/.test(field))]).toEqual([false, []]);
    const draw = async (key: string) => (await composer.call('draw', { key, size: 'og', theme: 'light' })).text;
    const picture = await draw(undated.key);
    expect(picture).toMatch(/^<svg /);
    const sourceFields = { ...article.defaults, published: { date: '2000', basis: 'stated' } };
    const dated = await ok('try', { edit: { ...edit, sourceFields } });
    expect(dated.key).not.toBe(undated.key);
    expect(await draw(dated.key)).not.toBe(picture);
  });

  test('takes topics and speakers that the catalogue has', async () => {
    composer.write('cards/speakers.yaml', '- { id: novak, name: Jan Novák, aliases: [Novak], type: person }\n');
    composer.writeCatalog(composer.read('cards/daily-example.yaml').replaceAll('[Examples]', '[Quays]'));
    const { proposed } = await propose('We built every quay ourselves');
    expect(proposed.card).toMatchObject({ topics: ['Quays'], attribution: ['Jan Novák', 'Harbour Post'] });
  });

  test('completes words that are selected in part, and refuses too many', async () => {
    const { article } = await propose();
    const at = `${article.text}`.indexOf('oors up to 1,200 fishing bo');
    const { card } = await ok('propose', { reading: article.reading, start: at, end: at + 27 });
    expect(card).toMatchObject({ quote: { exact: WORDS } });
    const { status, body } = await composer.call('propose', { reading: article.reading, start: 45, end: 250 });
    expect([status, body.message]).toEqual([422, expect.stringContaining('the limit is 25')]);
  });

  test('is tried as npm run check would, and drawn in any size', async () => {
    const { edit } = await propose();
    const good = await ok('try', { edit });
    expect(good.problems).toEqual([]);
    expect(good.sentence).toBe(
      'The harbour reportedly moors up to 1,200 fishing boats in summer (Harbour Post, Aug 2023)',
    );
    expect(good.bounds).toBe('max 1200');
    const drawn = await composer.call('draw', { key: good.key, size: 'story', theme: 'dark' });
    expect(drawn.text).toMatch(/^<svg width="1080" height="1920"/);
    const bad = await ok('try', {
      edit: { ...edit, card: { ...edit.card, claim: 'The harbour moors boats of Atlantis', topics: [] } },
    });
    expect(bad.problems).toEqual([{ field: 'topics', message: 'topics needs at least one entry. Add one.' }]);
    expect(bad.key).not.toBeNull();
    const doubtful = await ok('try', {
      edit: { ...edit, card: { ...edit.card, claim: 'The harbour reportedly moors boats of Atlantis' } },
    });
    expect(doubtful.problems).toEqual([
      {
        field: 'claim',
        message: expect.stringMatching(/^claim .*Atlantis.* accept: \[\{ check: name-not-in-text/),
        code: 'name-not-in-text',
      },
    ]);
  });

  test('is saved with its source, capture and evidence, and passes the check', async () => {
    const { edit } = await propose();
    const { status, body } = await save(withOwn(edit));
    expect(body.message).toBeUndefined();
    expect(status).toBe(200);
    expect(body.page).toMatch(/^http:\/\/localhost:\d+\/cards\/moors-1200-fishing-boats$/);
    expect(composer.read(NEW)).toContain('claim: Boats that reportedly lie in the harbour in summer\n');
    expect(composer.read(NEW)).not.toMatch(/FILL|CHECK/);
    expect(composer.read('cards/evidence.lock.json')).toContain('"moors-1200-fishing-boats": {"quote":');
    expect(composer.files('captures')).toHaveLength(3);
    expect((await ok('overview', {})).attention).toEqual([]);
  });

  test('keeps a mark for each proposal that the author has not checked, and is listed until then', async () => {
    const { edit } = await propose();
    expect((await save(edit)).status).toBe(200);
    expect(composer.read(NEW)).toContain('in summer"  # CHECK: these are words of the source; write your own\n');
    const { attention } = await ok('overview', {});
    expect(attention).toEqual([
      {
        card: 'moors-1200-fishing-boats',
        source: 'harbour-post-harbour-grows',
        reasons: [
          expect.stringMatching(/^CHECK: the most frequent name/),
          expect.stringMatching(/^CHECK: the unit is what follows/),
          expect.stringMatching(/^CHECK: these are/),
          expect.stringMatching(/^CHECK: the sentence of the quote names no speaker/),
          expect.stringMatching(/^CHECK: the day/),
        ],
      },
    ]);
  });

  test('a second one of the same article is appended', async () => {
    const first = await propose();
    await save(withOwn(first.edit));
    const before = composer.read(NEW);
    const second = await propose('In May the lamps burn late');
    expect(second.article.isNew).toBe(false);
    const { body } = await save(withOwn({ ...second.edit, card: { ...second.edit.card, kind: 'claim' } }), true);
    expect(body.message).toBeUndefined();
    expect(composer.read(NEW).startsWith(before)).toBe(true);
  });

  test('is not saved where a check has a problem, unless the author says so, and never with words that the text lacks', async () => {
    const { edit } = await propose();
    const claim = 'Boats of Atlantis reportedly lie in the harbour';
    const doubtful = withOwn(edit);
    doubtful.card.claim = claim;
    const refused = await save(doubtful);
    expect([refused.status, refused.body.message]).toEqual([422, expect.stringContaining('Atlantis')]);
    expect(composer.files()).not.toContain('example-harbour.yaml');
    expect(existsSync(composer.path('captures'))).toBe(false);
    const false_ = withOwn(edit);
    false_.card.quote = { exact: 'moors up to 9,000 fishing boats' };
    expect((await save(false_, true)).status).toBe(422);
    expect((await save(doubtful, true)).status).toBe(200);
  });

  test('comes from pasted text or HTML, too', async () => {
    const html = await propose(WORDS, { content: PAGE, isHtml: true, address: ADDRESS });
    expect(html.article.fields).toMatchObject({ url: ADDRESS, publisher: 'Harbour Post' });
    const text = await propose(WORDS, { content: `${html.article.text}` });
    expect(text.article.fields).toMatchObject({ url: null });
    expect(text.proposed.card).toMatchObject({ quote: { exact: WORDS } });
  });

  test.each([
    ['at an address', { address: PDF_ADDRESS }],
    ['from a file', { address: PDF_ADDRESS, file: { name: 'harbour.pdf', base64: PDF.toString('base64') } }],
  ])('comes from a PDF %s, whose captured bytes prove it', async (_where, given) => {
    const { edit, proposed } = await propose(WORDS, given);
    expect(proposed.card).toMatchObject({ quote: { exact: WORDS } });
    const card = { ...withOwn(edit).card, attribution: ['Harbour Post'], asOf: null };
    const sourceFields = { publisher: 'Harbour Post', authors: [], published: { date: '2023-08-01', basis: 'stated' } };
    const { body } = await save({ ...withOwn(edit), card, sourceFields });
    expect(body.message).toBeUndefined();
    const name = `captures/${sha256(PDF)}.pdf`;
    expect(readFileSync(composer.path(name))).toEqual(PDF);
    expect((await ok('overview', {})).attention).toEqual([]);
  });

  test('comes from the bytes of a saved page, in the encoding that it declares', async () => {
    const html =
      '<meta charset="windows-1252"><title>Caf\xe9</title><p>The caf\xe9 reportedly has 20 tables in summer.';
    const base64 = Buffer.from(html, 'latin1').toString('base64');
    expect(await ok('open', { file: { name: 'page.html', base64 } })).toMatchObject({
      text: 'The café reportedly has 20 tables in summer.',
      fields: { title: 'Café' },
    });
  });

  test.each([
    ['page.mhtml', 'From: <Saved by Blink>', /^page\.mhtml is an MHTML archive\. Save the page again/],
    ['report.docx', 'PK\x03\x04…', /^report\.docx is a Word document or another ZIP file\. Save it as PDF/],
    ['photo.jpg', '\xff\xd8\xff\xe0', /^photo\.jpg is not UTF-8/],
    ['scan.pdf', makePdf([[]]), /^scan\.pdf has no text.* choose it here\.$/],
  ])('does not come from %s, which says how to go on', async (name, bytes, words) => {
    const base64 = Buffer.from(bytes as string, 'latin1').toString('base64');
    const { status, body } = await composer.call('open', { file: { name, base64 } });
    expect([status, body.message]).toEqual([422, expect.stringMatching(words)]);
  });

  test('of a known source without its capture needs the captured file: another text proves nothing', async () => {
    const address = 'https://example.org/article';
    const text = 'It reportedly hosts up to 1,000 fighters, and these are the words.';
    const given = { address, content: text };
    const { status, body } = await composer.call('open', given);
    expect([status, body.message]).toEqual([422, expect.stringContaining('Choose the captured file')]);
    composer.writeCatalog(composer.read('cards/daily-example.yaml').replace('a'.repeat(64), sha256(text)));
    expect(await ok('open', given)).toMatchObject({ source: 'daily-example', isNew: false, text });
    expect(await ok('open', { address })).toMatchObject({ text });
  });

  test('of an address that cannot be read, says how to go on', async () => {
    for (const [address, words] of [
      ['https://news.example.org/none', /status 404.*paste it here/s],
      ['https://127.0.0.1/', /address/],
      ['file:///etc/passwd', /address/],
    ] as const) {
      const { status, body } = await composer.call('open', { address });
      expect([status, body.message]).toEqual([422, expect.stringMatching(words)]);
      expect(body.message).not.toContain('--text');
    }
  });
});

describe('what is saved', () => {
  test('is undone whole', async () => {
    const lock = composer.read('cards/evidence.lock.json');
    const { edit } = await propose();
    await save(withOwn(edit));
    expect(await ok('undo', {})).toMatchObject({ undone: 'moors-1200-fishing-boats' });
    expect(composer.files()).toEqual(['daily-example.yaml', 'evidence.lock.json']);
    expect(composer.read('cards/evidence.lock.json')).toBe(lock);
  });

  test('is not undone once the file has changed otherwise', async () => {
    const { edit } = await propose();
    await save(withOwn(edit));
    composer.write(NEW, `${composer.read(NEW)}# by hand\n`);
    const { status, body } = await composer.call('undo', {});
    expect([status, body.message]).toEqual([409, expect.stringContaining('has changed since')]);
    expect(composer.read(NEW)).toMatch(/# by hand\n$/);
  });

  test('of two tabs, the second is refused and keeps its fields; it goes on from what is there', async () => {
    const [one, two] = [await propose(), await propose('In May the lamps burn late')];
    await save(withOwn(one.edit));
    const before = composer.read(NEW);
    const late = withOwn({ ...two.edit, card: { ...two.edit.card, kind: 'claim' } });
    const { status, body } = await save(late, true);
    expect(status).toBe(409);
    expect(body).toMatchObject({ message: expect.stringContaining('your fields are kept'), theirs: null });
    expect(composer.read(NEW)).toBe(before);
    expect((await save({ ...late, base: body.base }, true)).status).toBe(200);
  });

  test('by hand meanwhile is not overwritten, and is shown', async () => {
    const { base, card } = await ok('edit', { source: 'daily-example', card: 'some-fighters' });
    const file = composer
      .read('cards/daily-example.yaml')
      .replace('Fighters reportedly stayed', 'Fighters reportedly left');
    composer.write('cards/daily-example.yaml', file);
    const edit = editOf(
      { base, source: 'daily-example' },
      {
        card: { ...card, place: 'Belarus' },
        was: 'some-fighters',
      },
    );
    const { status, body } = await save(edit, true);
    expect(status).toBe(409);
    expect(body.theirs).toMatchObject({ claim: 'Fighters reportedly left' });
    expect(composer.read('cards/daily-example.yaml')).toBe(file);
  });

  test('does not collide with a draft that is kept at the same time', async () => {
    for (let time = 0; time < 3; time++) {
      composer.reset();
      const { edit, article } = await propose();
      const draft = { id: 'abcdefgh1', at: '2026-11-26T10:00:00Z', title: 'Boats', edit, origin: article.origin };
      const answers = await Promise.all([
        composer.call('keepDraft', { draft }),
        composer.call('keepDraft', { draft: { ...draft, id: 'abcdefgh2' } }),
        save(withOwn(edit)),
      ]);
      expect(answers.map(({ status, body }) => [status, body.message])).toEqual(Array(3).fill([200, undefined]));
    }
  });

  test('changes nothing where the system refuses to write', async () => {
    const { edit } = await propose();
    composer.write('captures', 'no folder');
    const { status, body } = await save(withOwn(edit));
    expect([status, body.message]).toEqual([503, expect.stringMatching(/^Nothing was saved\. .*captures/)]);
    expect(composer.files()).toEqual(['daily-example.yaml', 'evidence.lock.json']);
  });
});

describe('a card of the catalogue', () => {
  const ofDaily = async (id: string, change: object, rest: object = {}) => {
    const { base, card } = await ok('edit', { source: 'daily-example', card: id });
    return editOf(
      { base, source: 'daily-example' },
      {
        card: { ...card, ...change },
        was: id,
        ...rest,
      },
    );
  };

  test('is edited field by field: the rest of the file stays as it is', async () => {
    const before = composer
      .read('cards/daily-example.yaml')
      .replace('Somebody on something', 'Somebody on something  # a note');
    composer.write('cards/daily-example.yaml', before);
    const edit = await ofDaily('other-words', { place: 'Minsk' });
    expect((await save(edit, true)).status).toBe(200);
    expect(composer.read('cards/daily-example.yaml')).toBe(
      before.replace('    asOf: null\n', '    asOf: null\n    place: Minsk\n'),
    );
  });

  test('that npm run new has left to fill is completed, with its article', async () => {
    const first = await propose();
    await save(withOwn(first.edit));
    const filled = composer.read(NEW);
    composer.write(NEW, filled.replace(/claim: .*/, 'claim: ""  # FILL: the fact in your own words'));
    const { attention } = await ok('overview', {});
    const reasons = attention.find((one: Json) => one.card === 'moors-1200-fishing-boats').reasons;
    expect(reasons).toEqual([expect.stringMatching(/^claim is empty/), 'FILL: the fact in your own words']);
    const { base, card, article, missing } = await ok('edit', {
      source: 'harbour-post-harbour-grows',
      card: 'moors-1200-fishing-boats',
    });
    expect(missing).toBeNull();
    const edit = editOf({ ...article, base }, { card: { ...card, claim: own.claim }, was: card.id });
    expect((await save(edit)).body.message).toBeUndefined();
    expect(composer.read(NEW)).toBe(filled);
  });

  test('whose quote is changed or gone is listed: as the watch of the preview or npm run watch has found it last', async () => {
    const reasons = async () => {
      const { attention } = await ok('overview', {});
      return attention.filter(({ card }: Json) => card === 'some-fighters').flatMap((one: Json) => one.reasons);
    };
    const before = await reasons();
    const watch = { state: 'gone', since: '2026-11-19', lastLooked: '2026-11-20', score: null };
    const cards = [
      { id: 'some-fighters', watch },
      { id: 'other-words', watch: null },
    ];
    composer.found.watch = { lastLooked: '2026-11-20', total: 1, sources: [{ id: 'daily-example', cards }] };
    const ofPreview = [...before, 'The watch: the quote is gone from its page since 2026-11-19.'];
    expect(await reasons()).toEqual(ofPreview);
    const index = (day: string) => ({
      ...{ version: 2, revision: 'a', statesRevision: 'b', day },
      sources: { 'daily-example': [[{ ...watch, state: 'changed', lastLooked: day }, ['some-fighters']]] },
    });
    mkdirSync(composer.path('watch'));
    composer.write('watch/index.json', JSON.stringify(index('2026-11-19')));
    expect(await reasons()).toEqual(ofPreview);
    composer.write('watch/index.json', JSON.stringify(index('2026-11-21')));
    expect(await reasons()).toEqual([...before, 'The watch: the quote is changed on its page since 2026-11-19.']);
  });

  test('gets no id that another card has', async () => {
    const edit = await ofDaily('other-words', { id: 'some-fighters' });
    const { status, body } = await save(edit, true);
    expect([status, body.message]).toEqual([422, expect.stringContaining('is already used')]);
  });

  test('that was published needs an entry for what readers see, which records the earlier value', async () => {
    composer.publish();
    const edit = await ofDaily('some-fighters', { claim: 'Fighters reportedly stayed on' });
    const seen = await ok('try', { edit });
    expect(seen.published).toEqual({ on: '2026-11-22', changed: ['claim'], needsEntry: true });
    expect(seen.problems).toContainEqual({
      field: 'claim',
      message: expect.stringContaining('has changed since 2026-11-22'),
    });
    const entry = { type: 'corrected', reason: 'They stayed longer' };
    expect((await save({ ...edit, entry }, true)).status).toBe(200);
    expect(composer.read('cards/daily-example.yaml')).toMatch(
      / {4}history:\n {6}- \{ type: corrected, date: \d{4}-\d\d-\d\d, reason: They stayed longer, earlier: \{ claim: Fighters reportedly stayed \} \}\n/,
    );
    expect((await ok('try', { edit: { ...edit, entry } })).published).toMatchObject({ changed: ['claim'] });
  });

  test.each([
    ['retracted', {}, 'retracted'],
    ['superseded', { by: 'other-words' }, 'superseded'],
  ])('is %s through its history', async (type, more, state) => {
    composer.publish();
    const edit = await ofDaily(
      'some-fighters',
      {},
      { entry: { type, reason: 'The outlet has withdrawn it', ...more } },
    );
    expect((await save(edit, true)).status).toBe(200);
    const cards = (await ok('overview', {})).cards as { id: string; state: string }[];
    expect(cards.find(({ id }) => id === 'some-fighters')?.state).toBe(state);
  });

  test('of a source whose facts change gets an entry, as do the others of the source', async () => {
    composer.publish();
    const sourceFields = { publisher: 'Daily Examples' };
    const edit = await ofDaily(
      'some-fighters',
      {},
      { sourceFields, entry: { type: 'corrected', reason: 'The name has an s' } },
    );
    expect((await save(edit, true)).body.message).toBeUndefined();
    const text = composer.read('cards/daily-example.yaml');
    expect(text.match(/earlier: \{ source: \{ publisher: Daily Example \} \}/g)).toHaveLength(2);
  });

  test('is compared with others', async () => {
    const card = {
      id: 'side-by-side',
      kind: 'comparison',
      topics: ['Examples'],
      claim: 'Set side by side',
      rows: [
        { card: 'some-fighters', label: 'Fighters' },
        { card: 'other-words', label: 'Words', exact: 'are the words' },
      ],
      note: 'Not like for like.',
    };
    const { base } = await ok('edit', { source: null, card: null });
    const edit = editOf({ base, source: null }, { card });
    const seen = await ok('try', { edit });
    expect(seen.problems).toEqual([]);
    expect((await composer.call('draw', { key: seen.key, size: 'og', theme: 'light' })).status).toBe(200);
    expect((await save(edit)).status).toBe(200);
    expect(composer.read('cards/comparisons.yaml')).toContain(
      '      - { card: some-fighters, label: Fighters }\n      - { card: other-words, label: Words, exact: are the words }\n',
    );
  });
});

test('a draft outlives the composer, with its article, be it a page or a PDF', async () => {
  const { edit, article } = await propose();
  const { article: pdf } = await propose(WORDS, { file: { name: 'a.pdf', base64: PDF.toString('base64') } });
  const draft = { id: 'abcdefgh1', at: '2026-11-26T10:00:00Z', title: 'Boats', edit, origin: article.origin };
  await ok('keepDraft', { draft });
  await ok('keepDraft', { draft: { ...draft, id: 'abcdefgh2', edit: { ...edit, reading: pdf.reading } } });
  await composer.stop();
  await expect(composer.call('overview', {})).rejects.toThrow('ECONNREFUSED');
  const next = await composer.start();
  try {
    const token = next.address.pathname.split('/')[1] ?? '';
    expect(token).not.toBe(composer.token);
    const call = async (name: string, body: unknown) => {
      const headers = { 'content-type': 'application/json', 'x-composer-token': token };
      const response = await fetch(`${next.address.origin}/api/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await response.json()) as Json;
    };
    const { drafts } = await call('overview', {});
    expect(drafts).toContainEqual(draft);
    expect(await call('reopen', draft.origin)).toMatchObject({
      source: 'harbour-post-harbour-grows',
      text: article.text,
    });
    expect(await call('reopen', pdf.origin)).toMatchObject({ text: pdf.text, blocks: pdf.blocks });
  } finally {
    await next.stop();
  }
});
