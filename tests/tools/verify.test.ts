import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const TEXT =
  'Some headline\n\nThe country reportedly hosts up to 1,000 fighters.\n\n“And these are\nthe words,” Somebody said.\n\nThe rest of the text has a few more words that nobody quotes.\n';
const HASH = createHash('sha256').update(TEXT).digest('hex');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  mkdirSync(join(root, 'cards'));
  mkdirSync(join(root, 'texts'));
  writeFileSync(join(root, 'texts/whatever it is called.txt'), TEXT);
  writeCards(GOOD_FILE);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const writeCards = (text: string) =>
  writeFileSync(join(root, 'cards/daily-example.yaml'), text.replace('a'.repeat(64), HASH));
const run = (tool: string, ...args: string[]) =>
  spawnSync(process.execPath, [resolve(`src/tools/${tool}.ts`), ...args], { cwd: root, encoding: 'utf8' });
const verify = () => run('verify', '--texts', 'texts');
const lock = () => JSON.parse(readFileSync(join(root, 'cards/evidence.lock.json'), 'utf8')).cards;

test('takes the captured text over, whatever the file is called, finds every quote in it, and writes the lock', () => {
  const { status, stdout } = verify();
  expect(stdout).toContain(`some-fighters  exact       1.00   captures/${HASH}.txt:3`);
  expect(stdout).toContain(`other-words    normalised  1.00   captures/${HASH}.txt:5`);
  expect(stdout).toContain('2 of 2 quotes found');
  expect(status).toBe(0);
  expect(lock()['some-fighters']).toMatchObject({
    snapshot: HASH,
    from: 'snapshot',
    match: 'exact',
    start: TEXT.indexOf('reportedly'),
    end: TEXT.indexOf(' fighters') + ' fighters'.length,
    pageText: null,
  });
  expect(lock()['other-words']).toMatchObject({ match: 'normalised', pageText: 'these are\nthe words' });
});

test('then check has nothing to say, until one word of a quote changes: it names the card', () => {
  verify();
  expect(run('check').stdout).toContain('2 cards from 1 source: no problems.');
  writeCards(GOOD_FILE.replace('reportedly hosts', 'reportedly has'));
  const { status, stderr } = run('check');
  expect(status).toBe(2);
  expect(stderr).toContain('cards[0].quote of "some-fighters" has changed since it was found in its source.');
});

test('verifies a single source, and keeps the entries of the others', () => {
  expect(run('verify', '--texts', 'texts', '--source', 'daily-example').stdout).toContain('2 of 2 quotes found');
  expect(run('verify', '--texts', 'texts', '--source', 'nobody')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('The source "nobody" does not exist.'),
  });
  expect(Object.keys(lock())).toHaveLength(2);
});

test('verifies one source despite unfinished files of others, which are listed', () => {
  writeFileSync(
    join(root, 'cards/half-done.yaml'),
    GOOD_FILE.replace('id: daily-example', 'id: half-done').replace('claim: Fighters', '# '),
  );
  const { status, stdout, stderr } = run('verify', '--texts', 'texts', '--source', 'daily-example');
  expect(status).toBe(0);
  expect(stdout).toContain('2 of 2 quotes found');
  expect(stderr).toContain(
    'Ignored, because only "daily-example" is verified:\ncards/half-done.yaml:11: cards[0].claim',
  );
  expect(run('verify', '--texts', 'texts').status).toBe(2);
  expect(run('verify', '--texts', 'texts', '--source', 'half-done')).toMatchObject({
    status: 2,
    stderr: expect.not.stringContaining('Left aside'),
  });
});

test('but not despite unreadable speakers, which the checks need', () => {
  writeFileSync(join(root, 'cards/speakers.yaml'), '- id: 5');
  expect(run('verify', '--texts', 'texts', '--source', 'daily-example').status).toBe(2);
});

/** A page, and the cards of it. */
function writePage(html: string): void {
  writeFileSync(join(root, 'texts/page.html'), html);
  const hash = createHash('sha256').update(html).digest('hex');
  writeFileSync(join(root, 'cards/daily-example.yaml'), GOOD_FILE.replace('a'.repeat(64), hash));
}

