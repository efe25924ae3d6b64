/** The response to each problem, in the requested form: JSON, a page, plain text or a drawn card. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../card/problem.ts';
import type { CardRecord } from '../card/record.ts';
import { Id } from '../card/source.ts';
import { plainError } from '../render/plain.ts';
import { MAIN_VARIANT, VARIANT_NAMES } from '../render/variant.ts';
import { MAX_SEARCH_CHARACTERS } from './api/schemas/parameters.ts';
import { PROBLEM_MEDIA_TYPE, type ProblemDocument } from './api/schemas/service.ts';
import { CACHE_POLICY } from './caching.ts';
import { type CardContext, logError } from './context.ts';
import { FORMS, type ImageForm, splitForm, type Writing } from './forms.ts';
import { imageResponse } from './images/image-response.ts';
import type { Links } from './links.ts';
import { answerPage, Layout } from './pages/layout.tsx';
import { CardGrid } from './pages/tile.tsx';

/** The methods of all other addresses. */
const READING_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** The Model Context Protocol is spoken with POST alone. */
export const MCP_PATH = '/mcp';
export const methodsOf = (path: string) => (path === MCP_PATH ? ['POST', 'OPTIONS'] : READING_METHODS);

type Explanation = { status: ContentfulStatusCode; title: string; detail: string };

/** Addresses that return JSON, although their path has no `.json`. */
const JSON_PATHS = new Set(['/api', '/health', '/oembed', MCP_PATH]);

/** The form of an error, derived from the path alone. */
function writingOf(path: string): Writing {
  if (path.startsWith('/api/') || JSON_PATHS.has(path)) return 'json';
  const form = splitForm(path)?.form;
  if (form) return FORMS[form].errors;
  return /\.(?:txt|xml)$/.test(path) ? 'text' : 'page';
}

function explain(problem: Problem): Explanation {
  switch (problem.type) {
    case 'card-not-found':
      return {
        status: 404,
        title: 'No such card',
        detail:
          'No card has this id. Ids are permanent, so the address was probably mistyped. The home page lists all cards.',
      };
    case 'revision-not-found':
      return {
        status: 404,
        title: 'No such revision',
        detail: 'This revision of the card was never published. The page of the card lists the published ones.',
      };
    case 'source-not-found':
      return { status: 404, title: 'No such source', detail: 'No source has this id. /sources lists every source.' };
    case 'speaker-not-found':
      return {
        status: 404,
        title: 'No such speaker',
        detail: 'No speaker has this id. /speakers lists every speaker.',
      };
    case 'topic-not-found':
      return { status: 404, title: 'No such topic', detail: 'No card has this topic. /topics lists every topic.' };
    case 'bad-parameter':
      return { status: 400, title: 'Invalid parameter', detail: problem.message };
    // oEmbed 1.0, section 2.3.2, asks for this status.
    case 'format-not-implemented':
      return { status: 501, title: 'No such format', detail: 'oEmbed supports format=json and format=xml.' };
    case 'method-not-allowed':
      return {
        status: 405,
        title: 'Method not allowed',
        detail: 'Every address supports only GET, HEAD and OPTIONS; /mcp supports only POST and OPTIONS.',
      };
    case 'size-not-found':
      return {
        status: 404,
        title: 'No such size or theme',
        detail: `A card is drawn as ${VARIANT_NAMES.join(', ')}, each as .png or .svg.`,
      };
    case 'address-not-found':
      return {
        status: 404,
        title: 'No such address',
        detail: 'There is nothing at this address. The home page lists all cards.',
      };
    case 'catalog-unavailable':
      return {
        status: 503,
        title: 'Catalogue unavailable',
        detail: 'The catalogue cannot be read at the moment. Please try again in a minute.',
      };
    case 'card-damaged':
      return {
        status: 500,
        title: 'This card is damaged',
        detail:
          'The data of this card cannot be read. The address is correct; the error is on the server. Other cards are not affected.',
      };
    case 'drawing-failed':
      return {
        status: 503,
        title: 'Picture not available',
        detail:
          'This picture could not be drawn. The address is correct; the error is on the server. Please try again in a minute.',
      };
    case 'too-many-drawings':
      return {
        status: 429,
        title: 'Too many new pictures',
        detail:
          'This client requested more new pictures in a minute than the server allows. Existing pictures are still available.',
      };
    case 'too-many-calls':
      return {
        status: 429,
        title: 'Too many calls',
        detail: 'This client made more calls in a minute than the server allows. Please try again in a minute.',
      };
    case 'origin-not-allowed':
      return {
        status: 403,
        title: 'Origin not allowed',
        detail: 'The Origin must be an http or https address. The preview accepts only origins on the same machine.',
      };
    case 'internal-error':
      return {
        status: 500,
        title: 'Something went wrong',
        detail: 'An error occurred on the server. Please try again in a minute.',
      };
  }
}

/** Explanations that only the author of a catalogue needs. */
const IN_PREVIEW: Partial<Record<Problem['type'], Pick<Explanation, 'detail'>>> = {
  'card-not-found': {
    detail:
      'No card has this id. If the card is in cards/, a file of the catalogue has an error: the preview keeps the last valid catalogue, and npm run check names the error.',
  },
};

