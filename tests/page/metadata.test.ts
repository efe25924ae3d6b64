import { describe, expect, test } from 'vitest';
import { readMetadata } from '../../src/page/metadata/metadata.ts';

const URL_OF_PAGE = 'https://www.harbour-post.com/news/quays';
const read = (html: string, { url = URL_OF_PAGE, text = '' }: { url?: string | null; text?: string } = {}) =>
  readMetadata(html, { url, text });
const jsonLd = (data: object | string) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const article = (more: object) => jsonLd({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...more });
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
/** The value alone; undefined where there is none. */
const given = (found: { value: unknown } | undefined) => found?.value;

describe('each source of metadata is read, and named', () => {
  test('JSON-LD', () => {
    const page = read(
      article({
        headline: 'Quays grow',
        author: [{ '@type': 'Person', name: 'Ann Ray' }, 'Bob Low'],
        publisher: { '@type': 'Organization', name: 'Harbour Post' },
        datePublished: '2023-05-04T10:00:00+02:00',
        dateModified: '2023-05-06',
        inLanguage: 'en-GB',
        isAccessibleForFree: false,
      }),
    );
    expect(page).toMatchObject({
      title: { value: 'Quays grow', from: 'JSON-LD headline' },
      authors: { value: ['Ann Ray', 'Bob Low'], from: 'JSON-LD author' },
      publisher: { value: 'Harbour Post', from: 'JSON-LD publisher' },
      published: { value: '2023-05-04', from: 'JSON-LD datePublished', basis: 'stated' },
      modified: { value: '2023-05-06' },
      language: { value: 'en-GB' },
      paywalled: { value: true, from: 'JSON-LD isAccessibleForFree' },
    });
  });

  test('JSON-LD as a graph whose author and publisher are other nodes', () => {
    const page = read(
      jsonLd({
        '@graph': [
          { '@type': 'WebSite', name: 'Harbour Post' },
          { '@type': 'BreadcrumbList', name: 'News' },
          { '@type': ['Article'], headline: 'Quays grow', author: { '@id': '#ann' }, publisher: { '@id': '#post' } },
          { '@id': '#ann', '@type': 'Person', name: 'Ann Ray' },
          { '@id': '#post', '@type': 'Organization', name: 'The Harbour Post' },
        ],
      }),
    );
    expect([given(page.title), given(page.authors), given(page.publisher)]).toEqual([
      'Quays grow',
      ['Ann Ray'],
      'The Harbour Post',
    ]);
  });

  test.each([
    ['a comment around it', '/*<![CDATA[*/', 'x'],
    ['CDATA around it', '<![CDATA[{"@type":"Article","headline":"Quays grow"}]]>', 'Quays grow'],
    ['a comma too many', '{"@type":"Article","headline":"Quays grow",}', 'Quays grow'],
    ['no JSON at all', '{{ page.title }}', 'x'],
  ])('JSON-LD with %s does no harm', (_what, data, title) => {
    expect(given(read(`${jsonLd(data)}<title>x</title>`).title)).toBe(title);
  });

  test('Open Graph', () => {
    const og = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
    const page = read(
      `${og('og:title', 'Quays grow')}${og('og:site_name', 'Harbour Post')}${og('og:locale', 'de_DE')}
      ${og('article:published_time', '2023-05-04T10:00:00+02:00')}${og('article:modified_time', '2023-05-05T10:00:00+02:00')}
      ${og('article:author', 'https://facebook.example/ann')}${og('article:content_tier', 'metered')}`,
    );
    expect(page).toMatchObject({
      title: { value: 'Quays grow', from: 'meta og:title' },
      authors: undefined,
      publisher: { value: 'Harbour Post' },
      published: { value: '2023-05-04' },
      modified: { value: '2023-05-05' },
      language: { value: 'de-DE' },
      paywalled: { value: true },
    });
  });

  test('citation tags and Dublin Core, with the last name first', () => {
    const cited = read(
      `${meta('citation_title', 'On quays')}${meta('citation_author', 'Ray, Ann')}${meta('citation_author', 'Low, Bob')}
      ${meta('citation_journal_title', 'Journal of Quays')}${meta('citation_publication_date', '2019/07/02')}`,
    );
    expect(cited).toMatchObject({
      title: { value: 'On quays' },
      authors: { value: ['Ann Ray', 'Bob Low'] },
      publisher: { value: 'Journal of Quays' },
      published: { value: '2019-07-02' },
    });
    const dublin = read(
      `${meta('DC.creator', 'Jong, Michiel de')}${meta('DC.date.issued', '2014-12')}${meta('dc:language', 'NL')}`,
    );
    expect([given(dublin.authors), given(dublin.published), given(dublin.language)]).toEqual([
      ['Michiel de Jong'],
      '2014-12',
      'nl',
    ]);
  });

  test('microdata of the article, and not of a teaser', () => {
    const page = read(`
      <div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Quays grow</h1>
        <p itemprop="author" itemscope itemtype="https://schema.org/Person">by <b itemprop="name">Ann Ray</b>, reporter</p>
        <time itemprop="datePublished" datetime="2023-05-04T10:00">today</time></div>
      <div itemscope itemtype="https://schema.org/NewsArticle"><h3 itemprop="headline">Lamps burn</h3>
        <i itemprop="author">Tom Dow</i><time itemprop="datePublished" datetime="2020-01-01"></time></div>`);
    expect(page).toMatchObject({
      title: { value: 'Quays grow', others: [] },
      authors: { value: ['Ann Ray'], others: [] },
      published: { value: '2023-05-04', others: [] },
    });
  });

  test('what a reader sees: heading, byline, dateline, title and lang', () => {
    const page = read(`<html lang="en-us"><title>Quays grow | Harbour Post</title>
      <h1>Quays grow</h1><div class="byline">By Ann Ray and Bob Low | May 4, 2023</div>
      <aside class="related"><span class="byline">By Tom Dow</span><time datetime="2020-01-01">1 Jan</time></aside>`);
    expect(page).toMatchObject({
      title: { value: 'Quays grow', from: 'the heading' },
      authors: { value: ['Ann Ray', 'Bob Low'], from: 'the byline' },
      publisher: { value: 'Harbour Post', from: '<title>' },
      published: { value: '2023-05-04', from: 'the dateline' },
      language: { value: 'en-US', from: '<html lang>' },
    });
  });

  test('a page that says nothing', () => {
    expect(Object.values(read('<p>Some words', { url: null })).every((value) => value === undefined)).toBe(true);
  });
});

