/** Which names of indicators are one: labelled pairs of names, and what no rule may join. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchKeys } from '../../../src/align/indicator-likeness';
import { createIndicatorKey } from '../../../src/extract/targets/indicators';

interface NamePair {
  readonly isSame: boolean;
  readonly names: readonly [string, string];
}

const PAIRS: readonly NamePair[] = readFileSync(
  join(import.meta.dirname, '../../fixtures/extract/indicator-pairs.txt'),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const [label, a = '', b = ''] = line.split(' | ');
    return { isSame: label === 'same', names: [a, b] };
  });

function joins([a, b]: NamePair['names']): boolean {
  return matchKeys(createIndicatorKey(a), createIndicatorKey(b)) !== undefined;
}

describe('matchKeys', () => {
  it('joins no two names that the labels keep apart', () => {
    const joined = PAIRS.filter(({ isSame, names }) => !isSame && joins(names));
    expect(joined.map(({ names }) => names.join(' = '))).toEqual([]);
  });

  it('joins at least 43 of the 44 pairs that the labels call one', () => {
    const same = PAIRS.filter(({ isSame }) => isSame);
    expect(same).toHaveLength(44);
    expect(same.filter(({ names }) => joins(names)).length).toBeGreaterThanOrEqual(43);
  });

  it('says the same whichever side is first', () => {
    for (const { names } of PAIRS) expect(joins([names[1], names[0]])).toBe(joins(names));
  });

  it('tells the same words in another order from the same', () => {
    expect(matchKeys('网络零售额', '网络零售额')).toBe('same');
    expect(matchKeys('互联网国际出口带宽', '国际互联网出口带宽')).toBe('reordered');
  });

  it('keeps two subjects apart that are made of the same characters', () => {
    expect(matchKeys('数字产业化规模', '产业数字化规模')).toBeUndefined();
  });

  it('joins nothing by a name that names nothing, but for GDP', () => {
    expect(matchKeys('交易额', '交易额')).toBeUndefined();
    expect(matchKeys('GDP', 'GDP')).toBe('same');
  });
});
