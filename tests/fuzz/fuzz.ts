/** Asks the real bundle so many hostile requests, and gives the first one that is answered wrongly. */
import fc from 'fast-check';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { canaryOf, type Known, requestsWith } from './requests.ts';
import { findFaults } from './rules.ts';
import { createWire } from './wire.ts';

const KNOWN: Known = { card: 'merchant-ships-harbour', source: 'harbour-times-second-basin', topic: 'harbours' };

/** Requests that are under way at once, each lane with a seed of its own: the seed and those that follow it. */
const LANES = 4;

/** A second of KV without values, then one in which it hangs, fails and returns garbage. No response may depend on it. */
const FAULTY_KV = `const spell = Math.floor(Date.now() / 1000) % 4;
if (spell === 1) await new Promise((resolve) => setTimeout(resolve, 600_000));
if (spell === 2) throw new Error('KV failed');
return spell === 3 ? '{"day":"9999-99-99","sources":[[' : null;`;

/** What KV was made to do, and error pictures that a busy machine did not draw in time: their responses have a plain picture. */
const EXPECTED_LOG = /KV failed|not drawn: the picture was not drawn within/;

export type Outcome = {
  /** Answers by status. */
  statuses: Record<number, number>;
  /** The smallest request that is answered wrongly, and how. */
  fault: string | undefined;
};

export async function fuzz({ requests, seed }: { requests: number; seed: number }): Promise<Outcome> {
  const bundle = await bootBundle(catalog, { publicUrl: 'https://cards.example.org', kvGet: FAULTY_KV });
  const wire = createWire(bundle.origin);
  const canary = canaryOf(seed);
  const statuses: Record<number, number> = {};
  const lane = (number: number) =>
    fc.check(
      fc.asyncProperty(requestsWith(canary, KNOWN), async (sent) => {
        const received = await wire.send(sent);
        statuses[received.status] = (statuses[received.status] ?? 0) + 1;
        const faults = findFaults(sent, received, canary);
        if (faults.length > 0) throw new Error(faults.join('\n'));
      }),
      { numRuns: Math.ceil(requests / LANES), seed: seed + number, includeErrorInReport: true },
    );
  try {
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
    const failed = lanes.find((details) => details.failed);
    const logged = bundle.logs().filter(({ level, message }) => level === 'error' && !EXPECTED_LOG.test(message));
    const fault = failed ? fc.defaultReportMessage(failed)?.toWellFormed() : logged[0]?.message;
    return { statuses, fault };
  } finally {
    wire.close();
    await bundle.close();
  }
}
