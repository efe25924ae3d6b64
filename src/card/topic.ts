/** Topic slugs. Pure. */

/**
 * The slug of a topic: "Wagner Group" → "wagner-group". Keeps letters of every script and removes accents.
 * Empty if the topic has no letter or digit.
 */
export function topicSlug(topic: string): string {
  return topic
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
