/** A project folder of its own with a small catalogue, in which the tools are run as a maintainer runs them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lockText } from '../../src/card/evidence/lock.ts';
import { GOOD_FILE } from './catalog-file.ts';
import { lockOf } from './lock.ts';

const PARTS = ['src', 'assets', 'package.json', 'package-lock.json', 'tsconfig.json'];

const COMPARISONS = `cards:
  - id: side-by-side
    kind: comparison
    topics: [Examples]
    claim: Set side by side
    rows:
      - { card: some-fighters, label: "Fighters" }
      - { card: other-words, label: "Words" }
    note: Not like for like.
`;

export type Run = { status: number; stdout: string; stderr: string };

export function openWorkshop() {
  const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  for (const part of PARTS) cpSync(part, join(root, part), { recursive: true });
  // Whatever address a maintainer sets.
  const config = readFileSync('wrangler.toml', 'utf8').replace(/^PUBLIC_URL = .*$/m, 'PUBLIC_URL = ""');
  writeFileSync(join(root, 'wrangler.toml'), config);
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'cards'));
  const start = (tool: string, args: string[] = [], { detached = false } = {}): ChildProcess =>
    spawn(process.execPath, [`src/tools/${tool}.ts`, ...args], {
      cwd: root,
      // No test asks Cloudflare.
      env: { ...process.env, CLOUDFLARE_API_TOKEN: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached,
    });
  return {
    root,
    path: (path: string) => join(root, path),
    /** Writes the catalogue of two cards, every quote proven; with `compare`, a comparison of both. */
    writeCards(text = GOOD_FILE, { compare = false } = {}) {
      writeFileSync(join(root, 'cards/daily-example.yaml'), text);
      writeFileSync(join(root, 'cards/comparisons.yaml'), compare ? COMPARISONS : 'cards: []\n');
      writeFileSync(join(root, 'cards/evidence.lock.json'), lockText(lockOf([{ name: 'daily-example.yaml', text }])));
    },
    start,
    run: async (tool: string, args: string[] = []): Promise<Run> => {
      const child = start(tool, args);
      let [stdout, stderr] = ['', ''];
      child.stdout?.on('data', (data) => (stdout += data));
      child.stderr?.on('data', (data) => (stderr += data));
      const status = await new Promise<number>((settle) => child.once('close', (code) => settle(code ?? -1)));
      return { status, stdout, stderr };
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
