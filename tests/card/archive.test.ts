import { describe, expect, test } from 'vitest';
import { ArchivedCopies, archiveName, bestCopy, copyDay } from '../../src/card/archive.ts';
import { source } from '../helpers/fixtures.ts';

const wayback = (stamp: string) => `https://web.archive.org/web/${stamp}/https://example.org/article`;

describe('the best copy', () => {
  const best = (...archived: { url: string; date?: string }[]) => bestCopy({ ...source, archived })?.url;

  test('is the one whose day is nearest to that of the capture, before or after it', () => {
    const days = ['2026-11-01', '2026-11-19', '2026-11-22', '2023-11-03'];
    const copies = days.map((date) => ({ url: `https://archive.example/${date}`, date }));
    expect(source.snapshot.accessed).toBe('2026-11-21');
    expect(best(...copies)).toBe('https://archive.example/2026-11-22');
    expect(best(...copies.slice(0, 2))).toBe('https://archive.example/2026-11-19');
  });

  test('has a day: the one given, or that of a Wayback address', () => {
    const undated = { url: 'https://archive.example/1' };
    expect(best(undated, { url: wayback('20200101000000') })).toBe(wayback('20200101000000'));
    expect(best(undated)).toBe(undated.url);
    expect(copyDay({ url: wayback('20231103101112') })).toBe('2023-11-03');
    expect(copyDay({ url: wayback('20231399') })).toBeUndefined();
  });

  test('is none where no copy is known', () => {
    expect(best()).toBeUndefined();
    expect(bestCopy(source)).toBeUndefined();
  });
});

describe('a copy', () => {
  const faultOf = (value: unknown) => ArchivedCopies.safeParse(value).error?.issues[0]?.message;

  test.each(['today', 'ph', 'is', 'li', 'fo', 'vn', 'md'])('is refused with the reason at archive.%s', (ending) => {
    const words = expect.stringContaining('has altered snapshots; Wikipedia deprecated it in February 2026.');
    for (const url of [
      `https://archive.${ending}/abc`,
      `https://www.archive.${ending}/abc`,
      `https://ARCHIVE.${ending}:443/2023/https://example.org/`,
      `https://web.archive.org/web/2023/https://archive.${ending}/abc`,
      `https://web.archive.org/web/2023/http://archive.${ending}/abc`,
    ])
      expect([url, faultOf([{ url }])]).toEqual([url, words]);
  });

  test.each([
    'https://archive.org/details/x',
    'https://ghostarchive.org/archive/abc',
    'https://my-archive.today.example/x',
  ])('is taken at %s', (url) => {
    expect(faultOf([{ url, date: '2023-11-03' }])).toBeUndefined();
  });

  test('comes in a list, once each', () => {
    const copy = { url: 'https://archive.example/1', date: '2023-11-03' };
    for (const wrong of [null, copy, copy.url]) expect(faultOf(wrong)).toMatch(/^must be a list of copies: \[\{ url: /);
    expect(faultOf([copy, copy])).toBe('lists a copy twice. List each once');
    expect(faultOf([])).toBeUndefined();
    expect(faultOf([{ url: 'https:archive.example' }])).toMatch(/^needs two slashes/);
  });

  test('is named by its archive', () => {
    expect(archiveName({ url: wayback('2023') })).toBe('Internet Archive');
    expect(archiveName({ url: 'https://ghostarchive.org/archive/abc' })).toBe('ghostarchive.org');
  });
});
