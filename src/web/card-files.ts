/** Cards at their short addresses, in every form: /cards/{id}.png, /cards/{id}@{revision}.json; and those of a topic. */
import { Hono } from 'hono';
import { MAIN_VARIANT } from '../render/variant.ts';
import { answerCardFile, answerTopicFile } from './api/api.ts';
import { type CardName, parseCardPath } from './card-address.ts';
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

export const cardFiles = new Hono<Env>()
  .get('/cards/:file{[^/]+\\.[a-z.]+}', (c, next) => {
    const file = parseCardPath(c.req.path);
    return file ? ANSWERS[file.form](c, file.name) : next();
  })
  .get('/topics/:file{[^/]+\\.json}', (c) => answerTopicFile(c, c.req.param('file').slice(0, -'.json'.length)))
  .get('/topics/:file{[^/]+\\.csv}', async (c) => {
    const topic = c.req.param('file').slice(0, -'.csv'.length);
    const isKnown = await c.var.store.getTopic(topic);
    return isKnown
      ? c.redirect(c.var.links.cardTable({ topic }))
      : answerProblem(c, { type: 'topic-not-found', slug: topic });
  });
