/** Whatever is saved, killed, built or compiled beside it, a build is right or fails: each is followed by requests. */
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorker } from '../../src/tools/deployment/try-out.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { openWorkshop } from '../helpers/workshop.ts';

const ORIGIN = ['--origin', 'https://cards.example.org'];
/** For a machine that does other things as well. */
const BUSY = { timeout: 180_000 };
const DEPLOYMENT = 'build/deployment';

let workshop: ReturnType<typeof openWorkshop>;
const reopen = () => {
  workshop = openWorkshop();
  workshop.writeCards();
};

const CLAIM = 'Fighters reportedly stayed';
const claiming = (claim: string) => GOOD_FILE.replace(CLAIM, claim);
/** The quote of the first card is another than the one that was proven. */
const UNPROVEN = GOOD_FILE.replaceAll('up to 1,000 fighters', 'some 1,000 fighters').replace(
  'text: "up to 1,000"',
  'text: "some 1,000"',
);
const save = (text: string) => writeFileSync(workshop.path('cards/daily-example.yaml'), text);
/** Saves a catalogue that was verified as it is. */
const saveProven = (text: string) => workshop.writeCards(text);

/** What readers get of the first card in every form, from the built Worker: its claim and its words. */
async function served(): Promise<{ claim: string; quote: string; pageHasClaim: boolean; pictures: number[] }> {
  const worker = await startWorker(workshop.path(`${DEPLOYMENT}/wrangler.json`));
  try {
    const card = (await (await worker.ask('/cards/some-fighters.json')).json()) as {
      claim: string;
      quote: { exact: string };
      evidence: { match: string } | null;
    };
    expect(card.evidence?.match).toBe('exact');
    const page = await (await worker.ask('/cards/some-fighters')).text();
    const pictures = globSync('cards/**/*.{png,svg}', { cwd: workshop.path(`${DEPLOYMENT}/public`) });
    const statuses = await Promise.all(pictures.map(async (path) => (await worker.ask(`/${path}`)).status));
    // A PNG names the claim in its text; so all pictures are those of this claim.
    for (const path of pictures.filter((name) => name.includes('some-fighters') && name.endsWith('.png')))
      expect(readFileSync(workshop.path(`${DEPLOYMENT}/public/${path}`)).includes(card.claim), path).toBe(true);
    return { claim: card.claim, quote: card.quote.exact, pageHasClaim: page.includes(card.claim), pictures: statuses };
  } finally {
    await worker.stop();
  }
}

/** Every file of the deployment, by its path, with the SHA-256 of its bytes. */
function deployed(): Map<string, string> {
  const folder = workshop.path(DEPLOYMENT);
  const files = globSync('**', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

const ALL_WELL = { claim: CLAIM, quote: 'reportedly hosts up to 1,000 fighters', pageHasClaim: true };
const EVERY_PICTURE = Array(18).fill(200);

/** What lies in the folder of the running build, in the order in which it comes. */
const MOMENTS = {
  'after the snapshot': 'project/node_modules',
  'while the Worker is bundled': 'project/bundle.json',
  'after the bundle': 'deployment/worker/index.js',
  'while pictures are drawn': 'deployment/public/_headers',
} as const;

/** Waits until a running build has made a file. */
async function reached(moment: keyof typeof MOMENTS, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const [work] = readdirSync(workshop.path('.'), { withFileTypes: true }).some(({ name }) => name === 'build')
      ? readdirSync(workshop.path('build')).filter((name) => name.startsWith('work-'))
      : [];
    if (work && globSync(workshop.path(`build/${work}/${MOMENTS[moment]}`)).length > 0) return true;
    await setTimeout(2);
  }
  return false;
}

const ended = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await new Promise((settle) => child.once('close', settle));
  return child.exitCode;
};

/** Ends a process and all that it started, without a word. */
async function killAll(child: ChildProcess): Promise<void> {
  try {
    process.kill(-(child.pid as number), 'SIGKILL');
  } catch {
    // It has ended already.
  }
  await ended(child);
}

