import { expect, test } from 'vitest';
import { readMetadata } from '../../src/page/metadata/metadata.ts';

/** Heads and openings as programs for publishing write them, by hand: names, dates and addresses are invented. */
type Kind = {
  url?: string;
  html: string;
  title: string;
  authors?: string[] | undefined;
  publisher?: string | undefined;
  published?: string | undefined;
  language?: string;
};

const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const og = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

const KINDS: Record<string, Kind> = {
  'WordPress with Yoast: a graph with @id, an author by reference': {
    html: `<html lang="es"><title>Crece el puerto - El Muelle</title>${og('og:title', 'Crece el puerto - El Muelle')}${og('og:site_name', 'El Muelle')}
      ${og('article:published_time', '2024-03-05T08:00:00+00:00')}${og('article:modified_time', '2024-03-06T08:00:00+00:00')}
      ${meta('author', 'ana')}${meta('twitter:label1', 'Escrito por')}${meta('twitter:data1', 'Ana Ruiz')}
      ${ld({
        '@graph': [
          {
            '@type': 'Article',
            headline: 'Crece el puerto',
            author: { '@id': '#/schema/person/1' },
            datePublished: '2024-03-05T08:00:00+00:00',
            isPartOf: { '@id': '#page' },
            publisher: { '@id': '#org' },
          },
          { '@type': 'WebPage', '@id': '#page', name: 'Crece el puerto - El Muelle' },
          { '@type': 'Organization', '@id': '#org', name: 'El Muelle' },
          { '@type': 'Person', '@id': '#/schema/person/1', name: 'Ana Ruiz' },
        ],
      })}<h1>Crece el puerto</h1>`,
    title: 'Crece el puerto',
    authors: ['Ana Ruiz'],
    publisher: 'El Muelle',
    published: '2024-03-05',
    language: 'es',
  },
  'WordPress with Rank Math: the author is a list of types, the page its own article': {
    html: `<html lang="en-US"><title>Quays grow | Harbour Blog</title>${og('og:title', 'Quays grow | Harbour Blog')}${og('og:site_name', 'Harbour Blog')}
      ${ld({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': ['NewsMediaOrganization', 'Organization'], '@id': 'o', name: 'Harbour Blog' },
          {
            '@type': 'BlogPosting',
            headline: 'Quays grow',
            datePublished: '2024-05-01T23:30:00-05:00',
            author: { '@id': 'p', name: 'Bob Low' },
            publisher: { '@id': 'o' },
            name: 'Quays grow',
          },
        ],
      })}`,
    title: 'Quays grow',
    authors: ['Bob Low'],
    publisher: 'Harbour Blog',
    published: '2024-05-01',
    language: 'en-US',
  },
  'Ghost: an array with one entry, the name of the site behind a dash': {
    html: `<html lang="en"><title>Quays grow – Harbour Notes</title>${og('og:site_name', 'Harbour Notes')}${og('og:title', 'Quays grow')}${og('article:published_time', '2024-02-29T10:00:00.000Z')}
      ${meta('twitter:label1', 'Written by')}${meta('twitter:data1', 'Ann Ray')}${ld({ '@type': 'Article', publisher: { '@type': 'Organization', name: 'Harbour Notes' }, author: { '@type': 'Person', name: 'Ann Ray' }, headline: 'Quays grow', datePublished: '2024-02-29T10:00:00.000Z' })}`,
    title: 'Quays grow',
    authors: ['Ann Ray'],
    publisher: 'Harbour Notes',
    published: '2024-02-29',
  },
  'Drupal: RDFa in the article, Dublin Core in the head': {
    html: `<html lang="de"><title>Hafen wächst | Hafenamt</title>${meta('dcterms.title', 'Hafen wächst')}${meta('dcterms.publisher', 'Hafenamt')}
      <article typeof="schema:Article"><h1 property="schema:name">Hafen wächst</h1><span property="schema:dateCreated" content="2022-01-28T12:45:46+01:00"></span>
      <span property="schema:author">Jörg Weiß</span></article><article class="comment"><span property="schema:dateCreated" content="2022-02-03T12:45:46+01:00"></span></article>`,
    title: 'Hafen wächst',
    authors: ['Jörg Weiß'],
    publisher: 'Hafenamt',
    published: '2022-01-28',
    language: 'de',
  },
  'Arc: several authors with posts, paywall, a long title with the section': {
    html: `<html lang="en"><title>Why quays grow | Harbour Times News</title>${og('og:title', 'Why quays grow | Harbour Times News')}${og('og:site_name', 'Harbour Times')}
      ${ld({
        '@type': 'NewsArticle',
        headline: 'Why quays grow',
        isAccessibleForFree: false,
        author: [
          { '@type': 'Person', name: 'Ann Ray' },
          { '@type': 'Person', name: 'Bob Low' },
        ],
        publisher: { '@type': 'NewsMediaOrganization', name: 'Harbour Times' },
        datePublished: '2023-11-09T01:02:03Z',
        dateModified: '2023-11-10T01:02:03Z',
      })}<h1>Why quays grow</h1><time datetime="2023-11-08T20:02:03-05:00">Nov. 8</time>`,
    title: 'Why quays grow',
    authors: ['Ann Ray', 'Bob Low'],
    publisher: 'Harbour Times',
    published: '2023-11-08',
  },
  'Medium: the reader’s name of the site, "by" and a middle dot in the title': {
    url: 'https://medium.com/@annray/quays-grow-1',
    html: `<html lang="en"><title>Quays grow. And lamps burn. | by Ann Ray | Medium</title>${og('og:site_name', 'Medium')}${og('og:title', 'Quays grow')}${meta('author', 'Ann Ray')}
      ${og('article:published_time', '2021-06-01T12:00:00.000Z')}<h1>Quays grow</h1>`,
    title: 'Quays grow',
    authors: ['Ann Ray'],
    publisher: 'Medium',
    published: '2021-06-01',
  },
  'Substack: the newsletter is the publisher': {
    url: 'https://quays.substack.com/p/quays-grow',
    html: `<html lang="en"><title>Quays grow - by Ann Ray - Quay Letters</title>${og('og:title', 'Quays grow')}${meta('author', 'Ann Ray')}
      ${ld({ '@type': 'NewsArticle', headline: 'Quays grow', datePublished: '2024-04-04T10:00:00+00:00', isAccessibleForFree: true, author: [{ '@type': 'Person', name: 'Ann Ray' }], publisher: { '@type': 'Organization', name: 'Quay Letters' } })}`,
    title: 'Quays grow',
    authors: ['Ann Ray'],
    publisher: 'Quay Letters',
    published: '2024-04-04',
  },
  'Blogger: microdata and the blog before the title': {
    url: 'https://quays.blogspot.com/2019/05/quays-grow.html',
    html: `<title>Quays and lamps: Quays grow</title><div itemscope itemtype="http://schema.org/BlogPosting"><h3 class="post-title" itemprop="name">Quays grow</h3>
      <span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Ann Ray</span></span>
      <abbr itemprop="datePublished" title="2019-05-06T09:00:00-07:00" content="2019-05-06T09:00:00-07:00">9:00 AM</abbr></div>`,
    title: 'Quays and lamps: Quays grow',
    authors: ['Ann Ray'],
    published: '2019-05-06',
  },
  'Wix: only Open Graph and a date in words': {
    html: `<html lang="en"><title>Quays grow | My Site</title>${og('og:title', 'Quays grow')}${og('og:site_name', 'My Site')}<h1>Quays grow</h1><ul><li><span title="Ann Ray">Ann Ray</span></li><li><span title="Mar 3, 2024">Mar 3, 2024</span></li></ul>`,
    title: 'Quays grow',
    publisher: 'My Site',
    published: '2024-03-03',
  },
  'a government site: label and value, no author': {
    html: `<html lang="de"><title>Zoll online - Fachmeldungen - Neues Gesetz für den Hafen</title>${meta('description', 'Meldung')}<h1>Zoll</h1><h1>Neues Gesetz für den Hafen</h1>
      <div class="docData news"><span class="label">Datum:</span> <span class="value">18.10.2021</span></div>`,
    title: 'Neues Gesetz für den Hafen',
    published: '2021-10-18',
    language: 'de',
  },
  'a British government site: first published, then updated': {
    url: 'https://www.gov.uk/government/news/quays',
    html: `<html lang="en"><title>Quays grow - GOV.UK</title>${og('og:site_name', 'GOV.UK')}${og('og:title', 'Quays grow')}
      ${ld({ '@type': 'NewsArticle', headline: 'Quays grow', datePublished: '2023-01-18T00:15:00+00:00', dateModified: '2023-01-19T10:00:00Z', author: { '@type': 'Organization', name: 'Harbour Office' }, publisher: { '@type': 'Organization', name: 'GOV.UK' } })}`,
    title: 'Quays grow',
    authors: ['Harbour Office'],
    publisher: 'GOV.UK',
    published: '2023-01-18',
  },
  'a journal: citation tags, the last name first': {
    html: `<html lang="en"><title>On quays | Journal of Quays</title>${meta('citation_title', 'On quays')}${meta('citation_author', 'Ray, Ann B.')}${meta('citation_author', 'Low, Bob')}
      ${meta('citation_journal_title', 'Journal of Quays')}${meta('citation_publication_date', '2020/3/9')}${meta('citation_publisher', 'Quay Press')}`,
    title: 'On quays',
    authors: ['Ann B. Ray', 'Bob Low'],
    publisher: 'Journal of Quays',
    published: '2020-03-09',
  },
  'an archive of preprints: only the year and the month': {
    html: `${meta('citation_title', 'On quays')}${meta('citation_author', 'Ann Ray')}${meta('citation_date', '2020/03')}`,
    title: 'On quays',
    authors: ['Ann Ray'],
    published: '2020-03',
  },
  'authors as one string of names': {
    html: ld({ '@type': 'NewsArticle', headline: 'Quays grow', author: 'Ann Ray, Bob Low and Eve Day' }),
    title: 'Quays grow',
    authors: ['Ann Ray', 'Bob Low', 'Eve Day'],
  },
  'German: "Von X und Y" in a paragraph without a class': {
    html: `<html lang="de"><title>Hafen wächst - Nordblatt</title>${og('og:site_name', 'Nordblatt')}<h1>Hafen wächst</h1><p>Von Anna Müller und Jörg von Weiß</p><p>Stand: 04.05.2023, 10:15 Uhr</p><p>Von Anfang an war der Hafen zu klein.</p>`,
    title: 'Hafen wächst',
    authors: ['Anna Müller', 'Jörg von Weiß'],
    publisher: 'Nordblatt',
    published: '2023-05-04',
    language: 'de',
  },
  'French: "Par X", "Publié le … à …"': {
    html: `<html lang="fr-FR"><title>Le port s’agrandit – Le Quai</title>${og('og:site_name', 'Le Quai')}<h1>Le port s’agrandit</h1><p class="author">Par Zoé Faur et Luc Petit</p><p class="date">Publié le 4 mai 2023 à 18h30 - Mis à jour le 5 mai 2023</p>`,
    title: 'Le port s’agrandit',
    authors: ['Zoé Faur', 'Luc Petit'],
    publisher: 'Le Quai',
    published: '2023-05-04',
    language: 'fr-FR',
  },
  'Spanish: "Por X", a page that says en-US by default': {
    html: `<html lang="en-US"><title>Crece el puerto · El Muelle</title>${og('og:site_name', 'El Muelle')}${og('og:locale', 'es_ES')}<h1>Crece el puerto</h1><div class="autor">Por Ana Ruiz</div><div class="fecha">4 de mayo de 2023</div>
      <p>${'El puerto de la ciudad es más grande que los otros, según el alcalde, y también para las empresas con una flota. '.repeat(5)}</p>`,
    title: 'Crece el puerto',
    authors: ['Ana Ruiz'],
    publisher: 'El Muelle',
    published: '2023-05-04',
    language: 'es-ES',
  },
  'Portuguese: a numeric date with the day first': {
    html: `<html lang="pt-BR"><title>Porto cresce</title><h1>Porto cresce</h1><p class="autor">Por João Lima</p><p class="tagline">04/05/2023 - 04:30 - Fonte: Agência Cais</p>`,
    title: 'Porto cresce',
    authors: ['João Lima'],
    published: '2023-05-04',
    language: 'pt-BR',
  },
  'Italian: "di X", the month in words': {
    html: `<html lang="it"><title>Il porto cresce | La Banchina</title>${og('og:site_name', 'La Banchina')}<h1>Il porto cresce</h1><span class="byline">di Maria Rossi</span><span class="data">4 maggio 2023</span>`,
    title: 'Il porto cresce',
    authors: ['Maria Rossi'],
    publisher: 'La Banchina',
    published: '2023-05-04',
    language: 'it',
  },
  'Ukrainian: the author behind a label, the date above the headline': {
    html: `<html lang="uk"><title>Порт зростає — Причал</title>${og('og:site_name', 'Причал')}<p class="date">4 травня 2023, 13:43</p><h1>Порт зростає</h1><p class="author">Автор: Ольга Кравець</p>`,
    title: 'Порт зростає',
    authors: ['Ольга Кравець'],
    publisher: 'Причал',
    published: '2023-05-04',
    language: 'uk',
  },
  'Japanese: the date with its own signs, a wide separator': {
    html: `<html lang="ja"><title>港が大きくなる ｜ 岸壁新聞</title>${og('og:title', '港が大きくなる岸壁の話 ｜ 岸壁新聞')}${og('og:site_name', '岸壁新聞')}<h1>港が大きくなる岸壁の話</h1><p class="date">2019年02月22日 14時37分 公開</p>`,
    title: '港が大きくなる岸壁の話',
    publisher: '岸壁新聞',
    published: '2019-02-22',
    language: 'ja',
  },
  'an agency: "X | Reuters", names of the site at the end': {
    url: 'https://www.reuters.com/world/quays-2023-05-04/',
    html: `<html lang="en"><title>Quays grow | Reuters</title>${og('og:title', 'Quays grow')}${og('og:site_name', 'Reuters')}<h1>Quays grow</h1><p class="author-names">By Ann Ray, Bob Low and Eve Day</p>${og('article:published_time', '2023-05-04T21:10:00Z')}`,
    title: 'Quays grow',
    authors: ['Ann Ray', 'Bob Low', 'Eve Day'],
    publisher: 'Reuters',
    published: '2023-05-04',
  },
  'an organisation as author': {
    html: `${og('og:site_name', 'Harbour Post')}${ld({ '@type': 'NewsArticle', headline: 'Quays grow', author: { '@type': 'Organization', name: 'Agence France-Presse' } })}`,
    title: 'Quays grow',
    authors: ['Agence France-Presse'],
    publisher: 'Harbour Post',
  },
  'the outlet as author': {
    html: `${og('og:site_name', 'Harbour Post')}${ld({ '@type': 'NewsArticle', headline: 'Quays grow', author: { '@type': 'Organization', name: 'Harbour Post' } })}`,
    title: 'Quays grow',
    authors: [],
    publisher: 'Harbour Post',
  },
  'only a date of change': {
    html: `${og('article:modified_time', '2023-05-04T10:00:00Z')}<title>Quays grow</title><h1>Quays grow</h1><p class="date">Updated: May 4, 2023</p>`,
    title: 'Quays grow',
    published: undefined,
  },
  'a date only in the address': {
    url: 'https://post.example/2023/05/04/quays',
    html: '<title>Quays grow</title><h1>Quays grow</h1>',
    title: 'Quays grow',
    published: '2023-05-04',
  },
  'an event’s date in the future beside the day of publication': {
    html: `<html lang="en"><title>Quays will grow</title><h1>Quays will grow</h1><time pubdate datetime="2023-05-04">4 May</time><p class="event-date">1 June 2029</p>`,
    title: 'Quays will grow',
    published: '2023-05-04',
  },
  'a date as Unix writes it': {
    html: `<title>Quays grow</title>${og('article:published_time', 'Mon Aug 03 12:45:00 EDT 2015')}`,
    title: 'Quays grow',
    published: '2015-08-03',
  },
  'American and German numbers for a date': {
    html: `<html lang="en-US"><title>Quays grow</title><h1>Quays grow</h1><span class="posted-on">05/04/2023</span>`,
    title: 'Quays grow',
    published: '2023-05-04',
  },
  'two digits for the year, the day first': {
    html: `<html lang="de"><title>Hafen wächst</title><h1>Hafen wächst</h1><span class="datum">28.01.22</span>`,
    title: 'Hafen wächst',
    published: '2022-01-28',
  },
  'references to characters in JSON-LD': {
    html: ld({
      '@type': 'Article',
      headline: 'Quays &amp; lamps: &quot;grow&quot;',
      author: 'Redacci&oacute;n Puerto',
    }),
    title: 'Quays & lamps: "grow"',
    authors: ['Redacción Puerto'],
  },
  'a headline that JSON-LD cuts': {
    html: `${ld({ '@type': 'Article', headline: 'Quays grow in the north of the harbour and...' })}${og('og:title', 'Quays grow in the north of the harbour and lamps burn')}`,
    title: 'Quays grow in the north of the harbour and lamps burn',
  },
  'an archived headline with the year': {
    html: `${og('og:title', 'Quays grow (Published 2016)')}<h1>Quays grow</h1>`,
    title: 'Quays grow',
  },
  'a canonical address on another host': {
    url: 'https://reader.example/a/1',
    html: `<link rel="canonical" href="https://www.harbour-post.com/quays">${og('og:site_name', 'Harbour Post')}<title>Quays grow - Harbour Post</title>`,
    title: 'Quays grow',
    publisher: 'Harbour Post',
  },
  'a page whose body is in an element called like a sidebar': {
    html: `<html lang="en"><title>Quays grow - Harbour Post</title><div class="content-with-sidebar"><h1>Quays grow</h1><span class="author">Ann Ray</span><span class="date">8 January 2020, 3:51 pm</span></div><div class="sidebar"><span class="author">Tom Dow</span></div>`,
    title: 'Quays grow',
    authors: ['Ann Ray'],
    published: '2020-01-08',
  },
};

test.each(Object.entries(KINDS))('%s', (_kind, { url = 'https://www.harbour-post.com/a', html, ...expected }) => {
  const text = html.replace(/<[^>]*>/g, ' ');
  const read = readMetadata(html, { url, text });
  for (const [field, value] of Object.entries(expected))
    expect([field, read[field as keyof typeof read]?.value]).toEqual([field, value]);
});

test.each([
  ['a browser', '<!-- saved from url=(0033)https://www.harbour-post.com/quays -->'],
  ['SingleFile', '<!--\n Page saved with SingleFile \n url: https://www.harbour-post.com/quays \n saved date: x\n-->'],
])('the address of a page that %s saved is in its first comment', (_who, comment) => {
  const { address } = readMetadata(`<!DOCTYPE html>${comment}<title>x</title>`, { url: null, text: '' });
  expect(address?.value).toBe('https://www.harbour-post.com/quays');
});
