/** Metrics against naive oracles that count in another way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CodeScore,
  computeKappa,
  computeNdcg,
  computePrecisionAtOne,
  measureCalibration,
  parseTagGold,
  readTagGold,
  scoreEvidence,
  scoreTags,
} from '../../src/evaluate';

const codes = ['A', 'B', 'C', 'D'];
const goldCodes = fc.subarray(codes);
/** Few values, so that ties and zeros are frequent. */
const scoreList = fc.subarray(codes).chain((listed) =>
  fc
    .array(fc.constantFrom(0, 0.2, 0.5, 1), {
      minLength: listed.length,
      maxLength: listed.length,
    })
    .map((scores) => listed.map((code, i): CodeScore => ({ code, score: scores[i] ?? 0 }))),
);

function permute<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permute(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]),
  );
}

/** All orders of the suggested codes that their scores admit. */
function listOrders(scores: readonly CodeScore[]): readonly (readonly CodeScore[])[] {
  return permute(scores.filter(({ score }) => score > 0)).filter((order) =>
    order.every(({ score }, i) => i === 0 || score <= (order[i - 1]?.score ?? 0)),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('ranking', () => {
  it('is the mean over all orders of tied codes', () => {
    fc.assert(
      fc.property(goldCodes, scoreList, (gold, scores) => {
        const orders = listOrders(scores);
        const first = orders.map(([best]) =>
          best !== undefined && gold.includes(best.code) ? 1 : 0,
        );
        expect(computePrecisionAtOne(gold, scores)).toBeCloseTo(mean(first), 12);
        const dcg = (list: readonly string[]): number =>
          list.reduce(
            (sum, code, i) => sum + (gold.includes(code) ? Math.LN2 / Math.log(i + 2) : 0),
            0,
          );
        const expected =
          gold.length === 0
            ? undefined
            : mean(orders.map((order) => dcg(order.map(({ code }) => code)))) / dcg(gold);
        const actual = computeNdcg(gold, scores);
        if (expected === undefined) expect(actual).toBeUndefined();
        else expect(actual).toBeCloseTo(expected, 12);
      }),
    );
  });

  it('is 1 only where every gold code is suggested before all others', () => {
    fc.assert(
      fc.property(goldCodes, scoreList, (gold, scores) => {
        fc.pre(gold.length > 0);
        const scoreOf = (code: string): number =>
          scores.find((entry) => entry.code === code)?.score ?? 0;
        const least = Math.min(...gold.map(scoreOf));
        const others = scores.filter(({ code }) => !gold.includes(code));
        const isPerfect = least > 0 && others.every(({ score }) => score < least);
        expect((computeNdcg(gold, scores) ?? 0) > 1 - 1e-12).toBe(isPerfect);
      }),
    );
  });
});

describe('measureCalibration', () => {
  const outcome = fc.record({
    score: fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(0, 0.1, 0.3, 0.7, 1),
    ),
    isGold: fc.boolean(),
  });

  it('equals a sum over bins that are filtered one by one', () => {
    fc.assert(
      fc.property(
        fc.array(outcome, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (outcomes, bins) => {
          let error = 0;
          for (let bin = 0; bin < bins; bin += 1) {
            const inside = outcomes.filter(
              ({ score }) => (score > bin / bins || bin === 0) && score <= (bin + 1) / bins,
            );
            if (inside.length === 0) continue;
            const confidence = mean(inside.map(({ score }) => score));
            const accuracy = inside.filter(({ isGold }) => isGold).length / inside.length;
            error += (inside.length / outcomes.length) * Math.abs(accuracy - confidence);
          }
          const report = measureCalibration(outcomes, bins);
          expect(report?.expectedCalibrationError).toBeCloseTo(error, 10);
          expect(report?.bins.reduce((sum, { predictions }) => sum + predictions, 0)).toBe(
            outcomes.length,
          );
        },
      ),
    );
  });
});

describe('computeKappa', () => {
  it('equals the definition over the answers of two coders', () => {
    const answers = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(answers, (pairs) => {
        const count = (a: boolean, b: boolean): number =>
          pairs.filter(([x, y]) => x === a && y === b).length;
        const kappa = computeKappa({
          both: count(true, true),
          onlyFirst: count(true, false),
          onlySecond: count(false, true),
          neither: count(false, false),
        });
        const observed = mean(pairs.map(([a, b]) => (a === b ? 1 : 0)));
        const first = mean(pairs.map(([a]) => Number(a)));
        const second = mean(pairs.map(([, b]) => Number(b)));
        const expected = first * second + (1 - first) * (1 - second);
        if (1 - expected < 1e-12) expect(kappa).toBeUndefined();
        else expect(kappa).toBeCloseTo((observed - expected) / (1 - expected), 9);
      }),
    );
  });
});

describe('scoreEvidence', () => {
  it('equals a count of single characters', () => {
    const span = fc
      .tuple(
        fc.nat(20),
        fc.integer({ min: 1, max: 8 }),
        fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
      )
      .map(([start, length, code]) => ({ start, end: start + length, code }));
    const spans = fc.array(span, { maxLength: 6 });
    fc.assert(
      fc.property(spans, spans, (gold, predicted) => {
        const byCode = gold.every(({ code }) => code !== undefined);
        const mark = (list: typeof gold): ReadonlySet<string> =>
          new Set(
            list.flatMap(({ start, end, code }) =>
              Array.from(
                { length: end - start },
                (_, i) => `${byCode ? (code ?? '') : ''}${String(start + i)}`,
              ),
            ),
          );
        const [a, b] = [mark(gold), mark(predicted)];
        const report = scoreEvidence([{ gold, predicted }]);
        if (gold.length === 0) expect(report).toBeUndefined();
        else
          expect(report).toMatchObject({
            goldCharacters: a.size,
            predictedCharacters: b.size,
            sharedCharacters: [...a].filter((character) => b.has(character)).length,
          });
      }),
    );
  });
});

describe('scoreTags', () => {
  it('averages the concepts that one counts alone', () => {
    const sample = fc.record({
      documentId: fc.constant('d'),
      gold: goldCodes,
      predicted: goldCodes,
    });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 30 }), (samples) => {
        const alone = codes.map(
          (code) => scoreTags(samples, { codes: [code], minSupport: 0 }).micro.f1,
        );
        const support = codes.map(
          (code) => samples.filter(({ gold }) => gold.includes(code)).length,
        );
        const scores = scoreTags(samples, { codes });
        const often = alone.filter((_, i) => (support[i] ?? 0) >= 5);
        expect(scores.macro.f1).toBeCloseTo(often.length === 0 ? 0 : mean(often), 12);
        const total = support.reduce((sum, count) => sum + count, 0);
        const weighted = alone.reduce((sum, f1, i) => sum + f1 * (support[i] ?? 0), 0);
        expect(scores.weighted.f1).toBeCloseTo(total === 0 ? 0 : weighted / total, 12);
      }),
    );
  });
});

