/** When passages correspond, how they relate, and the wording that it takes. */
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PAIRING_SETTINGS,
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
  hasCode: false,
};

const CASES: readonly (readonly [name: string, facts: Partial<PairFacts>, relation: unknown])[] = [
  ['alike, with wording in common', {}, 'related'],
  ['alike, with no wording in common', { sharedLetters: 15 }, undefined],
  ['wording in common, hardly alike', { similarity: 0.25 }, undefined],
  ['hardly alike, with a code in common', { similarity: 0.25, hasCode: true }, 'related'],
  ['a code in common alone', { similarity: 0.1, hasCode: true }, undefined],
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
