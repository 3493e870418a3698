import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJiebaSegmenter } from '../../src/segment';
import { policyTerms } from '../support/policy-terms';

const segmenter = createJiebaSegmenter({ terms: policyTerms });

const fragment = fc.oneof(
  fc.constantFrom(...policyTerms),
  fc.constantFrom('扩', '加', '的', '和', '发展', '计算', '力度', '市场', '服务', '，', '\n', ' '),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.constantFrom('\ud842', '\udfb7', '\0', '\ufeff'),
);
const text = fc.array(fragment, { maxLength: 30 }).map((fragments) => fragments.join(''));

describe('createJiebaSegmenter', () => {
  it('gives tokens that are the text when joined', () => {
    fc.assert(
      fc.property(text, (words) => {
        const tokens = segmenter.segment(words);
        expect(tokens.map((token) => token.text).join('')).toBe(words);
        expect(tokens.map((token) => token.end)).toEqual([...segmenter.boundaries(words)]);
        let reached = 0;
        for (const { text: word, start, end } of tokens) {
          expect(start).toBe(reached);
          expect(word).toBe(words.slice(start, end));
          expect(word).not.toBe('');
          reached = end;
        }
      }),
    );
  });

  it('gives search tokens in order, none twice, all tokens among them', () => {
    fc.assert(
      fc.property(text, (words) => {
        const spans = segmenter.segmentForSearch(words).map((token) => {
          expect(token.text).toBe(words.slice(token.start, token.end));
          return [token.start, token.end] as const;
        });
        const ordered = [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(spans).toEqual(ordered);
        const keys = new Set(spans.map(String));
        expect(keys.size).toBe(spans.length);
        for (const { start, end } of segmenter.segment(words)) {
          expect(keys).toContain(`${start},${end}`);
        }
      }),
    );
  });

  it('keeps a long term whole wherever none overlaps it', () => {
    const long = policyTerms.filter((term) => /^\p{Script=Han}{4,}$/u.test(term));
    const around = fc.string({
      unit: fc.constantFrom(...Array.from('扩发展的和计算力市法服务一在')),
      maxLength: 6,
    });
    fc.assert(
      fc.property(around, fc.constantFrom(...long), around, (before, term, after) => {
        fc.pre(standsAlone(before, term, after));
        const tokens = segmenter.segment(before + term + after);
        expect(tokens).toContainEqual({
          text: term,
          start: before.length,
          end: before.length + term.length,
        });
      }),
    );
  });
});

/** Whether no other term touches the term that stands between the two strings. */
function standsAlone(before: string, term: string, after: string): boolean {
  const words = before + term + after;
  return policyTerms.every((other) => {
    for (let at = words.indexOf(other); at !== -1; at = words.indexOf(other, at + 1)) {
      const isInside = at >= before.length && at + other.length <= before.length + term.length;
      const isApart = at + other.length <= before.length || at >= before.length + term.length;
      if (!isInside && !isApart) return false;
    }
    return true;
  });
}
