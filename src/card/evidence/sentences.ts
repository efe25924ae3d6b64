/** Splits a paragraph into sentences. Pure. Linear in the length of the text. */
import type { Range } from './find-quote.ts';

/** A full stop behind these does not end a sentence where a name or number follows. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof st sr jr gen col lt sgt capt maj brig adm cpl rep sen gov pres hon rev no nos vs etc inc ltd co corp
  jan feb mar apr jun jul aug sep sept oct nov dec approx ca fig vol pp p ed e.g i.e u.s u.k u.n
  z.b d.h u.a nr abs bzw ggf hr fr str tel usw vgl mio mrd tsd sog
  sra ud uds ee.uu pág núm aprox mm mme mlle m av
  тис млн млрд грн р рр ст вул ім обл проф акад тыс руб г гг ул им т.е т.к напр`.split(/\s+/),
);

const END = /[.!?…]+["”’»›“'\])]*(?=\s|$)/gu;

/**
 * The sentences of a paragraph as offsets, without the white space between them. A sentence that ends inside quotation
 * marks and goes on in small letters goes on: “Who comes?” he asked.
 */
export function splitSentences(text: string): Range[] {
  const ranges: Range[] = [];
  let start = text.search(/\S/);
  if (start < 0) return ranges;
  for (const { 0: mark, index } of text.matchAll(END)) {
    const end = index + mark.length;
    if (end <= start || !endsSentence(text, index, end, mark)) continue;
    ranges.push({ start, end });
    start = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
  }
  const end = text.trimEnd().length;
  if (end > start) ranges.push({ start, end });
  return ranges;
}

function endsSentence(text: string, at: number, end: number, mark: string): boolean {
  const after = text.slice(end, end + 40).trimStart();
  if (after === '') return true;
  // A sentence that goes on in small letters has not ended.
  if (/^["“„«‘'([—–-]*\s*\p{Ll}/u.test(after)) return false;
  if (mark[0] !== '.' || mark.length > 1) return true;
  const before = /(?:[\p{L}]+\.)*[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  if (/^\p{Lu}$/u.test(before)) return false;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return false;
  // "20. Februar" goes on; "on Nov. 2. Then" does not.
  if (/^\d{1,2}$/.test(before)) return !/^\p{L}/u.test(after) || isDayOfMonth(text, at);
  return !ABBREVIATIONS.has(before.toLowerCase());
}

/** Whether the number before an offset is behind a word such as "Nov." or "July". */
function isDayOfMonth(text: string, at: number): boolean {
  return /\p{Lu}\p{L}{2,}\.?\s+\d{1,2}$/u.test(text.slice(Math.max(0, at - 24), at));
}
