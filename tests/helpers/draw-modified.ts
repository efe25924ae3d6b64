/**
 * `node tests/helpers/draw-modified.ts`: draws texts with the published satori and with the module that the build makes of
 * it, both in Node, and prints how far their pixels are apart: the mean and the largest difference of a channel.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { box, column } from '../../src/render/element.ts';
import { registerModuleHooks } from '../../src/tools/module-hooks.ts';

const root = join(import.meta.dirname, '../..');
const published = await import(join(root, 'node_modules/satori/dist/standalone.js'));
registerModuleHooks();
const modified = await import('satori/standalone');
const { default: layoutModule } = await import('satori/layout.wasm');
const { toPixels } = await import('../../src/render/svg.ts');

const bytes = (path: string) => readFileSync(join(root, `assets/fonts/${path}.ttf`));
const fonts = [
  { name: 'Inter', weight: 400 as const, style: 'normal' as const, data: bytes('inter-regular') },
  { name: 'Source Serif', weight: 400 as const, style: 'normal' as const, data: bytes('source-serif-regular') },
];
const TEXTS = ['Лукашенко & Ціханоўская: “1,000”', 'Waffle iiii llll .,;:—', 'ĽŞΩ œß öäü fi fl', 'ΆΈ 10 000 €'];
const tree = column(
  { width: 1200, height: 630, background: '#ffffff', color: '#000000' },
  ...TEXTS.flatMap((text, index) => [
    box({ fontFamily: 'Inter', fontSize: 23 + 7 * index, letterSpacing: index }, text),
    box({ fontFamily: 'Source Serif', fontSize: 60 - 9 * index, fontStyle: index === 1 ? 'italic' : 'normal' }, text),
  ]),
);

const pixels: Uint8Array[] = [];
for (const { default: satori, init } of [published, modified]) {
  await init(layoutModule);
  pixels.push((await toPixels(await satori(tree, { width: 1200, height: 630, fonts }))).rgba);
}
const [before = new Uint8Array(), after = new Uint8Array()] = pixels;
const apart = before.map((value, at) => Math.abs(value - (after[at] ?? 0)));
const inked = before.reduce((count, value) => count + (value < 128 ? 1 : 0), 0);
console.log(JSON.stringify({ mean: apart.reduce((sum, value) => sum + value, 0) / apart.length, inked }));