describe('the title', () => {
  test.each([
    ['Quays grow - Harbour Post', 'Quays grow'],
    ['Harbour Post: Quays grow', 'Harbour Post: Quays grow'],
    ['Quays grow | News | The Harbour Post', 'Quays grow | News'],
    ['Quays grow - 04.05.2023 - Harbour Post', 'Quays grow'],
    ['Harbour Post | Quays grow', 'Quays grow'],
    ['Quays grow [harbour-post.com]', 'Quays grow'],
    ['Quays - a history', 'Quays - a history'],
    ['Quays grow | Harbour Post Blog', 'Quays grow'],
    ['Quays grow ¶', 'Quays grow'],
    ['Qu\u00adays\u200e\n  grow', 'Quays grow'],
  ])('%s is %s', (og, title) => {
    expect(given(read(`${meta('og:title', og)}${meta('og:site_name', 'Harbour Post')}`).title)).toBe(title);
  });

  test('is the one that two sources give; another is reported', () => {
    const { title } = read(`${meta('og:title', 'You will not believe these quays')}<h1>Harbour opens two new quays</h1>
      <title>Harbour opens two new quays - Post</title>`);
    expect(title).toMatchObject({
      value: 'Harbour opens two new quays',
      others: [{ value: 'You will not believe these quays', from: 'meta og:title' }],
    });
  });

  test('is not the heading of a section that the title of the page does not have', () => {
    expect(given(read('<title>Quays grow in the north | Post</title><h1>Health center</h1>').title)).toBe(
      'Quays grow in the north',
    );
  });
});