/** Returns a problem in the form that the address implies. */
export async function answerProblem(c: CardContext, problem: Problem): Promise<Response> {
  const explanation = { ...explain(problem), ...(c.get('isPreview') && IN_PREVIEW[problem.type]) };
  const { status, title, detail } = explanation;
  // Errors that depend on the moment or on the client must not be cached.
  c.header('Cache-Control', status >= 500 || status === 429 ? CACHE_POLICY.never : CACHE_POLICY.error);
  // A card's ETag and tags may be set already when drawing it fails.
  c.header('ETag', undefined);
  c.header('Cache-Tag', undefined);
  if (status === 503 || status === 429) c.header('Retry-After', '60');
  if (problem.type === 'method-not-allowed') c.header('Allow', methodsOf(c.req.path).join(', '));
  const writing = writingOf(c.req.path);
  switch (writing) {
    case 'json':
      return c.body(JSON.stringify(problemDocument(problem, explanation)), status, {
        'Content-Type': PROBLEM_MEDIA_TYPE,
      });
    case 'page': {
      const words = wordsOfId('id' in problem ? problem.id : 'slug' in problem ? problem.slug : '');
      const similar = problem.type === 'card-not-found' ? await similarCards(c, words) : [];
      return answerPage(
        c,
        <ErrorPage {...explanation} type={problem.type} words={words} similar={similar} links={c.var.links} />,
        status,
      );
    }
    case 'text':
      return c.text(`${title}\n\n${detail}\n`, status);
    case 'png':
    case 'svg':
      return answerDrawn(c, explanation, writing);
  }
}

/**
 * Problem details (RFC 9457). `code` identifies the problem for programs; `parameter` names the invalid parameter, or is
 * null.
 */
export function problemDocument(problem: Problem, { title, status, detail } = explain(problem)): ProblemDocument {
  const parameter = problem.type === 'bad-parameter' ? problem.parameter : null;
  return { type: 'about:blank', title, status, detail, code: problem.type, parameter };
}

/** Draws an error. If drawing fails, returns a plain picture in the same format. */
async function answerDrawn(c: CardContext, explanation: Explanation, form: ImageForm): Promise<Response> {
  const { status, title, detail } = explanation;
  const { brand } = c.var.site;
  try {
    return imageResponse(c, await c.var.pictures.ofError({ title, detail }, form, brand), form, status);
  } catch (error) {
    logError(c, error as Error);
    // The next request may succeed, so the plain picture must not be cached.
    c.header('Cache-Control', CACHE_POLICY.never);
    return imageResponse(c, plainError({ title, detail }, form, brand.colors[MAIN_VARIANT.theme]), form, status);
  }
}

/** Cards that have most words of a mistyped id. */
async function similarCards(c: CardContext, words: string | undefined): Promise<readonly CardRecord[]> {
  const page = words === undefined ? undefined : await c.var.store.listCards({ q: words, limit: 3 });
  return page === undefined || page.match === 'some' ? [] : page.cards;
}

/** The list of what was not found. */
const LISTS: Partial<Record<Problem['type'], 'sources' | 'speakers' | 'topics'>> = {
  'source-not-found': 'sources',
  'speaker-not-found': 'speakers',
  'topic-not-found': 'topics',
};

type ErrorPageProps = {
  title: string;
  detail: string;
  status: number;
  type?: Problem['type'];
  words?: string | undefined;
  similar?: readonly CardRecord[];
  links: Links;
};

/** Where to continue, what happened, and what a program would want to know. `words`: what the reader is probably looking for. */
export function ErrorPage({ title, detail, status, type, words, similar = [], links }: ErrorPageProps) {
  const isWrongLink = status === 400 || status === 404;
  const list = (type && LISTS[type]) ?? 'cards';
  return (
    <Layout title={title} links={links} head={<meta name="robots" content="noindex" />}>
      <p class="eyebrow">{isWrongLink ? title : `Error ${status}`}</p>
      <h1>{isWrongLink ? 'This link is wrong or out of date' : title}</h1>
      {!isWrongLink && <p class="lead">{detail}</p>}
      <p>
        <a class="action" href={list === 'cards' ? links.gallery() : links[list]()}>
          All {list}
        </a>
      </p>
      {similar.length > 0 && (
        <>
          <h2>Similar cards</h2>
          <CardGrid cards={similar} links={links} />
        </>
      )}
      {status < 500 && (
        <search>
          <form class="search" action={links.gallery()}>
            <label class="words-field">
              <span>Search the cards</span>
              <input type="search" name="q" maxlength={MAX_SEARCH_CHARACTERS} value={words} />
            </label>
            <button type="submit">Search</button>
          </form>
        </search>
      )}
      <p>
        Or start at the <a href={links.gallery()}>home page</a>, or browse the <a href={links.topics()}>topics</a>, the{' '}
        <a href={links.speakers()}>speakers</a> and the <a href={links.sources()}>sources</a>.
      </p>
      {isWrongLink && (
        <p class="muted">
          Error {status}: {detail}
        </p>
      )}
    </Layout>
  );
}

/** The words of a mistyped id: "wagner-fighter-belarus" → "wagner fighter belarus". */
export function wordsOfId(id: string): string | undefined {
  return Id.safeParse(id).success ? id.replaceAll('-', ' ') : undefined;
}
