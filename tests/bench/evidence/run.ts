/** `npm run bench:evidence`: how much of true texts the evidence code reads and finds. Needs ../shared. */
import { benchPages } from './pages.ts';

process.exitCode = (await benchPages()) ? 0 : 1;
