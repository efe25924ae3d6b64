/** What the watch keeps, kept in memory: what goes in comes out as JSON makes it. Counts what is written. */

import type { Robots } from '../../src/page/robots.ts';
import { type Findings, NO_FINDINGS } from '../../src/watch/findings.ts';
import type { WatchStore } from '../../src/watch/kv-store.ts';

export function memoryStore(): WatchStore & { writes: { asked: number; findings: number; robots: number } } {
  const texts = new Map<string, string>();
  const writes = { asked: 0, findings: 0, robots: 0 };
  const read = <T>(key: string, none: T): T => {
    const text = texts.get(key);
    return text === undefined ? none : (JSON.parse(text) as T);
  };
  const write = async (kind: keyof typeof writes, key: string, value: unknown) => {
    writes[kind]++;
    texts.set(key, JSON.stringify(value));
  };
  return {
    writes,
    getAsked: async () => read('asked', {}),
    putAsked: (asked) => write('asked', 'asked', asked),
    getFindings: async () => read<Findings>('findings', NO_FINDINGS),
    putFindings: (findings) => write('findings', 'findings', findings),
    getRobots: async (origin) => read<Robots | null>(`robots:${origin}`, null),
    putRobots: (origin, robots) => write('robots', `robots:${origin}`, robots),
  };
}
