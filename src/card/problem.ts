/** All that can go wrong with a request, as a closed union. What each says and answers is decided in web/errors. Types only. */

export type Problem =
  | { type: 'card-not-found'; id: string }
  /** The card is there, and was never published in this revision. */
  | { type: 'revision-not-found' }
  | { type: 'source-not-found'; id: string }
  | { type: 'speaker-not-found'; id: string }
  | { type: 'topic-not-found'; slug: string }
  | { type: 'size-not-found' }
  | { type: 'address-not-found' }
  /** A parameter that is unknown, given twice, or has a value that it cannot have. */
  | { type: 'bad-parameter'; parameter: string; message: string }
  /** A format of oEmbed that is not served. */
  | { type: 'format-not-implemented' }
  | { type: 'method-not-allowed' }
  /** The catalogue cannot be read just now. */
  | { type: 'catalog-unavailable' }
  /** A card is there, and its data cannot be read. */
  | { type: 'card-damaged' }
  /** A picture was not drawn, or not in time. */
  | { type: 'drawing-failed' }
  /** One client asks for more pictures that were not drawn before than it may. */
  | { type: 'too-many-drawings' }
  | { type: 'internal-error' };
