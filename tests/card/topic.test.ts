import { expect, test } from 'vitest';
import { topicSlug } from '../../src/card/topic.ts';

test.each([
  ['Wagner Group', 'wagner-group'],
  ['  War in Ukraine! ', 'war-in-ukraine'],
  ['Élysée', 'elysee'],
  ['Минск', 'минск'],
  ['COVID-19', 'covid-19'],
  ['…', ''],
])('%s is %s in an address', (topic, slug) => expect(topicSlug(topic)).toBe(slug));
