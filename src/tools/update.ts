/** `npm run update`: merges a new version of this project into your own catalogue. Exit codes: 0 merged, 2 refused or conflicts, 1 the tool failed. */
import { existsSync } from 'node:fs';
import { SITE_FILE } from '../catalog/load.ts';
import { readOptions, runTool } from './command-line.ts';
import { git, linesOf, uncommitted } from './git.ts';
import { CARD_FOLDER, EXAMPLES } from './init/move.ts';
import { findSwallowed } from './new/swallowed.ts';
import { WATCH_FOLDER } from './watch-files.ts';

const REMOTE = 'upstream';

const USAGE = `Usage: npm run update [-- --from REF]

Merges a new version of this project into your repository. It does not change ${CARD_FOLDER}/ and ${WATCH_FOLDER}/, and puts the new shipped
cards into ${EXAMPLES}/.

  --from REF   the branch, tag or commit to merge (default: ${REMOTE}/main)

Exit codes: 0 merged, 2 refused, or conflicts remain, 1 the tool failed.`;

const OPTIONS = { from: { type: 'string' } } as const;

/** Why the update stops, and how to continue. */
class Refused extends Error {}

/** Runs git. @throws Refused if it fails */
function run(args: string[], { input, otherwise }: { input?: string; otherwise?: string } = {}): string {
  const { ok, out, error } = git(args, input);
  if (!ok) throw new Refused(otherwise ? `${otherwise}\n${error}` : `git ${args[0]} failed: ${error}`);
  return out;
}

function update(from: string): void {
  if (!git(['rev-parse', 'HEAD']).ok)
    throw new Refused('This folder is not a git repository with a commit. See docs/updating.md.');
  if (!existsSync(`${CARD_FOLDER}/${SITE_FILE}`))
    throw new Refused(
      `${CARD_FOLDER}/${SITE_FILE} does not exist, so ${CARD_FOLDER}/ is not a catalogue of your own. Run npm run init first.`,
    );
  const changed = uncommitted() ?? [];
  if (changed.length > 0)
    throw new Refused(
      `These files have changes that are not committed:\n${changed.map((path) => `  ${path}`).join('\n')}\nCommit them, and run this again.`,
    );
  fetchUpstream(from);
  const next = run(['rev-parse', '--verify', '--quiet', `${from}^{commit}`], {
    otherwise: `There is no branch, tag or commit “${from}”.`,
  });
  if (!git(['merge-base', 'HEAD', next]).ok) recordStart(next);
  if (git(['merge-base', '--is-ancestor', next, 'HEAD']).ok) {
    console.log(`${from} is already merged. There is nothing to update.`);
    return;
  }
  merge(next, from);
}

function fetchUpstream(from: string): void {
  const isKnown = linesOf(run(['remote'])).includes(REMOTE);
  if (isKnown) run(['fetch', '--quiet', '--tags', REMOTE]);
  else if (from.startsWith(`${REMOTE}/`))
    throw new Refused(
      `Git does not know where new versions come from. Give it the address of the repository that yours was made from:\n  git remote add ${REMOTE} ADDRESS`,
    );
}

/**
 * "Use this template" and "Deploy to Cloudflare" copy the files without the history. Records the copied version as a parent of
 * HEAD, without changing files, so that git can compare HEAD and the new version with it.
 */
function recordStart(next: string): void {
  const [root = ''] = linesOf(run(['rev-list', '--max-parents=0', 'HEAD'])).slice(-1);
  const code = run(['rev-parse', `${root}:src`]);
  const commits = linesOf(run(['log', '--format=%H', next]));
  const input = commits.map((commit) => `${commit}:src\n`).join('');
  const codes = linesOf(run(['cat-file', '--batch-check=%(objectname)'], { input }));
  const [start] = commits
    .filter((_, index) => codes[index] === code)
    .map((commit) => ({ commit, changed: linesOf(run(['diff', '--name-only', '--no-renames', root, commit])).length }))
    .sort((one, other) => one.changed - other.changed);
  if (start === undefined)
    throw new Refused(
      'Your repository and the new version have no common history, and your first commit does not match the code of any version. ' +
        'Find the version that you started from, record it, and run this again:\n  git merge -s ours --allow-unrelated-histories COMMIT',
    );
  const message = 'Record the version that this catalogue started from';
  run(['merge', '-s', 'ours', '--allow-unrelated-histories', '-m', message, start.commit]);
}

function merge(next: string, from: string): void {
  const keepReadme = !git(['diff', '--quiet', run(['merge-base', 'HEAD', next]), 'HEAD', '--', 'README.md']).ok;
  const merged = git(['-c', 'merge.directoryRenames=false', 'merge', '--no-commit', '--no-ff', next]);
  if (!git(['rev-parse', '--verify', '--quiet', 'MERGE_HEAD']).ok)
    throw new Refused(`git merge failed: ${merged.error}`);
  keepOwn([CARD_FOLDER, WATCH_FOLDER, ...(keepReadme ? ['README.md'] : [])]);
  if (existsSync(EXAMPLES)) replaceExamples(next);

  const conflicts = linesOf(run(['diff', '--name-only', '--diff-filter=U']));
  if (conflicts.length > 0)
    throw new Refused(
      `Both you and the new version changed the same lines of these files:\n${conflicts.map((path) => `  ${path}`).join('\n')}\n` +
        'Correct them, then run git add -A && git commit. git merge --abort returns to the state before the update.',
    );
  run(['commit', '--quiet', '-m', `Update to ${from}`]);
  console.log(
    `Merged ${from}. ${CARD_FOLDER}/ is unchanged${keepReadme ? ', and so is your README.md' : ''}.\nNext: npm ci, then npm run check and npm test.`,
  );
}

/** Restores these paths from HEAD, whatever the new version contains there. */
function keepOwn(paths: string[]): void {
  for (const path of paths) {
    if (git(['cat-file', '-e', `HEAD:${path}`]).ok)
      run(['restore', '--source=HEAD', '--staged', '--worktree', '--', path]);
    else run(['rm', '-r', '-f', '--quiet', '--ignore-unmatch', '--', path]);
  }
}

/** Replaces the shipped cards with those of a version. */
function replaceExamples(version: string): void {
  const { ok, out } = git(['ls-tree', '-r', '--full-tree', `${version}:${CARD_FOLDER}`]);
  if (!ok) return;
  run(['rm', '-r', '-f', '--quiet', '--ignore-unmatch', '--', EXAMPLES]);
  run(['update-index', '--index-info'], { input: `${out.replace(/\t/g, `\t${EXAMPLES}/`)}\n` });
  run(['checkout-index', '--force', '--stdin'], {
    input: linesOf(out)
      .map((line) => `${EXAMPLES}/${line.replace(/^.*\t/, '')}\n`)
      .join(''),
  });
}

await runTool(async () => {
  const swallowed = findSwallowed(process.env, process.argv.slice(2), { options: OPTIONS, command: 'update' });
  const { from = `${REMOTE}/main` } = readOptions(OPTIONS, USAGE);
  try {
    if (swallowed) throw new Refused(swallowed.message);
    update(from);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    return 2;
  }
});
