import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChineseNumeral, parseChineseNumeral, splitSentences } from '../../src/text';

const PIECES = Array.from('数据。！？；!?;..""”’』」）)】“（aA1 \n\r\t　\u2028\ud800');
const punctuatedText = fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join(''));

describe('splitSentences', () => {
  it('gives the text back when joined, without empty sentences', () => {
    fc.assert(
      fc.property(fc.oneof(punctuatedText, fc.string({ unit: 'binary' })), (text) => {
        const sentences = splitSentences(text);
        const words = sentences.map(({ start, end }) => text.slice(start, end));
        expect(words.join('')).toBe(text);
        expect(words).not.toContain('');
        for (const [index, { start }] of sentences.entries()) {
          expect(start).toBe(index === 0 ? 0 : sentences[index - 1]?.end);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('holds no line break and no Chinese end mark but at the end of a sentence', () => {
    fc.assert(
      fc.property(punctuatedText, (text) => {
        for (const { start, end } of splitSentences(text)) {
          const isTail = (character: string): boolean =>
            /[\s。！？；!?;.”’』」）)】"]/.test(character);
          const characters = Array.from(text.slice(start, end));
          const body = characters
            .slice(0, characters.findLastIndex((one) => !isTail(one)) + 1)
            .join('');
          expect(body).not.toMatch(/[\n\r\u2028。！？；]/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('begins no sentence but the first with white space or a closing quote', () => {
    fc.assert(
      fc.property(punctuatedText, (text) => {
        for (const { start } of splitSentences(text).slice(1)) {
          expect(text.charAt(start)).not.toMatch(/[ \n\r\t\u3000\u2028]/);
          if (/[。！？]/.test(text.charAt(start - 1)))
            expect(text.charAt(start)).not.toMatch(/[”）]/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseChineseNumeral', () => {
  const NUMERALS = Array.from('零〇一二两九十百千万亿廿壹拾萬1０,.');

  it('gives a whole or decimal number of at least 0, or nothing, for any text', () => {
    const numeral = fc.array(fc.constantFrom(...NUMERALS), { maxLength: 12 });
    fc.assert(
      fc.property(
        numeral.map((pieces) => pieces.join('')),
        (text) => {
          const value = parseChineseNumeral(text);
          if (value === undefined) return;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('reads compositions with 万 and 亿', () => {
    const part = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(part, part, part, (yi, wan, rest) => {
        const write = (value: number): string =>
          (value < 1000 ? '零' : '') + formatChineseNumeral(value);
        const text = `${formatChineseNumeral(yi)}亿${write(wan)}万${write(rest)}`;
        expect(parseChineseNumeral(text)).toBe(yi * 1e8 + wan * 1e4 + rest);
      }),
    );
  });

  it('reads digits one by one as their Arabic form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const digits = String(value).replace(/\d/g, (digit) =>
          '〇一二三四五六七八九'.charAt(Number(digit)),
        );
        const wide = String(value).replace(/\d/g, (digit) =>
          '０１２３４５６７８９'.charAt(Number(digit)),
        );
        expect([digits, wide, String(value)].map(parseChineseNumeral)).toEqual([
          value,
          value,
          value,
        ]);
      }),
    );
  });
});
