/** Parts of `zhengce evaluate` that need no process. */
import { describe, expect, it } from 'vitest';
import { predictSample } from '../../../src/cli/evaluate-predict';
import { formatTable } from '../../../src/cli/evaluate-table';
import type { Evidence, Tag } from '../../../src/tag';

function tag(code: string, score: number, evidence: readonly Partial<Evidence>[] = []): Tag {
  const whole = evidence.map(
    (part): Evidence => ({
      start: 0,
      end: 0,
      weight: 1,
      field: 'text',
      headingIndex: 0,
      term: '',
      ...part,
    }),
  );
  return { conceptId: code, code, score, rawScore: 0, evidence: whole };
}

describe('predictSample', () => {
  it('takes the tags of the passages that are shared, best first', () => {
    const passages = [
      { span: { start: 0, end: 10 }, tags: [tag('A', 0.6), tag('B', 0.9)] },
      { span: { start: 10, end: 20 }, tags: [tag('A', 0.95)] },
      { span: { start: 20, end: 30 }, tags: [tag('C', 0.7)] },
    ];
    const { predicted, scores } = predictSample({ start: 0, end: 22 }, passages);
    expect(predicted).toEqual(['A', 'B']);
    expect(scores).toEqual([
      { code: 'A', score: 0.95 },
      { code: 'B', score: 0.9 },
    ]);
  });

  it('takes the words of the passage within the span that speak for a tag', () => {
    const evidence: readonly Partial<Evidence>[] = [
      { start: 2, end: 4 },
      { start: 7, end: 12 },
      { start: 12, end: 14 },
      { start: 4, end: 6, weight: -1 },
      { start: 4, end: 6, field: 'heading' },
    ];
    const passages = [{ span: { start: 0, end: 20 }, tags: [tag('A', 0.6, evidence)] }];
    expect(predictSample({ start: 3, end: 10 }, passages).evidence).toEqual([
      { start: 3, end: 4, code: 'A' },
      { start: 7, end: 10, code: 'A' },
    ]);
  });
});

describe('formatTable', () => {
  it('aligns words at the left and figures at the right, Chinese characters two columns wide', () => {
    const rows = [['', 'F1', 'name'], ['数据', '0.5', '（全）'], ['T1', '10', ''], ['–']];
    expect(formatTable(['left', 'right', 'left'], rows)).toEqual([
      '         F1  name',
      '  数据  0.5  （全）',
      '  T1     10',
      '  –',
    ]);
  });
});
