/**
 * Cards at their short addresses, in every form: /cards/{id}.png, /cards/{id}@{revision}.json; and those of a topic. Wildcards
 * instead of patterns let Hono match all routes with one regular expression.
 */
import { Hono } from 'hono';
import { MAIN_VARIANT } from '../render/variant.ts';
import { answerCardFile, answerTopicFile } from './api/api.ts';
import { type CardName, decode, parseCardPath } from './card-address.ts';
import { answerCitation, type CitationForm } from './citations/citations.ts';
import type { CardContext, Env } from './context.ts';
import { answerProblem } from './errors.tsx';
import type { CardForm, ImageForm } from './forms.ts';
import { answerImage } from './images/images.ts';
import { answerMarkdown } from './text/texts.ts';

/** Returns a card in a form. `name` is `undefined` for a malformed id or revision. */
type Answer = (c: CardContext, name: CardName | undefined) => Promise<Response>;

const picture =
  (format: ImageForm): Answer =>
  (c, name) =>
    name ? answerImage(c, name, { ...MAIN_VARIANT, format }) : answerProblem(c, { type: 'address-not-found' });

const citation =
  (form: CitationForm): Answer =>
  (c, name) =>
    answerCitation(c, name, form);

const ANSWERS: Record<CardForm, Answer> = {
  json: answerCardFile,
  csl: citation('csl'),
  ris: citation('ris'),
  bib: citation('bib'),
  md: answerMarkdown,
  png: picture('png'),
  svg: picture('svg'),
};

const SHORT = /^\/cards\/[^/]+\.[a-z.]+$/;
const TOPIC_FILE = /^\/topics\/([^/]+)\.(json|csv)$/;

export const cardFiles = new Hono<Env>()
  .get('/cards/*', (c, next) => {
    const file = SHORT.test(c.req.path) && parseCardPath(c.req.path);
    return file ? ANSWERS[file.form](c, file.name) : next();
  })
  .get('/topics/*', async (c, next) => {
    const [, name, ending] = TOPIC_FILE.exec(c.req.path) ?? [];
    if (name === undefined) return next();
    const topic = decode(name);
    if (ending === 'json') return answerTopicFile(c, topic);
    const isKnown = await c.var.store.getTopic(topic);
    return isKnown
      ? c.redirect(c.var.links.cardTable({ topic }))
      : answerProblem(c, { type: 'topic-not-found', slug: topic });
  });
