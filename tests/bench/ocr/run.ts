/**
 * `npm run bench:ocr [-- WORDS]`: the share of words that tesseract reads in the picture `og` of every card, in each theme, shown 360
 * and 600 px wide. WORDS: only the cards whose kind and id contain them, for example comparison. Exit code 1 if a target is missed or a picture lacks an expected word.
 */
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import sharp from 'sharp';
import { DEFAULT_BRAND } from '../../../src/card/site.ts';
import { compileCatalog, linkRecords } from '../../../src/catalog/compile.ts';
import { readCatalogFiles, readLock } from '../../../src/tools/catalog-files.ts';
import { registerModuleHooks } from '../../../src/tools/module-hooks.ts';
import { shippedFolder } from '../../cards/shipped.ts';
import { findExpected, findLost, parseTable, type ReadWord, type Word } from './expected.ts';

/** The least shares of all words and of marked words at each width, and of the words of a single card at the first. */
const TARGETS = { 360: { all: 0.95, marked: 0.93 }, 600: { all: 0.985, marked: 0 } } as const;
const LEAST_OF_A_CARD = 0.85;
type Width = keyof typeof TARGETS;
const WIDTHS = Object.keys(TARGETS).map(Number) as Width[];

/**
 * The width to which the shrunk picture is enlarged. Its capitals are then 26 px high or more; tesseract reads capitals of
 * 20 to 40 px best.
 */
const READ_WIDTH = 1800;

/**
 * One language model; sparse text in no order (11), because a card has texts side by side; a local threshold (1), because a
 * card has light and dark parts.
 */
const OPTIONS = ['-l', 'eng', '--psm', '11', '--dpi', '300', '-c', 'thresholding_method=1'];

if (spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout?.includes('\neng\n') !== true) {
  console.error(
    'tesseract with its model "eng" is not installed. On Debian: apt-get install tesseract-ocr tesseract-ocr-eng.',
  );
  process.exit(2);
}

registerModuleHooks();
const { renderImage } = await import('../../../src/render/image.ts');
const { canvasOf } = await import('../../../src/render/layouts/frame.ts');
const { layoutCard } = await import('../../../src/render/layouts/layout.ts');
const { SIZES, THEME_NAMES } = await import('../../../src/render/variant.ts');
const { layOut } = await import('../../helpers/boxes.ts');

type Job = { id: string; theme: string; width: Width; png: Uint8Array; words: Word[] };

/** The words of a picture, read as it is and in inverted colours: tesseract expects dark text on a light ground. */
async function readWords({ png, width }: Job): Promise<ReadWord[][]> {
  const shown = await sharp(png).resize({ width, kernel: 'lanczos3' }).png().toBuffer();
  const enlarged = sharp(shown).resize({ width: READ_WIDTH, kernel: 'cubic' });
  const inverted = enlarged.clone().negate({ alpha: false });
  return [await readPicture(await enlarged.png().toBuffer()), await readPicture(await inverted.png().toBuffer())];
}

async function readPicture(picture: Uint8Array): Promise<ReadWord[]> {
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const program = execFile('tesseract', ['-', '-', ...OPTIONS, 'tsv'], { env });
  let table = '';
  program.stdout?.on('data', (part: string) => {
    table += part;
  });
  program.stdin?.end(picture);
  const [code] = await once(program, 'close');
  if (code !== 0) throw new Error(`tesseract ended with code ${code}`);
  return parseTable(table, READ_WIDTH / SIZES.og.width);
}

const [wanted = ''] = process.argv.slice(2);
const { catalog } = compileCatalog(await readCatalogFiles(shippedFolder), (await readLock()).lock);
const records = linkRecords(catalog).filter(({ card }) => `${card.kind}/${card.id}`.includes(wanted));
const jobs: Job[] = [];
const [missing, shared, unknown] = [new Set<string>(), new Set<string>(), new Set<string>()];
for (const theme of THEME_NAMES) {
  for (const record of records) {
    const { id } = record.card;
    const pageUrl = `https://cards.example.org/cards/${id}`;
    const options = { size: 'og', theme, brand: DEFAULT_BRAND, pageUrl, sourceUrl: pageUrl } as const;
    const png = await renderImage(record, { ...options, format: 'png' });
    const { runs } = await layOut(layoutCard(record, canvasOf(DEFAULT_BRAND, options, pageUrl)), 'og');
    const expected = findExpected(record, runs);
    for (const field of expected.missing) missing.add(`${id}, ${field}`);
    for (const field of expected.shared) shared.add(`${id}, ${field}`);
    for (const word of expected.unknown) unknown.add(word);
    for (const width of WIDTHS) jobs.push({ id, theme, width, png, words: expected.words });
  }
}

const results: { job: Job; lost: Word[] }[] = [];
const waiting = [...jobs];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const { words } = job;
      const lost = (await readWords(job)).map((reading) => findLost(words, reading));
      results.push({ job, lost: words.filter((word) => lost.every((each) => each.has(word))) });
    }
  }),
);

const share = (lost: number, all: number) => (all === 0 ? 1 : 1 - lost / all);
const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
let isMet = missing.size === 0;
console.log('theme   width  cards  words  read     marked  read');
for (const theme of THEME_NAMES) {
  for (const width of WIDTHS) {
    const of = results.filter(({ job }) => job.theme === theme && job.width === width);
    const [words, lost] = [of.flatMap(({ job }) => job.words), of.flatMap((result) => result.lost)];
    const marked = words.filter((word) => word.marked).length;
    const read = share(lost.length, words.length);
    const markedRead = share(lost.filter((word) => word.marked).length, marked);
    isMet &&= read >= TARGETS[width].all && markedRead >= TARGETS[width].marked;
    const cells = [
      theme.padEnd(7),
      String(width).padEnd(6),
      String(of.length).padEnd(6),
      String(words.length).padEnd(6),
    ];
    console.log([...cells, percent(read).padEnd(8), String(marked).padEnd(7), percent(markedRead)].join(' '));
  }
}

const [narrowest] = WIDTHS;
const shareOf = ({ job, lost }: (typeof results)[number]) => share(lost.length, job.words.length);
const worst = results.filter((result) => result.job.width === narrowest && shareOf(result) < LEAST_OF_A_CARD);
isMet &&= worst.length === 0;
console.log(`\nCards below ${100 * LEAST_OF_A_CARD} % at ${narrowest} px: ${worst.length}`);
for (const result of worst.toSorted((a, b) => shareOf(a) - shareOf(b))) {
  const lost = result.lost.map(({ text }) => text).join(' ');
  console.log(`  ${result.job.theme} ${result.job.id}: ${percent(shareOf(result))}; lost: ${lost}`);
}
const list = (title: string, items: Set<string>) =>
  console.log(`\n${title}: ${items.size === 0 ? 'none' : `\n  ${[...items].join('\n  ')}`}`);
list('Not counted, because the model has not all of their letters', unknown);
list('Drawn only as a part of another field, and counted once', shared);
list('Fields that a picture does not draw', missing);
process.exitCode = isMet ? 0 : 1;
