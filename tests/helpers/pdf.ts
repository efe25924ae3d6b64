/** Small PDF files for tests. */

/** Words at a place of a page, in points from its lower left corner. */
export type Words = [text: string, x: number, y: number, size?: number];

export type PdfOptions = {
  /** The properties of the document: `Title`, `Author`, `CreationDate`, … */
  info?: Record<string, string>;
  /** The language of the document. */
  lang?: string;
  /** Whether a password is needed to open it. */
  locked?: boolean;
};

/** PDF strings are in Latin-1 here; a sign is one byte. */
const literal = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`;

/** One list of words for each page, drawn in the given order. */
export function makePdf(pages: readonly (readonly Words[])[], { info = {}, lang, locked }: PdfOptions = {}): Buffer {
  const first = 4;
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${lang ? `/Lang ${literal(lang)}` : ''} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((words, at) => {
      const draw = words.map(
        ([text, x, y, size = 11]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${literal(text)} Tj ET`,
      );
      const stream = draw.join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * at + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} ${literal(value)}`)
      .join(' ')} >>`,
    ...(locked ? [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`] : []),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const infoAt = first + 2 * pages.length;
  const encrypt = locked ? `/Encrypt ${infoAt + 1} 0 R` : '';
  const id = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${infoAt} 0 R ${id} ${encrypt} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines below each other from the top of a page. */
export const lines = (texts: readonly string[], { x = 72, top = 720, leading = 14, size = 11 } = {}): Words[] =>
  texts.map((text, at) => [text, x, top - at * leading, size]);
