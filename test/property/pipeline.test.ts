/**
 * What holds for every document from text to tags, on generated documents, on hostile input, and on all shared policies.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analyzer';
import { parseDocument } from '../../src/document';
import type { TaggedDocument, TaggedPassage } from '../../src/tag';
import { builtinTaxonomy } from '../../src/taxonomy';
import { normalizeText } from '../../src/text';
import { describeWithShared } from '../support/shared';

const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });

function tag(source: string): TaggedDocument {
  return analyzer.tag(analyzer.parse(source, { id: 'd' }), { explain: true });
}

/** Everything that is claimed of a document; a failure names the place. */
function checkDocument(document: TaggedDocument): void {
  const { source } = document;
  let end = 0;
  for (const passage of document.passages) {
    expect(passage.span.start, passage.id).toBeGreaterThanOrEqual(end);
    expect(passage.span.end, passage.id).toBeGreaterThan(passage.span.start);
    end = passage.span.end;
    for (const piece of passage.pieces) {
      expect(piece.start >= passage.span.start && piece.end <= passage.span.end, passage.id).toBe(
        true,
      );
    }
    const words = analyzer.segment(passage.text).map(({ text }) => text);
    expect(words.join(''), passage.id).toBe(passage.text);
    checkTags(document, passage);
  }
  expect(end).toBeLessThanOrEqual(source.length);
}

function checkTags(
  { source, titleSpan }: TaggedDocument,
  { id, pieces, tags, headingSpans }: TaggedPassage,
): void {
  const scores = tags.map(({ score }) => score);
  expect(scores, id).toEqual([...scores].sort((a, b) => b - a));
  for (const { score, rawScore, evidence } of tags) {
    expect(score > 0 && score <= 1, id).toBe(true);
    expect(
      evidence.reduce((sum, { weight }) => sum + weight, 0),
      id,
    ).toBeCloseTo(rawScore, 6);
    for (const { start, end, term, field, headingIndex } of evidence) {
      expect(start <= end && end <= source.length, id).toBe(true);
      if (field === 'title' && titleSpan === undefined) continue;
      if (field === 'document' || field === 'neighbour') continue;
      // A page number may stand within the words of a heading, which is then pointed to as a whole.
      const whole = field === 'title' ? titleSpan : headingSpans[headingIndex];
      if (field !== 'text' && whole?.start === start && whole.end === end) continue;
      // A page number between two lines of a paragraph is no part of its words.
      const words =
        field === 'text'
          ? pieces
              .map((piece) =>
                source.slice(
                  Math.max(start, piece.start),
                  Math.max(start, Math.min(end, piece.end)),
                ),
              )
              .join('')
          : source.slice(start, end);
      expect(squeeze(words), `${id} ${field} ${String(start)}`).toContain(squeeze(term));
    }
  }
}

/** Words as they are matched, whatever stands between them where a line was wrapped. */
function squeeze(text: string): string {
  return normalizeText(text)
    .text.toLowerCase()
    .replace(/[\s*]+/g, '');
}

describe('the pipeline on generated documents', () => {
  const word = fc.constantFrom(
    '数据要素',
    '5G网络',
    '一网通办',
    '（二）',
    '智慧养老',
    '养老',
    '\u200b',
    '數據',
    '　',
    '，',
    '。',
    '第三条',
    '专栏1',
    'AI',
    '\ud800',
    '\0',
    '**',
  );
  const line = fc
    .array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const numbered = fc
    .tuple(fc.constantFrom('一、', '（一）', '1.', '第一章 ', '第二条 ', '## '), line)
    .map((parts) => parts.join(''));
  const text = fc
    .array(fc.oneof(line, numbered), { maxLength: 20 })
    .map((lines) => lines.join('\n'));

  it('keeps spans, words and evidence in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        checkDocument(tag(source));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same again', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(tag(source)).toEqual(tag(source));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the pipeline on hostile input', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['a line feed', '\n'],
    ['lone surrogates', '\ud800\udc00\ud800数据共享\udc00'.repeat(1000)],
    ['NUL', '数据\0共享\0'.repeat(1000)],
    [
      '10 M characters without a line break',
      '推进公共数据资源开放共享，建设算力中心'.repeat(526_316),
    ],
    ['a million blank lines', '\n'.repeat(1_000_000)],
    [
      '5,000 nested headings',
      Array.from(
        { length: 5000 },
        (_, i) => `${['一、', '（一）', '1.', '（1）', '①'][i % 5] ?? ''}标题`,
      ).join('\n'),
    ],
    ['100,000 short lines', '数据\n'.repeat(100_000)],
    ['brackets', '（'.repeat(200_000)],
    ['full stops and markers', '。四、'.repeat(60_000)],
    ['bars', '|a'.repeat(100_000)],
  ])('takes %s', (_name, source) => {
    const document = tag(source);
    expect(document.source.length).toBe(source.length);
    if (source.length < 100_000) checkDocument(document);
  });

  it('does not read more of a text twice as long than twice as much', () => {
    const passagesOf = (times: number): number =>
      tag('一、总体要求\n推进数据共享。\n'.repeat(times)).passages.length;
    expect(passagesOf(2000)).toBe(2 * passagesOf(1000));
  });
});

describeWithShared('the pipeline on the shared policies', (shared) => {
  const folder = join(shared, 'data/policies');
  const names = readdirSync(folder).sort();
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const digest = (result: unknown): string =>
    createHash('sha256').update(JSON.stringify(result)).digest('hex');

  it.each(Array.from({ length: 10 }, (_, i) => i))(
    'holds on every tenth document from %i',
    (first) => {
      for (const name of names.filter((_, i) => i % 10 === first)) checkDocument(tag(read(name)));
    },
  );

  it('parses every document to the same bytes again, whatever was parsed in between', () => {
    const parseAll = (): ReadonlyMap<string, string> =>
      new Map(names.map((name) => [name, digest(parseDocument(read(name), { id: name }))]));
    const first = parseAll();
    for (const [name, again] of parseAll()) expect(again, name).toBe(first.get(name));
    expect(first.size).toBe(names.length);
  }, 120_000);

  it('tags every fifth document to the same bytes again', () => {
    for (const name of names.filter((_, i) => i % 5 === 0)) {
      const source = read(name);
      expect(digest(tag(source)), name).toBe(digest(tag(source)));
    }
  }, 120_000);
});
