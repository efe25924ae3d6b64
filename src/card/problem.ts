/** All errors of a request, as a closed union. web/errors maps them to status codes and messages. Types only. */

export type Problem =
  | { type: 'card-not-found'; id: string }
  /** The card exists but was never published in this revision. */
  | { type: 'revision-not-found' }
  | { type: 'source-not-found'; id: string }
  | { type: 'speaker-not-found'; id: string }
  | { type: 'topic-not-found'; slug: string }
  | { type: 'size-not-found' }
  | { type: 'address-not-found' }
  /** An unknown or repeated parameter, or an invalid value. */
  | { type: 'bad-parameter'; parameter: string; message: string }
  /** An oEmbed format that the service does not support. */
  | { type: 'format-not-implemented' }
  | { type: 'method-not-allowed' }
  /** The catalogue cannot be read at the moment. */
  | { type: 'catalog-unavailable' }
  /** The card exists, but its data cannot be read. */
  | { type: 'card-damaged' }
  /** The picture could not be drawn, or not in time. */
  | { type: 'drawing-failed' }
  /** The client exceeded its limit for new pictures. */
  | { type: 'too-many-drawings' }
  /** The client exceeded its limit for calls of /mcp. */
  | { type: 'too-many-calls' }
  /** A page of this origin may not call /mcp. */
  | { type: 'origin-not-allowed' }
  | { type: 'internal-error' };
