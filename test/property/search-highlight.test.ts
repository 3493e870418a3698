// Highlights of any query in any passage: in order, disjoint, inside, and the same words in the source.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document';
import { createHighlighter } from '../../src/search/highlight';
import { parseQuery, type Query } from '../../src/search/query';
import { builtinSynonyms } from '../../src/search/synonyms';
import { createJiebaSegmenter } from '../../src/segment';
import type { Span } from '../../src/text';

const segmenter = createJiebaSegmenter();
const part = fc.oneof(
  fc.constantFrom(
    ...[
      '数据',
      '要素',
      '市场',
      '人工智能',
      'AI',
      '５Ｇ',
      '數據',
      'big data',
      '。',
      '，',
      '；',
      ' ',
      '\n',
      '　',
    ],
    ...['的', '𠮷', '\ud800', '\u200b', '“', '”', '"', '-', '《', '》', '123', '一、'],
  ),
  fc.string({ unit: 'binary', maxLength: 2 }),
);
const anyText = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));

function tryParse(text: string): Query | undefined {
  try {
    return parseQuery(text);
  } catch {
    return undefined;
  }
}

function expectOrdered(spans: readonly Span[], from: number, to: number): void {
  let reached = from;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(reached);
    expect(end).toBeGreaterThan(start);
    reached = end;
  }
  expect(reached).toBeLessThanOrEqual(to);
}

/** Without white space, which joins add or leave out. */
function squeeze(text: string): string {
  return text.replace(/\s/gu, '');
}

describe('createHighlighter', () => {
  it('gives ordered, disjoint spans whose words stand in the source', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        fc.integer({ min: 20, max: 200 }),
        (queryText, source, maxLength) => {
          const query = tryParse(queryText);
          if (query === undefined) return;
          const highlighter = createHighlighter(query, {
            segmenter,
            synonyms: builtinSynonyms,
            maxLength,
          });
          const { passages, title } = parseDocument(source, { id: 'd' });
          for (const passage of passages) {
            const { snippets } = highlighter.highlight({ ...passage, title });
            expectOrdered(snippets, 0, passage.text.length);
            expect(snippets.length).toBeGreaterThan(0);
            for (const { text, start, end, source: places, highlights } of snippets) {
              expect(text).toBe(passage.text.slice(start, end));
              expect(text.length).toBeLessThanOrEqual(maxLength);
              expect(text).toBe(text.trim());
              expectOrdered(places, passage.span.start, passage.span.end);
              expectOrdered(highlights, 0, text.length);
              for (const one of highlights) {
                expectOrdered(one.source, passage.span.start, passage.span.end);
                const words = one.source
                  .map((place) => source.slice(place.start, place.end))
                  .join('');
                expect(squeeze(words)).toBe(squeeze(text.slice(one.start, one.end)));
              }
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
