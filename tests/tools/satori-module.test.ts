import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { modifySatori } from '../../src/tools/satori-module.ts';

const published = readFileSync('node_modules/satori/dist/standalone.js', 'utf8');

describe('the modified satori', () => {
  test('compiles no WebAssembly from bytes, and asks for no address', () => {
    const module = modifySatori(published);
    expect(module).not.toMatch(/new WebAssembly\.Module|self\.location/);
    expect(module).not.toContain('AGFzbQ');
    expect(module.length).toBeLessThan(published.length - 500_000);
  });

  test.each([
    ['self.location.href', 'the address of the script'],
    ['new WebAssembly.Module(', 'trampoline'],
    ['.path.commands,', 'the path of a glyph'],
  ])('fails if satori no longer contains %s', (words, name) => {
    expect(() => modifySatori(published.replaceAll(words, 'moved('))).toThrow(
      new RegExp(`${name} matches 0 places.*src/tools/satori-module\\.ts`),
    );
  });

  test('fails if a pattern matches twice', () => {
    expect(() => modifySatori(`${published}\nself.location.href`)).toThrow(
      'the address of the script matches 2 places',
    );
  });

  test('draws what the published satori draws, to a tenth of a px', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['tests/helpers/draw-modified.ts'], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const { mean, inked } = JSON.parse(stdout);
    expect(inked).toBeGreaterThan(10_000);
    expect(mean).toBeLessThan(0.2);
    expect(mean).toBeGreaterThan(0);
  });
});
