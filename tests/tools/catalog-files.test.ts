import { expect, test } from 'vitest';
import { uniqueLines } from '../../src/tools/catalog-files.ts';

test('problems are listed by file and line, each once', () => {
  const at = (file: string, line: number, message: string) => ({ file, line, message });
  const problems = [at('b.yaml', 9, 'x'), at('a.yaml', 10, 'y'), at('b.yaml', 9, 'x'), at('a.yaml', 2, 'z')];
  expect(uniqueLines(problems)).toEqual(['a.yaml:2: z', 'a.yaml:10: y', 'b.yaml:9: x']);
});
