/** Topic slugs, and topics by their frequency. Pure. */

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

/** Without repetitions, the most frequent first. */
export function byFrequency(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
