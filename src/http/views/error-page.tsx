/** A page that says what went wrong, and where to go on. */
import type { Links } from '../links.ts';
import { MAX_SEARCH_CHARACTERS } from '../schemas/parameters.ts';
import { Layout } from './layout.tsx';

type ErrorPageProps = { title: string; detail: string; status: number; links: Links };

export function ErrorPage({ title, detail, status, links }: ErrorPageProps) {
  return (
    <Layout title={title} links={links} head={<meta name="robots" content="noindex" />}>
      <p class="eyebrow">Error {status}</p>
      <h1>{title}</h1>
      <p class="lead">{detail}</p>
      {status < 500 && (
        <search>
          <form class="search" action={links.gallery()}>
            <label class="wide">
              Search the cards
              <input type="search" name="q" maxlength={MAX_SEARCH_CHARACTERS} />
            </label>
            <button type="submit">Search</button>
          </form>
        </search>
      )}
      <p>
        <a href={links.gallery()}>See all cards</a>
      </p>
    </Layout>
  );
}
