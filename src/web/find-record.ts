/** The card that an address names: as it is, or as it was published in a revision. */

import type { Problem } from '../card/problem.ts';
import type { CardRecord } from '../card/record.ts';
import type { Store } from '../catalog/store.ts';
import { CACHE_POLICY } from './caching.ts';
import type { CardName } from './card-address.ts';

/** `policy`: how long the card may be kept. */
export type Found = { record: CardRecord; policy: string; problem?: undefined };
export type NotFound = { record?: undefined; problem: Problem & { type: 'card-not-found' | 'revision-not-found' } };

export async function findRecord(store: Store, { id, revision }: CardName): Promise<Found | NotFound> {
  const current = await store.getCard(id);
  if (!current) return { problem: { type: 'card-not-found', id } };
  if (revision === undefined) return { record: current, policy: CACHE_POLICY.content };
  const record = await store.getRevision(id, revision);
  return record ? { record, policy: CACHE_POLICY.immutable } : { problem: { type: 'revision-not-found' } };
}
