/** What holds of every alignment: bounds, symmetry, monotony, and the search for reuse against the whole table. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  alignCollection,
  computeConvergence,
  computeCosine,
  computeCoverage,
  computeDiversity,
  computeEmphasis,
  computeJensenShannon,
  countConcepts,
  createAligner,
  createReuseIndex,
  DEFAULT_REUSE_SETTINGS,
  prepareText,
} from '../../src/align';
import { type Analyzer, createAnalyzer } from '../../src/analyzer';
import { createRandom } from '../../src/evaluate/random';
import type { TaggedDocument } from '../../src/tag';
import { alignNaively } from '../support/naive-smith-waterman';
import { editText } from '../support/plant-reuse';
import { tinyTaxonomy } from '../support/tiny-taxonomy';

const amount = fc.oneof(fc.constant(0), fc.nat(5000), fc.double({ min: 0, max: 1e6, noNaN: true }));
const pair = fc.integer({ min: 1, max: 20 }).chain((size) => {
  const vector = fc.array(amount, { minLength: size, maxLength: size });
  return fc.tuple(vector, vector);
});

describe('agreement', () => {
  it.each([
    ['computeConvergence', computeConvergence, 1],
    ['computeCosine', computeCosine, 1],
    ['computeJensenShannon', computeJensenShannon, 0],
  ] as const)(
    '%s lies in [0, 1], is symmetric, and knows the same from itself',
    (_, compare, same) => {
      fc.assert(
        fc.property(pair, ([a, b]) => {
          const value = compare(a, b);
          expect(value).toEqual(compare(b, a));
          if (value !== undefined) expect(value >= 0 && value <= 1).toBe(true);
          const self = compare(a, a);
          if (self !== undefined) expect(self).toBeCloseTo(same, 9);
        }),
      );
    },
  );

  it('does not depend on the order of the concepts', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [back, front] = [[...a].reverse(), [...b].reverse()];
        const [one, other] = [computeConvergence(a, b), computeConvergence(back, front)];
        if (one !== undefined && other !== undefined) expect(one).toBeCloseTo(other, 9);
      }),
    );
  });
});

describe('computeDiversity', () => {
  it('lies between 1 and the number of concepts that occur', () => {
    fc.assert(
      fc.property(pair, ([a]) => {
        const used = a.filter((value) => value > 0).length;
        const diversity = computeDiversity(computeEmphasis(a));
        if (used === 0) expect(diversity).toBe(0);
        else {
          expect(diversity).toBeGreaterThanOrEqual(1 - 1e-9);
          expect(diversity).toBeLessThanOrEqual(used + 1e-6);
        }
      }),
    );
  });
});

const SENTENCES = [
  '推动数据共享和数据交易，发挥数据价值。',
  '建设智慧教育平台，改进在线课堂。',
  '扩大算力供给，加快5G网络建设。',
  '推进统计数据质量检查。',
  '今天的天气晴朗，适合播种。',
];
const document = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 12 });

describe('documents', () => {
  let analyzer: Analyzer;
  beforeAll(async () => {
    analyzer = await createAnalyzer({ taxonomy: tinyTaxonomy });
  });
  const codes = ['T1', 'T2', 'A1'];
  const tag = (lines: readonly string[], id = 'd'): TaggedDocument =>
    analyzer.tag(analyzer.parse(lines.join('\n'), { id }));

  it('counts more of a concept, never less, where a passage of it is added', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(...SENTENCES.slice(0, 3)), (lines, added) => {
        const before = countConcepts(tag(lines), codes).characters;
        const longer = tag([...lines, added]);
        const after = countConcepts(longer, codes).characters;
        const last = longer.passages.at(-1)?.tags ?? [];
        for (const { code } of last) {
          const at = codes.indexOf(code);
          expect(after[at]).toBeGreaterThanOrEqual(before[at] ?? 0);
        }
        expect(computeCoverage(after, 10)).toBeGreaterThanOrEqual(computeCoverage(before, 10));
      }),
      { numRuns: 40 },
    );
  });

  it('shares the characters of tagged passages among the concepts, no more and no less', () => {
    fc.assert(
      fc.property(document, (lines) => {
        const { characters, totals } = countConcepts(tag(lines), codes);
        const sum = characters.reduce((all, each) => all + each, 0);
        expect(sum).toBeCloseTo(totals.taggedCharacters, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('says the same of a collection in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(document, { minLength: 1, maxLength: 5 }).chain((texts) => {
          const ids = texts.map((_, i) => i);
          return fc.tuple(
            fc.constant(texts),
            fc.shuffledSubarray(ids, { minLength: ids.length, maxLength: ids.length }),
          );
        }),
        ([texts, order]) => {
          const settings = { minCharacters: 1, minTaggedCharacters: 1 };
          const aligner = createAligner({
            taxonomy: tinyTaxonomy,
            segmenter: analyzer.segmenter,
            settings,
          });
          const documents = texts.map((lines, i) => tag(lines, `d${String(i)}`));
          const one = alignCollection(aligner, documents);
          const other = alignCollection(
            aligner,
            order.flatMap((i) => documents[i] ?? []),
          );
          expect(other.ranking).toEqual(one.ranking);
          expect(other.reference).toEqual(one.reference);
          expect(other.shared).toEqual(one.shared);
          const byId = new Map(other.alignments.map((each) => [each.documentId, each]));
          for (const each of one.alignments) expect(byId.get(each.documentId)).toEqual(each);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('createReuseIndex', () => {
  const letters = fc
    .array(
      fc.constantFrom(
        ...Array.from('数据要素市场建设推进公共服务平台网络安全监管农村教育医疗养老金融'),
      ),
      {
        minLength: 40,
        maxLength: 160,
      },
    )
    .map((characters) => characters.join(''));

  it('finds no more points than the whole table has, and as many for a copy', () => {
    fc.assert(
      fc.property(letters, letters, letters, fc.nat(), (host, copy, more, seed) => {
        const edited = editText(copy, (seed % 3) / 20, more, createRandom(seed));
        const [a, b] = [prepareText(`${host}${edited}${more}`), prepareText(copy)];
        const found = createReuseIndex(b).find(a);
        const best = alignNaively(a.letters, b.letters, DEFAULT_REUSE_SETTINGS);
        const most = Math.max(0, ...found.map(({ points }) => points));
        expect(most).toBeLessThanOrEqual(best);
        // The band bounds what is looked at, so that a little may be missed.
        if (best >= 60) expect(most).toBeGreaterThanOrEqual(best * 0.9);
      }),
      { numRuns: 60 },
    );
  });

  it('gives stretches that are ordered, inside both texts, and no longer than they may be', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(), (a, b, seed) => {
        const text = prepareText(`${editText(b, 0.2, a, createRandom(seed))}${a}${b}`);
        const plan = prepareText(b);
        let before = -1;
        for (const { aStart, aEnd, bStart, bEnd, matches } of createReuseIndex(plan).find(text)) {
          expect(aStart).toBeGreaterThanOrEqual(before);
          before = aStart;
          expect(aStart < aEnd && aEnd <= text.letters.length).toBe(true);
          expect(bStart < bEnd && bEnd <= plan.letters.length).toBe(true);
          expect(matches).toBeLessThanOrEqual(Math.min(aEnd - aStart, bEnd - bStart));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds a text in itself from end to end', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const prepared = prepareText(text);
        const covered = new Uint8Array(prepared.letters.length);
        for (const { aStart, aEnd } of createReuseIndex(prepared).find(prepared))
          covered.fill(1, aStart, aEnd);
        expect(covered.every((flag) => flag === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
