/** A spreadsheet of 200 invented facts from 40 invented pages, ten of them wrong. */

const PLACES =
  `Alderhaven Birchport Cedarmouth Dunholm Eastquay Fernhithe Gullwick Hawkness Ivybay Juniperport Kelpstrand
  Larkmouth Mossport Northhithe Oakhaven Pinewick Quarrybay Reedness Saltholm Tidemouth Underquay Valeport Westhaven Yarrowick
  Zincport Amberness Brackholm Coralport Driftwick Elmstrand Foxhaven Glassport Heronbay Inkmouth Jadehithe Knollport Limewick
  Marshholm Netherquay Osierbay`.split(/\s+/);

export type Facts = {
  /** HTML by its address. */
  pages: Record<string, string>;
  header: string[];
  rows: string[][];
  /** What is said of wrong rows, by their number in the spreadsheet. */
  wrong: Map<number, RegExp>;
};

export function makeFacts({ wrong: hasWrong = true } = {}): Facts {
  const pages: Record<string, string> = {};
  const rows = PLACES.flatMap((place, at) => {
    const address = `https://daily.example.org/2023/${place.toLowerCase()}`;
    pages[address] = pageOf(place, at);
    return rowsOf(place, at).map((row) => [address, ...row]);
  });
  const wrong = new Map<number, RegExp>();
  for (const [index, [change, says]] of (hasWrong ? WRONG : []).entries()) {
    const at = 7 + index * 19;
    rows[at] = change(rows[at] as string[], rows);
    wrong.set(at + 2, says);
  }
  return { pages, header: HEADER, rows, wrong };
}

const HEADER = ['Address', 'Quote', 'Claim', 'kind', 'unit', 'Speaker', 'status', 'As of', 'topics'];

const boats = (at: number) => `1,${100 + at}`;

function rowsOf(place: string, at: number): string[][] {
  const topic = `Harbours; ${place}`;
  return [
    [
      `reportedly moors up to ${boats(at)} fishing boats`,
      `Fishing boats that the harbour of ${place} reportedly moors`,
      '',
      'fishing boats',
      '',
      'reported',
      '',
      topic,
    ],
    [
      'We built every quay ourselves',
      `Eva Muster on the quays of ${place}`,
      'quote',
      '',
      'Eva Muster',
      'stated',
      '2023-05-03',
      topic,
    ],
    [
      `the harbour of ${place} has no pilot`,
      `The harbour of ${place} has no pilot, Jan Beispiel said`,
      '',
      '',
      'jan-beispiel',
      '',
      '',
      topic,
    ],
    [
      `A storm closed the harbour of ${place} on 14 March 2023`,
      `A storm closed the harbour of ${place}`,
      'event',
      '',
      '',
      '',
      '14.03.2023',
      topic,
    ],
    [
      'The lamps on the long pier are lit all night',
      'The lamps on the long pier are lit all night',
      '',
      '',
      '',
      '',
      '',
      '',
    ],
  ];
}

function pageOf(place: string, at: number): string {
  const filler = Array.from({ length: 12 }, (_, number) => `<p>${FILLER[(at + number) % FILLER.length]}</p>`).join(
    '\n',
  );
  return `<!doctype html><html lang="en"><head><title>${place} grows | Daily Example</title>
<meta property="og:site_name" content="Daily Example"><meta property="article:published_time" content="2023-06-01T08:00:00Z">
<meta name="author" content="Nora Probe"></head><body><article><h1>${place} grows</h1><p>By Nora Probe, 1 June 2023</p>
<p>The harbour of ${place} reportedly moors up to ${boats(at)} fishing boats in summer. The ferry sails twice.</p>
<p>“We built every quay ourselves,” Eva Muster said on 3 May 2023.</p>
<p>Jan Beispiel said that the harbour of ${place} has no pilot.</p>
<p>A storm closed the harbour of ${place} on 14 March 2023.</p>
<p>The lamps on the long pier are lit all night. The ferry sails twice.</p>
${filler}</article></body></html>`;
}

const FILLER = [
  'In the evening people walk along the water and watch the boats come in, one after the other.',
  'The market opens before sunrise, and by noon most of the fish is gone to the towns inland.',
  'Old ropes, nets and barrels lie beside the sheds, as they did when the road was not paved.',
  'Children learn to row here before they learn to ride, their teachers like to say to visitors.',
];

type Change = (row: string[], rows: readonly string[][]) => string[];
const put =
  (column: string, value: string): Change =>
  (row) =>
    row.map((cell, at) => (HEADER[at] === column ? value : cell));

/** One of each kind. */
const WRONG: [Change, RegExp][] = [
  [
    put('Quote', 'quantum zebras juggle violet pixels'),
    /^The text contains neither the quote nor similar words\. Check that it is the right text, and copy the words from it\.$/,
  ],
  [put('Quote', 'The ferry sails twice'), /^quote: occurs 2 times on the page\. Write in the column occurrence/],
  [
    put('Address', 'https://daily.example.org/2023/missing'),
    /missing returned status 404\. If the article has moved, correct the address/,
  ],
  [
    put('Address', 'https://192.168.0.1/harbour'),
    /^address: “https:\/\/192\.168\.0\.1\/harbour” is at "192\.168\.0\.1", which is not a public site. Use an address that readers can open\.$/,
  ],
  [
    put('Claim', 'The lamps on the 77 piers are lit all night'),
    /^claim: .*77.*write in the column accept: number-not-in-text: the reason/,
  ],
  [put('As of', '03/05/2023'), /^as of: “03\/05\/2023” is ambiguous: .+\. Write it as 2023-11-02/],
  [put('kind', 'figrue'), /^kind: “figrue” is not known\. Did you mean figure\? Use figure, quote, claim or event\.$/],
  [
    put('Speaker', 'eva-mustre'),
    /^speaker: “eva-mustre” looks like the id of a speaker, but cards\/speakers\.yaml does not contain it/,
  ],
  [put('Claim', ''), /^claim: is empty\. State the fact in your own words/],
  [(_, rows) => rows[3] as string[], /^The row repeats row 5: the same page, quote and claim\. Delete one of them\.$/],
];
