/** `npm run bench:evidence`: how much of true texts the evidence code reads and finds. Needs ../shared. */
import { benchNumbers } from './numbers.ts';
import { benchPages } from './pages.ts';

benchNumbers();
if (!(await benchPages())) process.exitCode = 1;