describe('a file saved during a build', BUSY, () => {
  beforeAll(reopen);
  afterAll(() => workshop.close());

  test('is of the next build, at every moment', async () => {
    const code = ['src/render/variant.ts', 'src/tools/deployment/draw.ts'].map((path) => workshop.path(path));
    const before = code.map((path) => readFileSync(path));
    const child = workshop.start('build', ORIGIN);
    for (const moment of Object.keys(MOMENTS) as (keyof typeof MOMENTS)[]) {
      expect(await reached(moment, child), moment).toBe(true);
      save(UNPROVEN);
      for (const path of code) appendFileSync(path, '\n syntax error');
    }
    expect(await ended(child)).toBe(0);
    for (const [index, path] of code.entries()) writeFileSync(path, before[index] as Buffer);
    expect(await served()).toEqual({ ...ALL_WELL, pictures: EVERY_PICTURE });
  });

  test('again and again between two good states gives one of them in every form, or fails', async () => {
    const child = workshop.start('build', ORIGIN);
    for (let turn = 0; child.exitCode === null; turn++) {
      saveProven(claiming(turn % 2 === 0 ? 'Fighters reportedly left' : CLAIM));
      await setTimeout(150);
    }
    if ((await ended(child)) !== 0) return;
    const { claim, pageHasClaim, pictures } = await served();
    expect([CLAIM, 'Fighters reportedly left']).toContain(claim);
    expect([pageHasClaim, pictures]).toEqual([true, EVERY_PICTURE]);
  });
});

describe('a build after another one', BUSY, () => {
  beforeAll(reopen);
  afterAll(() => workshop.close());

  test('that was killed, at every moment, is right', async () => {
    for (const moment of Object.keys(MOMENTS) as (keyof typeof MOMENTS)[]) {
      saveProven(claiming(`Killed ${moment}`));
      const child = workshop.start('build', ORIGIN, { detached: true });
      expect(await reached(moment, child), moment).toBe(true);
      await killAll(child);
    }
    saveProven(GOOD_FILE);
    expect((await workshop.run('build', ORIGIN)).status).toBe(0);
    expect(await served()).toEqual({ ...ALL_WELL, pictures: EVERY_PICTURE });
    expect(readdirSync(workshop.path('build')).sort()).toEqual(['deployment', 'store']);
  });

  // Goes on with the deployment of the test before it.
  test('of an edit that was undone is right, and one of an unproven quote leaves the last good deployment', async () => {
    saveProven(claiming('Fighters reportedly left'));
    expect((await workshop.run('build', ORIGIN)).status).toBe(0);
    expect((await served()).claim).toBe('Fighters reportedly left');
    const good = deployed();
    expect(good.size).toBeGreaterThan(20);
    save(UNPROVEN);
    expect((await workshop.run('build', ORIGIN)).status).toBe(2);
    expect(deployed()).toEqual(good);
    saveProven(GOOD_FILE);
    expect((await workshop.run('build', ORIGIN)).status).toBe(0);
    expect(await served()).toEqual({ ...ALL_WELL, pictures: EVERY_PICTURE });
  });
});

describe('beside a build', BUSY, () => {
  beforeAll(reopen);
  afterAll(() => workshop.close());

  test('another build and compilations of other states run, and both builds are right', async () => {
    const first = workshop.start('build', ORIGIN);
    expect(await reached('after the snapshot', first)).toBe(true);
    saveProven(claiming('Fighters reportedly left'));
    const second = workshop.start('build', ORIGIN);
    await setTimeout(1500);
    saveProven(claiming('Compiled beside'));
    await workshop.run('compile');
    expect(await ended(first)).toBe(0);
    // A build that took the cards of one state with the evidence of the other rejects them.
    expect([0, 2]).toContain(await ended(second));
    // Whichever ended last is the deployment.
    const { claim, pageHasClaim, pictures } = await served();
    expect([CLAIM, 'Fighters reportedly left', 'Compiled beside']).toContain(claim);
    expect([pageHasClaim, pictures]).toEqual([true, EVERY_PICTURE]);
  });
});
