/** All that can go wrong with a request, as a closed union. What each says and answers is decided in http/errors. Types only. */

export type Problem =
  | { type: 'card-not-found'; id: string }
  | { type: 'source-not-found'; id: string }
  | { type: 'size-not-found' }
  | { type: 'address-not-found' }
  | { type: 'internal-error' };
