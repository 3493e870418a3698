/** When passages correspond, how they relate, and the wording that it takes. */
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PAIRING_SETTINGS,
  measureLikeness,
  type PairFacts,
  relatePassages,
} from '../../../src/align/relate-passages';
import { NOTHING_SHARED } from '../../../src/align/share-reused-letters';
import { countSharedLetters, readRuns } from '../../../src/align/shared-wording';

const ALIKE: PairFacts = {
  similarity: 0.4,
  contained: 0.3,
  containing: 0.3,
  reused: NOTHING_SHARED,
  sharedLetters: 20,
  commonCode: 0,
};

const CASES: readonly (readonly [name: string, facts: Partial<PairFacts>, relation: unknown])[] = [
  ['alike, with wording in common', {}, 'related'],
  ['alike, with little wording and no code in common', { sharedLetters: 4 }, undefined],
  ['wording in common, hardly alike', { similarity: 0.15, sharedLetters: 40 }, undefined],
  [
    'hardly alike, with wording and a code in common',
    { similarity: 0.2, commonCode: 0.9 },
    'related',
  ],
  ['a code that neither tag is sure of', { similarity: 0.2, commonCode: 0.2 }, undefined],
  ['a code and wording alone', { similarity: 0, commonCode: 0.9, sharedLetters: 30 }, undefined],
  ['held by the plan’s passage', { contained: 0.6 }, 'broad'],
  ['holding the plan’s passage', { containing: 0.6 }, 'narrow'],
  ['each holding the other', { contained: 0.6, containing: 0.6 }, 'close'],
  [
    'half of it reused, though edited beyond likeness',
    { similarity: 0.1, contained: 0.6, reused: { own: 0.6, plan: 0.2, identity: 0.8 } },
    'broad',
  ],
  ['the same letters', { reused: { own: 1, plan: 1, identity: 1 } }, 'exact'],
];

describe('relatePassages', () => {
  it.each(CASES)('%s', (_, facts, relation) => {
    expect(relatePassages({ ...ALIKE, ...facts }, DEFAULT_PAIRING_SETTINGS)).toBe(relation);
  });
});

describe('measureLikeness', () => {
  it('adds to similarity what a code and wording in common bring: 0.3 + 0.2 · 0.5 + 0.25 · 10 / 40', () => {
    const facts = { similarity: 0.3, commonCode: 0.5, sharedLetters: 10 };
    expect(measureLikeness(facts, DEFAULT_PAIRING_SETTINGS)).toBeCloseTo(0.4625, 10);
  });

  it('counts no more than the full wording', () => {
    const facts = { similarity: 0.3, commonCode: 0, sharedLetters: 400 };
    expect(measureLikeness(facts, DEFAULT_PAIRING_SETTINGS)).toBeCloseTo(0.55, 10);
  });
});

describe('countSharedLetters', () => {
  it.each([
    ['推进公共数据共享。', '加强公共数据开放', 4],
    ['推进公共数据，开放共享', '公共数据开放', 6],
    ['公共数据公共数据', '公共数据', 8],
    ['数据共享', '共享数据', 0],
    ['ＡＢＣＤ网', 'abcd', 4],
    ['数据', '数据', 0],
  ])('%s, %s: %d', (a, b, letters) => {
    expect(countSharedLetters(readRuns(a), readRuns(b))).toBe(letters);
  });
});