test('a stated publication date that the page does not have is one warning, at the line of the source', () => {
  const page = (date: string) =>
    `<p>${date}</p><p>It reportedly hosts up to 1,000 fighters. “And these are the words,” Somebody said.</p><p>The rest of the text has a few more words that nobody quotes.</p>`;
  writePage(page('2 November 2023'));
  expect(verify()).toMatchObject({ status: 0 });
  writePage(page('3 November 2023'));
  const { status, stdout, stderr } = verify();
  expect(status).toBe(2);
  expect(stdout).toContain('1 warning to fix');
  expect(stderr.trim().split('\n')).toEqual([
    'cards/daily-example.yaml:6: source.published.date 2 November 2023 has the basis “stated”, but neither the article nor the rest of the page contains this date. Correct the date. If you inferred it, set basis to inferred and add the reason. If another page says it, set basis to external. If its cards are true anyway, accept the warning and give the reason: accept: [{ check: published-not-in-text, because: "…" }].',
  ]);
  expect(run('check').stderr).toContain('1 problem in the catalogue.');
});

test('a publication date that only the metadata of a page have is confirmed, with where', () => {
  writePage(
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2023-11-02T10:00:00+02:00"}</script>
    <p>It reportedly hosts up to 1,000 fighters. “And these are the words,” Somebody said.</p><p>The rest of the text has a few more words that nobody quotes.</p>`,
  );
  expect(verify()).toMatchObject({ status: 0 });
  expect(lock()).toMatchObject({
    'some-fighters': { checks: { published: { outcome: 'confirmed', from: 'JSON-LD datePublished' } } },
  });
  expect(run('check').status).toBe(0);
});

test('a similar quote is drift, shown with its score and never written', () => {
  writeCards(GOOD_FILE.replace('reportedly hosts up to 1,000 fighters"', 'reportedly hosted up to 1,000 fighters"'));
  const { status, stdout } = verify();
  expect(status).toBe(2);
  expect(stdout).toMatch(/some-fighters {2}drift {6} 0\.9\d {3}.+:3 reads “reportedly hosts up to 1,000 fighters”/);
  expect(lock()).not.toHaveProperty('some-fighters');
});

test.each([
  [
    'similar words',
    'exact: "reportedly hosted up to 1,000 fighters"',
    'does not occur in the source in these words. PLACE:3 reads “reportedly hosts up to 1,000 fighters”. Copy the words of the source.',
  ],
  [
    'a part of a number',
    'exact: "up to 1,00"',
    'does not occur in the source in these words. PLACE:3 reads “up to 1,00”, inside a word or number. Quote the whole word.',
  ],
  [
    'words that are not there',
    'exact: "ヴァグネル"',
    'does not occur in PLACE, and neither do similar words. Check that it is the right text, and copy the words from it.',
  ],
  [
    'words that occur twice',
    'exact: words',
    'is ambiguous. PLACE, lines 6, 8: occurs 2 times, add quote.prefix or quote.suffix: the words directly before or after the intended occurrence.',
  ],
  [
    'context that is not beside it',
    'exact: "up to 1,000", context: { before: "has", after: null }',
    'was found at PLACE:3, but is not between the words of quote.context. Copy the words directly before and after it from the same paragraph.',
  ],
])('%s: the line of the card, the searched text, and the fix', (_, quote, message) => {
  writeCards(GOOD_FILE.replace(/quote: \{ exact: "reportedly.+\}/, `quote: { ${quote} }`));
  const { status, stderr } = verify();
  expect(status).toBe(2);
  expect(stderr).toContain(
    `cards/daily-example.yaml:19: cards[0].quote.exact ${message.replace('PLACE', `captures/${HASH}.txt`)}\n`,
  );
});

test('drift takes the entry away that the words had before', () => {
  verify();
  writeCards(GOOD_FILE.replace('reportedly hosts', 'reportedly hosted'));
  verify();
  expect(Object.keys(lock())).toEqual(['other-words']);
});

test('a quote that occurs twice needs a prefix or suffix', () => {
  writeFileSync(join(root, 'texts/whatever it is called.txt'), `${TEXT}these are the words`);
  const hash = createHash('sha256').update(`${TEXT}these are the words`).digest('hex');
  writeFileSync(join(root, 'cards/daily-example.yaml'), GOOD_FILE.replace('a'.repeat(64), hash));
  const { status, stdout } = verify();
  expect(status).toBe(2);
  expect(stdout).toContain('lines 5, 9: occurs 2 times, add quote.prefix or quote.suffix');
});

test('proves the catalogue again from the captures alone', () => {
  verify();
  const before = lock();
  rmSync(join(root, 'texts'), { recursive: true });
  expect(run('verify', '--offline')).toMatchObject({ status: 0, stderr: '' });
  expect(run('verify')).toMatchObject({ status: 0, stderr: '' });
  expect(lock()).toEqual(before);
});

test('an unchanged entry keeps its day, so that branches do not conflict', () => {
  verify();
  const file = join(root, 'cards/evidence.lock.json');
  const text = readFileSync(file, 'utf8').replace(/"checkedAt":"[^"]+"/g, '"checkedAt":"2026-11-22"');
  writeFileSync(file, text);
  verify();
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test.each(['2099-01-01', '2020-01-01'])('an entry of a day that cannot be, %s, gets its day', (day) => {
  verify();
  const file = join(root, 'cards/evidence.lock.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"checkedAt":"[^"]+"/, `"checkedAt":"${day}"`));
  expect(run('check').stderr).toContain(`cards/evidence.lock.json:4: "other-words" was checked on ${day}`);
  verify();
  expect(run('check')).toMatchObject({ status: 0 });
});

test('without a capture the tool fails, says how to get one, and proven entries stay', () => {
  verify();
  rmSync(join(root, 'captures'), { recursive: true });
  const { status, stderr } = run('verify', '--offline');
  expect(status).toBe(1);
  expect(stderr).toContain(`daily-example: captures/ has no capture with the SHA-256 ${HASH}. Pass the folder`);
  expect(Object.keys(lock())).toHaveLength(2);
});

test('a run that read nothing removes no entry, not even of a card that is gone', () => {
  verify();
  rmSync(join(root, 'captures'), { recursive: true });
  rmSync(join(root, 'cards/daily-example.yaml'));
  expect(run('verify', '--offline').status).toBe(0);
  expect(Object.keys(lock())).toHaveLength(2);
});

test('a run that read every source removes entries of cards that are gone', () => {
  verify();
  writeCards(GOOD_FILE.slice(0, GOOD_FILE.indexOf('  - id: other-words')));
  expect(run('check').stderr).toContain(
    'cards/evidence.lock.json:4: "other-words" is not a card. Run npm run verify, which removes this line.',
  );
  verify();
  expect(Object.keys(lock())).toEqual(['some-fighters']);
});

test('a capture whose bytes are not those of its name is refused, and proven entries stay', () => {
  verify();
  writeFileSync(join(root, `captures/${HASH}.txt`), `${TEXT}more`);
  const { status, stderr } = run('verify', '--offline');
  expect(status).toBe(1);
  expect(stderr).toContain(`captures/${HASH}.txt does not match its name`);
  expect(Object.keys(lock())).toHaveLength(2);
});

test('runs for two sources at once keep the entries of both', async () => {
  verify();
  const others = ['b', 'c', 'd'].map((name) => `other-${name}`);
  for (const id of others) {
    const text = GOOD_FILE.replace('id: daily-example', `id: ${id}`).replace('a'.repeat(64), HASH);
    const unique = text
      .replace('id: some-fighters', `id: ${id}-fighters`)
      .replace('id: other-words', `id: ${id}-words`);
    writeFileSync(join(root, `cards/${id}.yaml`), unique);
  }
  const runs = others.map((id) => {
    const args = [resolve('src/tools/verify.ts'), '--offline', '--source', id];
    return new Promise((settle) => spawn(process.execPath, args, { cwd: root }).once('close', settle));
  });
  expect(await Promise.all(runs)).toEqual([0, 0, 0]);
  expect(Object.keys(lock())).toHaveLength(8);
});

test('two ways to read at once are refused', () => {
  expect(run('verify', '--offline', '--live')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Use only one of --offline, --live and --texts.'),
  });
});

test('a missing folder and an unknown option are reported', () => {
  expect(run('verify', '--texts', 'nowhere')).toMatchObject({ status: 1, stderr: expect.stringContaining('nowhere') });
  expect(run('verify', '--text', 'texts')).toMatchObject({ status: 1, stderr: expect.stringContaining('Usage:') });
  expect(existsSync(join(root, 'cards/evidence.lock.json'))).toBe(false);
});

test('a lock that was edited by hand is refused', () => {
  writeFileSync(join(root, 'cards/evidence.lock.json'), '{"version":1,"cards":{"a":1}}');
  expect(run('check').stderr).toContain(
    'cards/evidence.lock.json:1: cannot be read (cards.a). Do not edit it by hand. Restore the committed file',
  );
});

test('a folder, and bytes that are not UTF-8, are named in place of a file', () => {
  mkdirSync(join(root, 'cards/notes.yaml'));
  writeFileSync(join(root, 'cards/other.yaml'), Buffer.concat([Buffer.from('source:\n  id: '), Buffer.of(0xe4, 0x0a)]));
  for (const tool of ['check', 'verify']) {
    const { status, stderr } = run(tool);
    expect(status).toBe(2);
    expect(stderr).toContain('cards/notes.yaml:1: is a folder. Give it a name without .yaml.');
    expect(stderr).toContain('cards/other.yaml:2: has bytes that are not UTF-8. Save the file as UTF-8.');
  }
  mkdirSync(join(root, 'cards/site.yaml'));
  expect(run('check').stderr).toContain('cards/site.yaml:1: is a folder.');
});

test('check names the sizes in which a card has too much text', () => {
  const wordy = Array.from(
    { length: 5 },
    (_, index) => `Somebody With A Very Long Name And Title Of The Office ${index}`,
  );
  writeCards(
    GOOD_FILE.replace('attribution: [Somebody, Daily Example]', `attribution: [${wordy.join(', ')}]`)
      .replace('Somebody on something', 'Somebody '.repeat(15).trim())
      .replace('"these are the words"', `"${'wordiestword '.repeat(22)}the words"`),
  );
  expect(run('check').stderr).toContain('"other-words" has too much text for og, story. Shorten the claim,');
});

/** Writes a text, and one card with a quote. */
function writeQuote(text: string, quote: string): void {
  writeFileSync(join(root, 'texts/whatever it is called.txt'), text);
  const [head] = GOOD_FILE.split('  - id: other-words');
  const card = head?.replace(/quote: \{.+\}/, `quote: { ${quote} }`) ?? '';
  const hash = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(root, 'cards/daily-example.yaml'), card.replace('a'.repeat(64), hash));
}

test('a quote that spans two paragraphs is rejected without acrossBlocks', () => {
  const text = 'They sent up to 1,000 fighters.\n\nMore came.\n';
  writeQuote(text, 'exact: "up to 1,000 fighters. More came"');
  const { status, stdout } = verify();
  expect(status).toBe(2);
  expect(stdout).toContain(
    'spans more than one paragraph, heading, cell or list item. Quote only one of them, or add acrossBlocks: true',
  );
  writeQuote(text, 'exact: "up to 1,000 fighters. More came", acrossBlocks: true');
  expect(verify().status).toBe(0);
  expect(lock()['some-fighters'].pageText).toBe('up to 1,000 fighters.\n\nMore came');
});

test('a quote in capitals is refused with the words of the page', () => {
  writeQuote('They sent up to 1,000 Fighters.\n', 'exact: "UP TO 1,000 FIGHTERS"');
  const { status, stdout } = verify();
  expect(status).toBe(2);
  expect(stdout).toContain('reads “up to 1,000 Fighters”, in different letter case. Use the case of the page');
});

test('a quote over lines that begins with words which occur before is refused: a browser would go there', () => {
  const text = 'The one thousand men.\nThe one thousand men\nleft in May.\n';
  writeQuote(text, 'exact: "one thousand men left"');
  expect(verify().stdout).toContain('browsers scroll to an earlier “one thousand men”. Add the words before the quote');
});

test('a quote that cuts a word or a number is refused with the fix', () => {
  writeQuote('They can’t send 1,000,000 fighters.\n', 'exact: "can’t send 1,000"');
  expect(verify().stdout).toContain('reads “can’t send 1,000”, inside a word or number. Quote the whole word');
});

test('a prefix over two lines is refused: a browser does not find it', () => {
  writeQuote(
    'Read also\nBy Ann\nup to 1,000 fighters\nup to 1,000 fighters',
    'exact: "up to 1,000 fighters", prefix: "also By Ann"',
  );
  expect(verify().stdout).toContain(
    'quote.prefix spans several lines, so browsers do not find it. Shorten it to “By Ann”',
  );
});

test('the lock says whether a quote begins and ends a sentence', () => {
  writeQuote('They sent up to 1,000 fighters. More came.\n', 'exact: "up to 1,000 fighters"');
  verify();
  expect(lock()['some-fighters'].place).toMatchObject({
    block: null,
    part: null,
    beginsSentence: false,
    endsSentence: true,
  });
});

describe('further quotes that a claim rests on', () => {
  const OTHER_TEXT =
    'Another article.\n\nNobody has counted the fighters, it says.\n\nSome more words for a longer text.\n';
  const OTHER_HASH = createHash('sha256').update(OTHER_TEXT).digest('hex');
  const OTHER_FILE = GOOD_FILE.replaceAll('daily-example', 'other')
    .replace('https://example.org/article', 'https://other.example/')
    .replace(/cards:\n.*/s, 'cards: []\n')
    .replace('a'.repeat(64), OTHER_HASH);
  const supported = (exact = 'Nobody has counted the fighters') =>
    GOOD_FILE.replace(
      'highlight: "up to 1,000 fighters" }\n',
      `highlight: "up to 1,000 fighters" }\n    support:\n      - { quote: { exact: "The rest" } }\n      - { source: other, quote: { exact: "${exact}" } }\n`,
    );
  beforeEach(() => {
    writeFileSync(join(root, 'texts/other.txt'), OTHER_TEXT);
    writeFileSync(join(root, 'cards/other.yaml'), OTHER_FILE);
  });

  test('are found, each in its own source, and written into the lock', () => {
    writeCards(supported());
    const { status, stdout } = verify();
    expect(stdout).toContain('4 of 4 quotes found');
    expect(status).toBe(0);
    expect(lock()['some-fighters#1']).toMatchObject({ snapshot: HASH, match: 'exact' });
    expect(lock()['some-fighters#2']).toMatchObject({ snapshot: OTHER_HASH, match: 'exact' });
    expect(run('check').status).toBe(0);
  });

  test('are missing if that source does not contain them, and check rejects the card', () => {
    writeCards(supported());
    verify();
    writeCards(supported('Somebody has counted the fighters'));
    expect(run('check').stderr).toContain(
      'cards[0].support[1].quote of "some-fighters" has not been found in "other" in its current version. Run npm run verify.',
    );
    expect(verify().status).toBe(2);
    expect(lock()).not.toHaveProperty('some-fighters#2');
  });

  test('cannot be of a source that is not in the catalogue', () => {
    writeCards(supported().replace('source: other', 'source: nobody'));
    expect(run('check').stderr).toContain('cards[0].support[1].source "nobody" is not a source in this catalogue.');
  });

  test('let a claim say what its quote does not', () => {
    const claim = 'claim: Fighters reportedly stayed, and nobody has counted 5,000 others';
    const text = supported().replace('claim: Fighters reportedly stayed', claim);
    writeCards(text);
    expect(verify().stderr).toContain('says “5,000”');
    const counted = OTHER_TEXT.replace('fighters, it', '5,000 other fighters, it');
    writeFileSync(join(root, 'texts/other.txt'), counted);
    const hash = createHash('sha256').update(counted).digest('hex');
    writeFileSync(join(root, 'cards/other.yaml'), OTHER_FILE.replace(OTHER_HASH, hash));
    writeCards(text.replace('Nobody has counted the fighters', 'Nobody has counted the 5,000 other fighters'));
    const { stderr } = verify();
    expect(stderr).not.toContain('5,000');
  });
});