describe('authors', () => {
  test.each<[string, string[]]>([
    ['By Ann Ray', ['Ann Ray']],
    ['by ANN RAY and BOB LOW', ['ANN RAY', 'BOB LOW']],
    ['Von Anna Müller und Jörg Weiß', ['Anna Müller', 'Jörg Weiß']],
    ['Par Zoé Faur, Luc Petit et Anne Roy', ['Zoé Faur', 'Luc Petit', 'Anne Roy']],
    ['Por José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Por Ana Ruiz y Luis Gil', ['Ana Ruiz', 'Luis Gil']],
    ['Автор: Ольга Кравець', ['Ольга Кравець']],
    ['Ann Ray, Harbour Post', ['Ann Ray']],
    ['Ann Ray, Associated Press', ['Ann Ray']],
    ['AFP', ['AFP']],
    ['Ann Ray, PhD, a reporter in the north', ['Ann Ray']],
    ['Ann Ray Senior Reporter', ['Ann Ray']],
    ['Jane Reporter', ['Jane Reporter']],
    ['Author Name', ['Author Name']],
    ['Ann Ray, Vice President, Example Corp', ['Ann Ray']],
    ['Ann Ray (with Bob Low)', ['Ann Ray', 'Bob Low']],
    ['Bruno (Henrique) Ray', ['Bruno (Henrique) Ray']],
    ['Wernher von Braun', ['Wernher von Braun']],
    ['Von Braun', ['Von Braun']],
    ['Ann Ray @annray', ['Ann Ray']],
    ['Ann Ray ann@post.example', ['Ann Ray']],
    ['Ann Ray; ann ray; Bob Low', ['Ann Ray', 'Bob Low']],
  ])('%s', (byline, names) => {
    const html = `${meta('og:site_name', 'Harbour Post')}${meta('author', byline)}`;
    expect(given(read(html).authors)).toEqual(names);
  });

  test.each(['admin', '. .', 'https://facebook.example/ann', 'Last updated: 7 May 2023', '@ann', ' '])(
    '“%s” is no name',
    (byline) => expect(read(meta('author', byline)).authors).toBeUndefined(),
  );

  test('are none where the page names only itself', () => {
    expect(given(read(`${meta('og:site_name', 'Harbour Post')}${meta('author', 'The Harbour Post')}`).authors)).toEqual(
      [],
    );
  });

  test('that sources give in other spellings are one; other names are reported', () => {
    const html = `${meta('author', 'ANN RAY')}<h1>x</h1><a rel="author">Ann Ray</a>`;
    expect(read(html).authors).toMatchObject({ value: ['Ann Ray'], others: [] });
    const other = read(`${article({ headline: 'x', author: 'Ann Ray' })}${meta('author', 'Bob Low')}`).authors;
    expect(other).toMatchObject({ value: ['Ann Ray'], others: [{ value: ['Bob Low'], from: 'meta author' }] });
  });
});

test('authors that a reader sees come before those of a program or an agency', () => {
  const html = `${meta('author', 'Quay Web Ltd')}<h1>Quays grow</h1><p class="byline">By Ann Ray</p>`;
  expect(given(read(html, { text: 'Quays grow\nBy Ann Ray' }).authors)).toEqual(['Ann Ray']);
  expect(given(read(meta('author', 'Ann Ray'), { text: 'Quays grow' }).authors)).toEqual(['Ann Ray']);
});

describe('the publisher', () => {
  const named = (title: string, more = '', url = 'https://site.example/a') =>
    read(`<title>${title}</title>${more}`, { url }).publisher;

  test('is the end of the title behind the headline, where nothing else names it; and is then inferred', () => {
    const h1 = '<h1>Quays grow in the north</h1>';
    expect(named('Quays grow in the north - Harbour Blog', h1)).toMatchObject({
      value: 'Harbour Blog',
      basis: 'inferred',
    });
    expect(named('Quays grow - a history of the north', '<h1>Lamps</h1>')).toBeUndefined();
  });

  test('has no slogan, and is no address where a name is there', () => {
    const site = (name: string) => `<meta property="og:site_name" content="${name}">`;
    expect(given(named('x', site('Harbour Post - News you can use')))).toBe('Harbour Post');
    expect(given(named('x', `${site('https://harbour.example')}${meta('application-name', 'Harbour Post')}`))).toBe(
      'Harbour Post',
    );
  });

  test('that sources name otherwise is reported', () => {
    const { publisher } = read(
      `${article({ headline: 'x', publisher: { name: 'Quay Media' } })}<meta property="og:site_name" content="Harbour Post">`,
    );
    expect(publisher).toMatchObject({
      value: 'Harbour Post',
      others: [{ value: 'Quay Media', from: 'JSON-LD publisher' }],
    });
  });
});

test('a headline that begins with the name of the site stays whole', () => {
  const html =
    '<meta property="og:site_name" content="Harbour Post"><title>Harbour Post named a leader of its trade</title>';
  expect(given(read(html).title)).toBe('Harbour Post named a leader of its trade');
});

test('the author of a site that has the author’s name is no outlet', () => {
  expect(given(read(meta('author', 'Ann Ray'), { url: 'https://annray.com/quays' }).authors)).toEqual(['Ann Ray']);
});

