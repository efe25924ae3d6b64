/** The specimens page of the preview: pictures of invented cards. A deployed Worker has none. */
import { Hono } from 'hono';
import type { Store } from '../../catalog/store.ts';
import { SIZES } from '../../render/variant.ts';
import { parseId, parseVariantFile } from '../card-address.ts';
import type { CardContext, Env } from '../context.ts';
import { answerProblem } from '../errors.tsx';
import { answerImage } from '../images/images.ts';
import { answerPage, Layout } from './layout.tsx';

/** Invented cards, and the names of their pictures: "figure/square-dark". */
export type Specimens = { store: Store; pictures: readonly string[] };

export function specimenPages({ store, pictures }: Specimens) {
  return new Hono<Env>()
    .get('/', (c) => answerPage(c, <SpecimensPage pictures={pictures} c={c} />))
    .get('/:id/:file{[^/]+\\.(?:png|svg)}', async (c) => {
      const id = parseId(c.req.param('id'));
      const variant = parseVariantFile(c.req.param('file'));
      if (id === undefined || !variant) return answerProblem(c, { type: 'address-not-found' });
      return answerImage(c, { id }, variant, store);
    });
}

function SpecimensPage({ pictures, c }: { pictures: readonly string[]; c: CardContext }) {
  return (
    <Layout title="Specimens" links={c.var.links}>
      <h1>Specimens</h1>
      <p>Pictures of invented cards ({pictures.length}). The golden tests compare each of them byte by byte.</p>
      <ul class="specimens">
        {pictures.map((picture) => {
          const { width, height } = SIZES[parseVariantFile(`${picture.split('/')[1]}.png`)?.size ?? 'og'];
          return (
            <li key={picture}>
              <a href={c.var.links.specimen(picture)}>
                <img src={c.var.links.specimen(picture)} width={width} height={height} alt={picture} loading="lazy" />
              </a>
              <br />
              {picture}
            </li>
          );
        })}
      </ul>
    </Layout>
  );
}
