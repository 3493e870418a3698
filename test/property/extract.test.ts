/**
 * What the extractors promise on any text: spans inside the source, in order, holding the words; the same result twice; no crash on hostile input.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PolicyDocument, parseDocument } from '../../src/document';
import {
  createCitationIndex,
  extractBodies,
  extractCitations,
  extractTargets,
  scoreWording,
} from '../../src/extract';
import { normalizeText, type Span } from '../../src/text';

const WORDS = [
  '到2025年',
  '，',
  '。',
  '、',
  '；',
  '达到',
  '80%',
  '以上',
  '1.5万亿元',
  '建成',
  '5G基站',
  '12万个',
  '比2020年',
  '下降',
  '翻一番',
  '全覆盖',
  '分别',
  '（',
  '）',
  '省发改委',
  '牵头',
  '配合',
  '责任单位：',
  '市财政局',
  '会同',
  '负责',
  '《',
  '》',
  '数据安全法',
  '国发〔2021〕29号',
  '根据',
  '废止',
  'GB/T 35273-2020',
  '必须',
  '不得',
  '鼓励',
  '探索',
  '支持',
  '\n',
  '   ',
  '|',
  '十',
  '一、',
  '指标',
  '2020年',
  '\u0000',
  '\ud800',
  '數據',
  '１２',
];
const texts = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 60 })
  .map((words) => `一、目标\n${words.join('')}\n`);

function collectSpans(document: PolicyDocument): readonly Span[] {
  return [
    ...extractTargets(document).flatMap(({ span, indicatorSpan, deadline }) => [
      span,
      indicatorSpan,
      ...(deadline === undefined ? [] : [deadline.span]),
    ]),
    ...extractBodies(document).flatMap(({ span, noteSpan, taskSpan }) => [
      span,
      noteSpan,
      taskSpan,
    ]),
    ...extractCitations(document).map(({ span }) => span),
    ...scoreWording(document).passages.flatMap(({ marks }) => marks.map(({ span }) => span)),
  ];
}

function extractAll(document: PolicyDocument): string {
  return JSON.stringify([
    extractTargets(document),
    extractBodies(document),
    extractCitations(document, { index: createCitationIndex([document]) }),
    scoreWording(document),
  ]);
}

/** A stretch of the source as the extractors write it. */
function fold(source: string, { start, end }: Span): string {
  return normalizeText(source.slice(start, end)).text.replace(/\s/g, '');
}

describe('the extractors', () => {
  it('keep every span inside the source', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        const document = parseDocument(text, { id: 'd' });
        for (const { start, end } of collectSpans(document)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('give the words that stand there', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = parseDocument(text, { id: 'd' });
        const found = [
          ...extractBodies(document).map(({ span, written }) => [span, written] as const),
          ...extractCitations(document).map(({ span, written }) => [span, written] as const),
          ...scoreWording(document).passages.flatMap(({ marks }) =>
            marks.map(({ span, term }) => [span, term] as const),
          ),
        ];
        for (const [span, written] of found)
          expect(fold(text, span)).toBe(written.replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('give the same twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const run = (): string => extractAll(parseDocument(text, { id: 'd' }));
        expect(run()).toBe(run());
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['brackets that never close', '（'.repeat(20_000)],
    ['brackets inside brackets', `${'（'.repeat(9_000)}省财政厅牵头${'）'.repeat(9_000)}`],
    ['titles that never close', '《'.repeat(20_000)],
    ['digits without end', '1'.repeat(40_000)],
    ['percentages without a sentence end', '达到80%以上、'.repeat(5_000)],
    ['deadlines without a sentence end', '到2025年，'.repeat(5_000)],
    ['notes without a sentence end', '（省财政厅牵头）'.repeat(5_000)],
    ['clauses without a sentence end', '由市教育局会同市财政局，'.repeat(4_000)],
    ['numbers of documents', '国发〔2021〕29号'.repeat(4_000)],
    ['titles', '《数据安全法》'.repeat(5_000)],
    ['words of the lexicon', '必须支持探索推进'.repeat(5_000)],
    ['conjunctions', '和'.repeat(30_000)],
    ['columns', '指标   2020年   2025年   '.repeat(3_000)],
  ])('end on %s', (_, body) => {
    const document = parseDocument(`一、目标\n${body}\n`, { id: 'd' });
    expect(extractAll(document).length).toBeGreaterThan(0);
  });
});

describe('scoreWording', () => {
  it('scores in [0, 1], counts what it lists, and rises with a stronger word', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { score, marks, grades, passages } = scoreWording(parseDocument(text, { id: 'd' }));
        const listed = passages.flatMap((passage) => passage.marks);
        expect(listed).toHaveLength(marks);
        expect(Object.values(grades).reduce((sum, count) => sum + count, 0)).toBe(marks);
        if (marks === 0) expect(score).toBeUndefined();
        else {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
    const scoreOf = (text: string): number =>
      scoreWording(parseDocument(`一、要求\n${text}\n`, { id: 'd' })).score ?? 0;
    const ladder = [
      '探索数据入表。',
      '鼓励数据入表。',
      '推进数据入表。',
      '加快推进数据入表。',
      '确保数据入表。',
      '必须数据入表。',
    ];
    const scores = ladder.map(scoreOf);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(ladder.length);
  });
});
