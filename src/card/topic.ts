/** A topic's name in addresses. Pure. */

/**
 * The slug of a topic: "Wagner Group" → "wagner-group". Letters of every script stay, accents go.
 * Empty where the topic has neither letter nor digit.
 */
export function topicSlug(topic: string): string {
  return topic
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
