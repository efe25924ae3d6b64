/** A page that says what went wrong, and where to go on. */
import type { Links } from '../links.ts';
import { Layout } from './layout.tsx';

type ErrorPageProps = { title: string; detail: string; status: number; links: Links };

export function ErrorPage({ title, detail, status, links }: ErrorPageProps) {
  return (
    <Layout title={title} links={links}>
      <p class="eyebrow">Error {status}</p>
      <h1>{title}</h1>
      <p>{detail}</p>
      <p>
        <a href={links.gallery()}>See all cards</a>
      </p>
    </Layout>
  );
}
