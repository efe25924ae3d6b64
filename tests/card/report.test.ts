/** The prefilled address at which readers report an error. */
import { describe, expect, test } from 'vitest';
import { plainReportAddress, reportAddress } from '../../src/card/report.ts';

const page = 'https://cards.example.org/cards/some-fighters';
const about = { page, id: 'some-fighters', revision: '3f9c2a1b' };

/** What an e-mail program or a form reads. */
const fieldsOf = (address: string) => Object.fromEntries(new URL(address).searchParams);

describe('an e-mail address', () => {
  test('gets a subject with the id, and a text with the page and the revision', () => {
    const address = reportAddress('mailto:corrections@example.org', about);
    expect(address).toMatch(/^mailto:corrections@example\.org\?subject=Error%20in%20the%20card%20some-fighters&body=/);
    expect(fieldsOf(address).body).toBe(`Page: ${page}\r\nRevision: 3f9c2a1b\r\n\r\nWhat is wrong: `);
    // Mail programs show a plus sign as it is.
    expect(address).not.toContain('+');
  });

  test('keeps the fields that it has', () => {
    const address = reportAddress('mailto:a@example.org?cc=b@example.org&Subject=Cards', about);
    expect(address).toMatch(/^mailto:a@example\.org\?cc=b@example\.org&Subject=Cards&body=/);
    expect(address).not.toContain('subject=Error');
  });
});

describe('an https address', () => {
  test('gets a title and a text, which issue forms read', () => {
    const { title, body } = fieldsOf(reportAddress('https://github.com/owner/cards/issues/new', about));
    expect(title).toBe('Error in the card some-fighters');
    expect(body).toContain('Revision: 3f9c2a1b');
  });

  test('keeps its parameters and its fragment', () => {
    const address = reportAddress('https://example.org/form?labels=error&title=Card#form', about);
    expect(address).toMatch(/^https:\/\/example\.org\/form\?labels=error&title=Card&body=[^#]+#form$/);
  });

  test('with placeholders is filled in, and gets nothing else', () => {
    const form = 'https://forms.example.org/f/{id}?entry.1={id}&entry.2={revision}&entry.3={page}&note={note}';
    expect(reportAddress(form, about)).toBe(
      `https://forms.example.org/f/some-fighters?entry.1=some-fighters&entry.2=3f9c2a1b&entry.3=${encodeURIComponent(page)}&note={note}`,
    );
  });
});

test('a page that is not of a card has neither id nor revision', () => {
  const address = reportAddress('mailto:a@example.org', { page: 'https://cards.example.org/sources' });
  expect(fieldsOf(address)).toEqual({
    subject: 'Error on a page',
    body: 'Page: https://cards.example.org/sources\r\n\r\nWhat is wrong: ',
  });
  expect(reportAddress('https://example.org/?card={id}', { page })).toBe('https://example.org/?card=');
});

test('documents that are about no page have the plain address', () => {
  expect(plainReportAddress('mailto:a@example.org?subject=Card {id}')).toBe('mailto:a@example.org');
  expect(plainReportAddress('https://example.org/form?card={id}')).toBe('https://example.org/form?card=');
});
