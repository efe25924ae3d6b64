/**
 * `node tests/golden/draw-brand.ts FOLDER OUT PICTURE…`: draws specimens in the brand of a folder with cards/site.yaml. It
 * is a process of its own, because the fonts of a process are constant.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { registerModuleHooks } from '../../src/tools/module-hooks.ts';
import { readSite } from '../../src/tools/site-files.ts';
import { SPECIMENS } from '../../src/tools/specimens.ts';

const [folder = '', out = '', ...pictures] = process.argv.slice(2);
process.chdir(folder);
const { site, fonts, problems } = await readSite();
if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
registerModuleHooks(fonts);
const { renderImage } = await import('../../src/render/image.ts');
const { parseVariant } = await import('../../src/render/variant.ts');

const store = createBundledStore(SPECIMENS);
for (const picture of pictures) {
  const [id = '', name = ''] = picture.split('/');
  const [record, variant] = [await store.getCard(id), parseVariant(name)];
  if (!record || !variant) throw new Error(`there is no specimen ${picture}`);
  const addresses = { pageUrl: `http://cards.example.org/cards/${id}`, sourceUrl: 'https://daily.example/article' };
  const png = await renderImage(record, { ...variant, ...addresses, format: 'png', brand: site.brand });
  writeFileSync(join(out, `${picture.replace('/', '-')}.png`), png);
}
