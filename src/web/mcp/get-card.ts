/** The tool get_card: a card with the results of its checks, and its picture on request. */
import { z } from 'zod';
import { shortCitation } from '../../card/citation.ts';
import { correctionOf, successorOf } from '../../card/history.ts';
import { specOf } from '../../card/kind.ts';
import { isComparison, type QuotedRecord } from '../../card/record.ts';
import { sentenceOf } from '../../card/sentence.ts';
import { Id } from '../../card/source.ts';
import { statusMeaning } from '../../card/status.ts';
import { translationOf } from '../../card/translation.ts';
import { MAIN_VARIANT, SIZE_NAMES, type Size, THEME_NAMES, type Theme } from '../../render/variant.ts';
import type { CardContext } from '../context.ts';
import { pictured } from '../images/images.ts';
import { mayDraw } from '../images/metering.ts';
import type { Links } from '../links.ts';
import { briefCard, briefEvidence, checkOutcomes, THIRD_PARTY_NOTICE } from './brief.ts';
import { findCard, ToolProblem, tool } from './tool.ts';

const input = z.strictObject({
  id: Id.describe('The id of the card.'),
  picture: z.boolean().default(false).describe('Whether to return the picture of the card as well.'),
  size: z.enum(SIZE_NAMES as [Size, ...Size[]]).default(MAIN_VARIANT.size),
  theme: z.enum(THEME_NAMES as [Theme, ...Theme[]]).default(MAIN_VARIANT.theme),
});
type Input = z.output<typeof input>;

export const getCard = tool({
  name: 'get_card',
  title: 'Get a card',
  description:
    'Returns a fact card: its sentence, its quote, a link to the passage, the results of its checks with the warnings that an editor accepted, and its picture on request.',
  input,
  async call(given, c) {
    const { links } = c.var;
    const record = await findCard(c, given.id);
    const { card } = record;
    const result = {
      notice: THIRD_PARTY_NOTICE,
      ...briefCard(record, links),
      claim: card.claim,
      topics: card.topics,
      language: card.language ?? 'en',
      ...Object.fromEntries(Object.entries(specOf(card).document).map(([name, part]) => [name, part.of(card)])),
      ...(isComparison(record) ? { rows: rowsOf(record.rows) } : quotedParts(record, links)),
      correction: correctionOf(card) ?? null,
      supersededBy: successorOf(card) ?? null,
      updated: record.updated,
      revision: record.revision,
      image: links.image(card.id, given.size, given.theme),
      json: links.form(card.id, 'json'),
    };
    return { result, content: given.picture ? [await pictureOf(c, given)] : [] };
  },
});

function quotedParts(record: QuotedRecord, links: Links) {
  const { card, source, support = [], relations = [] } = record;
  return {
    statusMeans: statusMeaning(card),
    asOf: card.asOf,
    saidOn: card.saidOn ?? null,
    place: card.place ?? null,
    translation: translationOf(record),
    source: {
      id: source.id,
      publisher: source.publisher,
      title: source.title && { thirdPartyText: source.title },
      published: source.published,
      url: source.url,
      language: source.language,
    },
    evidence: checkOutcomes(record),
    support: support.map((further) => ({
      quote: { thirdPartyText: further.quote.exact, publisher: further.source.publisher },
      citation: shortCitation(further.source),
      passage: links.passageOf(further),
      evidence: briefEvidence(further),
    })),
    related: relations.map(({ type, card: id, sentence }) => ({ type, id, sentence })),
  };
}

const rowsOf = (rows: { label: string; record: QuotedRecord }[]) =>
  rows.map(({ label, record }) => ({ label, id: record.card.id, sentence: sentenceOf(record) }));

/** The picture of the deployment, or one that is drawn now. @throws ToolProblem if this client may draw no more */
async function pictureOf(c: CardContext, { id, size, theme }: Input) {
  const { links, pictures, site } = c.var;
  const record = pictured(c, await findCard(c, id));
  const urls = { pageUrl: links.page(id), sourceUrl: links.evidence(record) };
  const options = { size, theme, format: 'png', brand: site.brand, ...urls } as const;
  const image = (bytes: Uint8Array) => {
    const data = Buffer.concat([bytes]).toString('base64');
    return { type: 'image' as const, data, mimeType: 'image/png' };
  };
  const deployed =
    record.sourceChanged === undefined ? await deployedPicture(c, links.image(id, size, theme)) : undefined;
  if (deployed) return image(deployed);
  if (!pictures.has(record, options) && !(await mayDraw(c)))
    throw new ToolProblem('Too many new pictures were requested. Try again in a minute, or call without picture.');
  return image((await pictures.ofCard(record, options)).bytes);
}

/** A file of the deployment; undefined if it has no such file. */
async function deployedPicture(c: CardContext, address: string): Promise<Uint8Array | undefined> {
  const response = await c.env?.ASSETS?.fetch(address);
  if (response?.status !== 200 || response.headers.get('Content-Type') !== 'image/png') return undefined;
  return new Uint8Array(await response.arrayBuffer());
}
