/** What the service is called and says of itself, wherever another program shows it. */

export const SITE_NAME = 'Sourced fact cards';

export const SITE_DESCRIPTION =
  'Each card shows a fact, who said it, when, and the very words of the source, and leads to the passage they stand in.';

/** The language of the service's own words (BCP 47). A card may have another one. */
export const SITE_LANGUAGE = 'en';
