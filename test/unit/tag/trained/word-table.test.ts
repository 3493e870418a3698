import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordTable } from '../../../../src/tag/trained/word-table';

describe('createWordTable', () => {
  it('finds what a map finds, at any place of a text', () => {
    const word = fc.string({
      unit: fc.constantFrom('数', '据', '网', 'a', '\ud800'),
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 30 }),
        fc.array(word, { maxLength: 10 }),
        (words, parts) => {
          const table = createWordTable(words);
          const known = new Map(words.map((text, index) => [text, index]));
          const text = parts.join('');
          for (let start = 0; start <= text.length; start += 1) {
            for (let end = start; end <= Math.min(text.length, start + 4); end += 1)
              expect(table.find(text, start, end)).toBe(known.get(text.slice(start, end)) ?? -1);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds nothing in an empty table', () => {
    expect(createWordTable([]).find('数据', 0, 2)).toBe(-1);
  });
});