describe('the day of publication', () => {
  test('is that of a line beside the headline that is only a date', () => {
    const html =
      '<p>May 22, 2023</p><h1>Quays grow</h1><p>2019</p><p>The quays of 1 May 2020 are old, and so is the harbour itself.</p>';
    expect(read(html).published).toMatchObject({ value: '2023-05-22', from: 'the dateline' });
  });

  const published = (html: string, url?: string) => read(html, url === undefined ? {} : { url }).published;

  test.each([
    ['2023-05-04T23:30:00-04:00', '2023-05-04'],
    ['2023-05-04 09:53:00 -0400', '2023-05-04'],
    ['20230504', '2023-05-04'],
    ['20230504093000', '2023-05-04'],
    ['1683190800', '2023-05-04'],
    ['Thu, 04 May 2023 23:30:00 -0400', '2023-05-04'],
    ['May 4, 2023', '2023-05-04'],
    ['04.05.2023', '2023-05-04'],
    ['2023-05', '2023-05'],
  ])('is read from %s in the time zone of the page', (stamp, day) => {
    expect(given(published(meta('date', stamp)))).toBe(day);
  });

  test.each(['04/05/2023', 'yesterday', '2023-02-30', '1970-01-01T00:00:00Z', '10.15.15'])(
    'is not guessed from %s',
    (stamp) => {
      expect(published(meta('date', stamp))).toBeUndefined();
    },
  );

  test('is that of a local date where the time is in UTC', () => {
    const utc = meta('article:published_time', '2023-05-05T02:10:00Z');
    expect(published(`${utc}<h1>x</h1><p class="date">May 4, 2023</p>`)).toMatchObject({
      value: '2023-05-04',
      others: [],
    });
    expect(given(published(`${utc}<h1>x</h1><time datetime="2023-05-04T22:10:00-04:00"></time>`))).toBe('2023-05-04');
    expect(given(published(utc, 'https://www.harbour-post.com/2023/05/04/quays'))).toBe('2023-05-04');
    expect(given(published(utc))).toBe('2023-05-05');
  });

  test('comes before that of a change, however it is called', () => {
    const html = `<meta itemprop="datePublished" content="2023-06-01T10:00:00Z">${meta('article:modified_time', '2023-06-01T10:00:00Z')}
      ${meta('publish_date', '2023-05-04')}`;
    expect(published(html)).toMatchObject({ value: '2023-05-04', others: [] });
    expect(published('<h1>x</h1><p class="date">Last updated May 4, 2023</p>')).toBeUndefined();
  });

  test('of another source is reported', () => {
    const html = `${article({ headline: 'x', datePublished: '2023-05-04' })}${meta('pubdate', '2023-03-01')}`;
    expect(published(html)).toMatchObject({
      value: '2023-05-04',
      others: [{ value: '2023-03-01', from: 'meta pubdate' }],
    });
  });

  test('is inferred from the address if nothing states it', () => {
    expect(published('', 'https://post.example/2023/05/04/quays.html')).toMatchObject({
      value: '2023-05-04',
      basis: 'inferred',
      from: 'the address',
    });
  });
});

describe('the language', () => {
  const GERMAN = 'Der Hafen ist nicht groß, und die Kais sind auch von der Stadt. '.repeat(8);

  test('is detected from the words if the page does not state it', () => {
    expect(read('<p>', { text: GERMAN }).language).toMatchObject({ value: 'de', basis: 'inferred' });
    expect(
      read('<p>', { text: 'Lorem ipsum dolor sit amet, sed non qui est ad. '.repeat(12) }).language,
    ).toBeUndefined();
  });

  test('is the stated one that the words agree with', () => {
    const html = `<html lang="en">${meta('og:locale', 'de_AT')}`;
    expect(read(html, { text: GERMAN }).language).toMatchObject({ value: 'de-AT', others: [] });
  });

  test('that the words contradict is reported', () => {
    expect(read('<html lang="en">', { text: GERMAN }).language).toMatchObject({
      value: 'en',
      others: [{ value: 'de', from: 'the words of the text' }],
    });
  });
});

test('the address is the canonical one, made whole', () => {
  expect(given(read('<link rel="canonical" href="/news/quays-grow">').address)).toBe(
    'https://www.harbour-post.com/news/quays-grow',
  );
  expect(read('<link rel="canonical" href="https://www.harbour-post.com/">').address).toBeUndefined();
});

test('takes time in proportion to the page, however it is nested', () => {
  const deep = '<div class="byline date" itemscope itemtype="x">'.repeat(20_000);
  expect(given(read(`<title>Quays grow</title>${deep}`).title)).toBe('Quays grow');
});

test.each(['a', ' a', 'a.', '1/', '" '])('takes time in proportion to a value, too: %j', (part) => {
  const long = part.repeat(100_000);
  const names = [
    'author',
    'og:title',
    'date',
    'og:site_name',
    'citation_author',
    'article:content_tier',
    'content-language',
  ];
  const html = `<html lang="en">${names.map((name) => `<meta name="${name}" content='${long}'>`).join('')}${article({ headline: long, author: long })}`;
  expect(given(read(html).language)).toBe('en');
});
