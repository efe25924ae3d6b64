/** `npm run golden`: draws the golden pictures again and accepts them. Check them before you commit them. */
import { startVitest } from 'vitest/node';

process.env.GOLDEN = 'accept';
const vitest = await startVitest('test', ['tests/golden'], { watch: false });
await vitest.close();
