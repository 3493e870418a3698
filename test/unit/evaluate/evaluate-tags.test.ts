import { describe, expect, it } from 'vitest';
import {
  bootstrapInterval,
  type EvaluationSample,
  evaluateTags,
  formatEvaluation,
  scoreTags,
  tagEvaluationSchema,
} from '../../../src/evaluate';

const codes = ['A', 'B', 'C'];

/** 24 samples of 8 documents; A is found in two of three, B is taken for A, C is rare. */
const samples: readonly EvaluationSample[] = Array.from({ length: 24 }, (_, i) => {
  const gold = i % 3 === 0 ? ['A'] : i % 3 === 1 ? ['B'] : i === 23 ? ['C'] : [];
  const predicted = i % 9 === 0 ? [] : i % 4 === 1 ? ['A'] : gold;
  return {
    id: `s${String(i)}`,
    documentId: `d${String(i % 8)}`,
    gold,
    predicted,
    scores: [...predicted.map((code) => ({ code, score: 0.8 })), { code: 'C', score: 0.2 }],
    coders: [gold, i === 4 ? [] : gold],
    evidence:
      i === 0 ? { gold: [{ start: 0, end: 4 }], predicted: [{ start: 2, end: 4 }] } : undefined,
  };
});
const evaluation = evaluateTags(samples, { codes, skipped: 2 });

describe('evaluateTags', () => {
  it('counts what was evaluated', () => {
    expect(evaluation).toMatchObject({ samples: 24, documents: 8, withoutCode: 7, skipped: 2 });
    expect(evaluation.macroCodes).toEqual(['A', 'B']);
  });

  it('has the figures of scoreTags', () => {
    const scores = scoreTags(samples, { codes });
    expect(evaluation.concepts).toEqual(scores.concepts);
    expect(evaluation.exactMatch).toBe(scores.exactMatch);
    for (const name of ['micro', 'macro', 'weighted'] as const)
      expect(evaluation[name]).toMatchObject(scores[name]);
  });

  it.each(['micro', 'macro', 'weighted'] as const)(
    'has the %s intervals of a bootstrap over the samples, the concepts of macro fixed',
    (name) => {
      const { macroCodes } = evaluation;
      for (const figure of ['precision', 'recall', 'f1'] as const) {
        const interval = bootstrapInterval(
          samples,
          (drawn) => scoreTags(drawn, { codes, macroCodes })[name][figure],
        );
        expect(evaluation[name].intervals[figure].low).toBeCloseTo(interval.low, 12);
        expect(evaluation[name].intervals[figure].high).toBeCloseTo(interval.high, 12);
        expect(interval.low).toBeLessThan(interval.high);
      }
    },
  );

  it('ranks over the samples with a gold code', () => {
    const { ranking } = evaluation;
    expect(ranking?.samples).toBe(17);
    // Worked by hand: 16 have A or B; of these i = 0, 9, 18 have no tag and i = 1, 13 are B taken for A; C is found.
    expect(ranking?.precisionAtOne.value).toBeCloseTo(12 / 17, 12);
    // In the five others the gold code is not suggested, so nDCG is the same.
    expect(ranking?.ndcg.value).toBeCloseTo(12 / 17, 12);
    expect(ranking?.precisionAtOne.interval?.low).toBeLessThan(12 / 17);
  });

  it('calibrates each concept of each sample, absent ones as 0', () => {
    const listed = samples.reduce(
      (sum, { scores = [] }) => sum + new Set(scores.map(({ code }) => code)).size,
      0,
    );
    expect(evaluation.calibration).toMatchObject({ predictions: 72, listed });
    expect(evaluation.calibration?.bins[0]?.predictions).toBe(72 - listed);
    // 16 tags, 12 of them right, each with 0.8.
    expect(evaluation.calibration?.tagError).toBeCloseTo(0.05, 12);
  });

  it('says nothing of scores where a sample has none', () => {
    const [first, ...rest] = samples;
    const { ranking, calibration } = evaluateTags([{ ...first!, scores: undefined }, ...rest], {
      codes,
    });
    expect([ranking, calibration]).toEqual([null, null]);
  });

  it('names mistakes, evidence and agreement', () => {
    expect(evaluation.confusions[0]).toEqual({
      missed: 'A',
      given: null,
      count: 3,
      examples: ['s0', 's9', 's18'],
    });
    expect(evaluation.evidence).toMatchObject({ samples: 1, precision: 1, recall: 0.5 });
    expect(evaluation.agreement?.microF1).toBeCloseTo(32 / 33, 12);
    expect(evaluateTags(samples, { codes, maxConfusions: 1 }).confusions).toHaveLength(1);
  });

  it('leaves null what gold does not say', () => {
    const bare = samples.map(({ id, documentId, gold, predicted }) => ({
      id,
      documentId,
      gold,
      predicted,
    }));
    expect(evaluateTags(bare, { codes })).toMatchObject({
      ranking: null,
      calibration: null,
      evidence: null,
      agreement: null,
    });
    const empty = [{ id: '1', documentId: 'd', gold: [], predicted: [], scores: [] }];
    expect(evaluateTags(empty, { codes }).ranking).toBeNull();
  });

  it('ignores codes that do not count', () => {
    const more = samples.map((sample) => ({
      ...sample,
      gold: [...sample.gold, 'X'],
      predicted: ['Y', ...sample.predicted],
      scores: [...(sample.scores ?? []), { code: 'Y', score: 1 }],
    }));
    const ignored = evaluateTags(more, { codes, skipped: 2 });
    expect(ignored.ranking).toEqual(evaluation.ranking);
    expect(ignored.confusions).toEqual(evaluation.confusions);
    expect(ignored.withoutCode).toBe(7);
    expect(ignored.exactMatch).toBe(evaluation.exactMatch);
  });

  it('does not depend on the order of codes and scores in a sample', () => {
    const turned = samples.map((sample) => ({
      ...sample,
      predicted: sample.predicted.toReversed(),
      scores: sample.scores?.toReversed(),
    }));
    expect(evaluateTags(turned, { codes, skipped: 2 })).toEqual(evaluation);
  });

  it('is frozen to its depths', () => {
    expect(Object.isFrozen(evaluation.micro.intervals.f1)).toBe(true);
    expect(Object.isFrozen(evaluation.confusions[0]?.examples)).toBe(true);
    expect(Object.isFrozen(samples[0]?.scores)).toBe(false);
  });

  it('refuses no samples', () => {
    expect(() => evaluateTags([], { codes })).toThrow('expected samples');
  });

  it('refuses bootstrap options out of range', () => {
    expect(() => evaluateTags(samples, { codes, bootstrap: { resamples: 0 } })).toThrow(
      'evaluateTags: expected an integer of at least 1, received "0" (options.resamples)',
    );
  });
});

describe('formatEvaluation', () => {
  it('writes one line that the schema takes, rounded to six decimals', () => {
    const line = formatEvaluation(evaluation);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    const record = tagEvaluationSchema.parse(JSON.parse(line));
    expect(record.ranking?.precisionAtOne.value).toBe(0.705882);
    expect(formatEvaluation(record)).toBe(line);
  });

  it('is not taken by the schema with a key more or less', () => {
    const record: unknown = JSON.parse(formatEvaluation(evaluation));
    expect(tagEvaluationSchema.safeParse({ ...(record as object), more: 1 }).success).toBe(false);
    expect(tagEvaluationSchema.safeParse({ ...(record as object), micro: undefined }).success).toBe(
      false,
    );
  });
});
