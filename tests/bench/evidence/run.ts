/** `npm run bench:evidence`: what the program reads and finds of real texts and pages. Exit code 1 where a target is missed. */
import { benchPages } from './pages.ts';

process.exitCode = (await benchPages()) ? 0 : 1;
