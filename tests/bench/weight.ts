/** `npm run bench:weight`: the bytes of every card's PNG in every size and theme, drawn by the real bundle. */
import { compileCatalog } from '../../src/catalog/compile.ts';
import { SIZE_NAMES } from '../../src/render/variant.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { bootBundle } from '../helpers/bundle.ts';

const { catalog } = compileCatalog(await readCatalogFiles('cards'));
const bundle = await bootBundle(catalog);

console.log('size           pictures  median   heaviest');
for (const variant of SIZE_NAMES.flatMap((size) => [size, `${size}-dark`])) {
  const weights: { id: string; bytes: number }[] = [];
  for (const { card } of catalog.cards) {
    const response = await bundle.get(`/cards/${card.id}/${variant}.png`);
    if (response.status !== 200) throw new Error(`${card.id}/${variant}.png answered ${response.status}`);
    weights.push({ id: card.id, bytes: (await response.arrayBuffer()).byteLength });
  }
  weights.sort((a, b) => a.bytes - b.bytes);
  const [median, heaviest] = [weights[weights.length >> 1], weights.at(-1)];
  console.log(
    `${variant.padEnd(14)} ${String(weights.length).padEnd(9)} ${String(median?.bytes).padEnd(8)} ${heaviest?.bytes} ${heaviest?.id}`,
  );
}
await bundle.close();
