/** Remembers what each address answered, without what the watch adds, and finds answers that are another time different. */
import { createHash } from 'node:crypto';
import type { Asked } from '../load/client.ts';

export type Answers = {
  /** What is wrong with an answer; undefined where nothing is. */
  faultOf(asked: Asked, answer: { status: number; type: string; body: Buffer }): string | undefined;
};

export function rememberAnswers(): Answers {
  const seen = new Map<string, string>();
  return {
    faultOf({ path, status }, answer) {
      // What the watch found is in the document, so that one has another version from then on.
      const isNewer = status === 304 && answer.status === 200;
      if (answer.status !== status && !isNewer) return `${path} returned ${answer.status} instead of ${status}`;
      const lasting = lastingPart(answer);
      if (lasting === undefined) return `${path} is not valid ${answer.type}`;
      const key = `${path} ${answer.status}`;
      const known = seen.get(key);
      seen.set(key, lasting);
      return known === undefined || known === lasting ? undefined : `${path} returned something else than before`;
    },
  };
}

/** The hash of what must not change: of a document in JSON all but the watch, of a page its title and picture, of others all. */
function lastingPart({ status, type, body }: { status: number; type: string; body: Buffer }): string | undefined {
  if (status === 304) return body.length === 0 ? '' : undefined;
  const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
  if (type.includes('json')) {
    try {
      const withoutWatch = (key: string, value: unknown) => (key === 'watch' || key === 'instance' ? null : value);
      return hash(JSON.stringify(JSON.parse(body.toString()), withoutWatch));
    } catch {
      return undefined;
    }
  }
  if (!type.startsWith('text/html')) return body.length > 0 ? hash(body) : undefined;
  const html = body.toString();
  if (!html.trimEnd().endsWith('</html>')) return undefined;
  return hash([...html.matchAll(/<(?:title>[^<]*|img [^>]*)/g)].join('\n'));
}
