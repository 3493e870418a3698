import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../src/cli/read-lines';

async function readAll(chunks: readonly (string | Buffer)[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const input = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  for await (const line of readLines(input)) lines.push(line.toString());
  return lines;
}

describe('readLines', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['no line of nothing', [], []],
    ['the last line without a line feed', ['a\nb'], ['a', 'b']],
    ['empty lines', ['a\n\n', '\nb\n'], ['a', '', '', 'b']],
    ['a line over three chunks', ['a', 'b', 'c\nd\n'], ['abc', 'd']],
    ['other separators inside a line', ['a\u2028b\u0085c\rd\n'], ['a\u2028b\u0085c\rd']],
  ])('gives %s', async (_name, chunks, lines) => {
    expect(await readAll(chunks)).toEqual(lines);
  });

  it('gives the same lines however the bytes are cut into chunks', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '数', '\n', '\r') });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat({ max: 60 })), async (whole, cuts) => {
        const bytes = Buffer.from(whole);
        const bounds = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
        const chunks = bounds.slice(1).map((end, i) => bytes.subarray(bounds[i], end));
        const expected = whole.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(await readAll(chunks.filter(({ length }) => length > 0))).toEqual(expected);
      }),
    );
  });

  it('refuses a line of more than 64 MiB', async () => {
    const chunk = Buffer.alloc(16 * 1024 * 1024, 'a');
    const input = Readable.from([chunk, chunk, chunk, chunk, chunk]);
    await expect(readLines(input).next()).rejects.toMatchObject({ code: 'input-too-large' });
  });
});
