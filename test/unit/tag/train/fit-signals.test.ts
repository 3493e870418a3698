import { describe, expect, it } from 'vitest';
import { fitSignals } from '../../../../src/tag/train/fit-signals';
import { DEFAULT_TRAIN_SETTINGS } from '../../../../src/tag/train/train-settings';
import { SIGNAL_COUNT, SIGNAL_INDEX, type SignalName } from '../../../../src/tag/trained/signals';

/** Weights by signal, learnt from rows of signals of one concept and whether it is a passage's. */
function fit(
  rows: readonly (readonly [signals: Partial<Record<SignalName, number>>, isTag: boolean])[],
): (name: SignalName) => number {
  const samples = rows.map(([signals, isTag]) => {
    const values = new Float64Array(SIGNAL_COUNT);
    for (const [name, value] of Object.entries(signals))
      values[SIGNAL_INDEX[name as SignalName]] = value;
    return {
      part: 0,
      weight: 1,
      signals: [{ concept: 0, values }],
      marks: Uint8Array.of(isTag ? 1 : 0),
    };
  });
  const { shared } = fitSignals(samples, 1, DEFAULT_TRAIN_SETTINGS);
  return (name) => shared[SIGNAL_INDEX[name]] ?? Number.NaN;
}

describe('fitSignals', () => {
  it('weighs what speaks for a concept, and what speaks against it', () => {
    const weightOf = fit([
      [{ lexSum: 2, words: 1, wordRival: -1 }, true],
      [{ lexSum: 1, words: 2, wordRival: -2 }, true],
      [{ lexSum: 0, words: -2, wordRival: 1 }, false],
      [{ lexSum: 0, words: -1, wordRival: 2 }, false],
    ]);
    expect(weightOf('lexSum')).toBeGreaterThan(0);
    expect(weightOf('words')).toBeGreaterThan(0);
    expect(weightOf('wordRival')).toBeLessThan(0);
  });

  it('leaves out neighbours whose words would speak against the concept', () => {
    const weightOf = fit([
      [{ words: 1, wordsBefore: 0.1, wordsAfter: 0.2 }, true],
      [{ words: 2, wordsBefore: 0.2, wordsAfter: 0.1 }, true],
      [{ words: -2, wordsBefore: 0.9, wordsAfter: 0.8 }, false],
      [{ words: -1, wordsBefore: 0.8, wordsAfter: 0.9 }, false],
    ]);
    expect(weightOf('words')).toBeGreaterThan(0);
    expect(weightOf('wordsBefore')).toBe(0);
    expect(weightOf('wordsAfter')).toBe(0);
  });

  it('leaves out all of the word model where it speaks against the concept in the passage itself', () => {
    const weightOf = fit([
      [{ lexSum: 2, words: -2, wordSentence: -2, wordRival: 1, wordBest: 1 }, true],
      [{ lexSum: 1, words: -1, wordSentence: -1, wordRival: 2, wordBest: 2 }, true],
      [{ lexSum: 0, words: 2, wordSentence: 2, wordRival: -1, wordBest: 2 }, false],
      [{ lexSum: 0, words: 1, wordSentence: 1, wordRival: -2, wordBest: 1 }, false],
    ]);
    expect(weightOf('lexSum')).toBeGreaterThan(0);
    for (const name of ['words', 'wordSentence', 'wordRival', 'wordBest'] as const)
      expect(weightOf(name)).toBe(0);
  });
});
