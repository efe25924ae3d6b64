/** The way to the other pages of a long list. */

export function Pages({ first, next }: { first?: string; next?: string }) {
  if (first === undefined && next === undefined) return null;
  return (
    <nav class="pages" aria-label="Pages of the list">
      {first !== undefined && <a href={first}>First page</a>}
      {next !== undefined && (
        <a href={next} rel="next">
          More cards
        </a>
      )}
    </nav>
  );
}
