/** `npm run bench:evidence`: how much of true texts the evidence code reads and finds. Needs ../shared. */
import { benchMeaning } from './meaning.ts';
import { benchNumbers } from './numbers.ts';
import { benchPages } from './pages.ts';

benchNumbers();
benchMeaning();
if (!(await benchPages())) process.exitCode = 1;
