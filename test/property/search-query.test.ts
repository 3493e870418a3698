// The query language on any text: a query or an error with its place; and queries written down read back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZhengceError } from '../../src/errors';
import { parseQuery, type QueryClause } from '../../src/search/query';

/** Texts of what the language is made of, and of anything else. */
const anyQuery: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '"',
          '“',
          '”',
          '「',
          '」',
          '《',
          '》',
          '-',
          '－',
          ' ',
          '　',
          '\n',
          'OR',
          'AND',
          'NOT',
          ':',
          '：',
        ],
        ...[
          'task:',
          'year:',
          'doc:',
          'tasks:',
          '2021',
          '..',
          'T2',
          ',',
          '，',
          '数据',
          '數據',
          '要素',
          'a',
          'Ａ',
        ],
        ...['\u200b', '\0', '\ud800', '\udc00', '𠮷', '①'],
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

/** A clause as one would write it, and what it should be read as, spans left out. */
type Written = readonly [text: string, clause: unknown];

const word = fc.stringMatching(/^[数据要素市场5g]{1,5}$/);
const words: fc.Arbitrary<Written> = word.map((text) => [
  text,
  { kind: 'words', text, phrases: [] },
]);
const phrase: fc.Arbitrary<Written> = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 2 }),
    fc.constantFrom('""', '“”', '「」', '『』'),
  )
  .map(([parts, [open, close]]) => {
    const text = parts.join(' ');
    return [`${open ?? ''}${text}${close ?? ''}`, { kind: 'phrase', text }];
  });
const filter: fc.Arbitrary<Written> = fc.oneof(
  fc
    .tuple(fc.constantFrom('task', 'region', 'doc'), fc.array(word, { minLength: 1, maxLength: 3 }))
    .map(
      ([field, values]): Written => [
        `${field}:${values.join(',')}`,
        { kind: 'filter', field, values },
      ],
    ),
  fc
    .tuple(fc.integer({ min: 1000, max: 5000 }), fc.nat(4000))
    .map(
      ([from, more]): Written => [
        `year:${String(from)}..${String(from + more)}`,
        { kind: 'filter', field: 'year', ranges: [{ from, to: from + more }] },
      ],
    ),
);
const operand = fc.oneof(words, phrase, filter);
const exclusion: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom('-', '－', 'NOT '), operand)
  .map(([minus, [text, clause]]) => {
    const { kind, text: inner } = clause as { kind: string; text: string };
    const excluded = kind === 'words' ? { kind: 'phrase', text: inner } : clause;
    return [minus + text, { kind: 'exclude', operand: excluded }];
  });
const alternatives: fc.Arbitrary<Written> = fc
  .array(operand, { minLength: 2, maxLength: 4 })
  .map((parts) => [
    parts.map(([text]) => text).join(' OR '),
    { kind: 'any', operands: parts.map(([, clause]) => clause) },
  ]);

function dropSpans(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'span' ? undefined : inner)),
  );
}

function listSpans(clauses: readonly QueryClause[]): readonly { start: number; end: number }[] {
  return clauses.map(({ span }) => span);
}

describe('parseQuery', () => {
  it('gives a query or an error with its place for any text', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        let query: ReturnType<typeof parseQuery>;
        try {
          query = parseQuery(text);
        } catch (error) {
          if (!(error instanceof ZhengceError)) throw error;
          const { position, length } = error.details as { position: number; length: number };
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position + length).toBeLessThanOrEqual(text.length);
          expect(error.message).toMatch(/^parseQuery: expected .*, received .*\n.*\n\s*\^$/u);
          return;
        }
        let reached = 0;
        for (const { start, end } of listSpans(query.clauses)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(reached).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a written query back, whatever white space parts it', () => {
    const space = fc.constantFrom(' ', '  ', '　', '\t', ' \n', ' AND ');
    const clause = fc.oneof(words, phrase, filter, exclusion, alternatives);
    fc.assert(
      fc.property(fc.array(fc.tuple(clause, space), { maxLength: 6 }), (parts) => {
        const text = parts.map(([[written], gap]) => written + gap).join('');
        const expected = parts.map(([[, read]]) => read);
        expect(dropSpans(parseQuery(text).clauses)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a clause alone as it reads it among others', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        let clauses: readonly QueryClause[];
        try {
          ({ clauses } = parseQuery(text));
        } catch {
          return;
        }
        for (const clause of clauses) {
          const alone = parseQuery(text.slice(clause.span.start, clause.span.end)).clauses;
          expect(dropSpans(alone)).toEqual(dropSpans([clause]));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