describe('readTagGold', () => {
  it('gives back what was written', () => {
    const row = fc.record({
      doc: fc.string({ minLength: 1 }),
      start: fc.nat(100),
      length: fc.integer({ min: 1, max: 100 }),
      text: fc.string({ unit: 'binary' }),
      codes: goldCodes,
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (rows) => {
        const text = rows
          .map(
            ({ length, ...rest }, id) =>
              `${JSON.stringify({ ...rest, id, end: rest.start + length })}\n`,
          )
          .join('');
        expect(readTagGold(text, { codes })).toMatchObject(
          rows.map(({ doc, start, length, text: words, codes: given }, i) => ({
            line: i + 1,
            id: String(i),
            place: { doc, span: { start, end: start + length } },
            text: words,
            codes: given,
          })),
        );
      }),
    );
  });

  it('has a label or a problem for each line that is not blank, whatever it says', () => {
    const line = fc.oneof(
      fc.json({ maxDepth: 2 }),
      fc.string(),
      fc.constant('{"id":1,"text":"x","codes":[]}'),
    );
    fc.assert(
      fc.property(
        fc.array(
          line.filter((text) => !/[\n\uFEFF]/.test(text)),
          { maxLength: 8 },
        ),
        (list) => {
          const { gold, problems } = parseTagGold(list.join('\n'), codes);
          const seen = new Set([...gold, ...problems].map((entry) => entry.line));
          const expected = list.flatMap((text, i) => (text.trim() === '' ? [] : [i + 1]));
          expect([...seen].sort((a, b) => a - b)).toEqual(expected);
        },
      ),
    );
  });
});
