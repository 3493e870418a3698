/** The indicator ledger: what pairs, what is missing, what is new, and how far ambition differs. */
import { describe, expect, it } from 'vitest';
import { createIndicatorLedger } from '../../../src/align/indicator-ledger';
import type { IndicatorEntry } from '../../../src/align/model';
import { parseDocument } from '../../../src/document';
import { extractTargets } from '../../../src/extract';

function align(own: string, planned: string): readonly IndicatorEntry[] {
  const [side, plan] = [own, planned].map((text, i) => ({
    targets: extractTargets(parseDocument(`一、发展目标\n${text}\n`, { id: `d${String(i)}` })),
    isOnTopic: () => true,
    region: undefined,
  }));
  if (side === undefined || plan === undefined) throw new Error('two sides are needed');
  return createIndicatorLedger(side, plan);
}

function describeEntry(entry: IndicatorEntry): string {
  if (entry.kind === 'missing') return `missing ${entry.planTarget.indicator}`;
  if (entry.kind === 'new') return `new ${entry.target.indicator}`;
  const gap = entry.gap === undefined ? entry.reason : entry.gap.toFixed(2);
  return `paired ${entry.target.indicator} = ${entry.planTarget.indicator}: ${entry.ambition} ${String(gap)}`;
}

const CASES: readonly (readonly [what: string, own: string, plan: string, ledger: string[]])[] = [
  [
    'other names of one indicator: (260 − 200) / 200',
    '到2025年，网上零售额达到260亿元。',
    '到2025年，网络零售额达到200亿元。',
    ['paired 网上零售额 = 网络零售额: higher 0.30'],
  ],
  [
    'a part of an indicator is another one',
    '到2025年，农村网络零售额达到60亿元。',
    '到2025年，网络零售额达到200亿元。',
    ['missing 网络零售额', 'new 农村网络零售额'],
  ],
  [
    'a level and a growth of one indicator both pair, and it is not missing',
    '网络零售额突破500亿元、增长12%。',
    '到2025年，网络零售额达到400亿元。',
    [
      'paired 网络零售额 = 网络零售额: higher 0.25',
      'paired 网络零售额 = 网络零售额: incomparable another kind of target',
    ],
  ],
  [
    'what the plan says in its text and in its table counts once',
    '到2025年，建成智算中心5个。',
    '到2025年，5G用户普及率达到70%。到2025年，5G用户普及率达到70%。',
    ['missing 5G用户普及率', 'new 智算中心'],
  ],
  [
    'of several years the nearest pairs, and the other is not missing',
    '到2025年，大型数据中心PUE不高于1.2。',
    '到2020年，大型数据中心PUE不高于1.5。到2025年，大型数据中心PUE不高于1.3。',
    ['paired 大型数据中心PUE = 大型数据中心PUE: higher -0.08'],
  ],
  [
    'bits a second are compared whatever they are written in: 24 of 20 Tbps',
    '到2025年，互联网国际出口带宽达到24太比特/秒。',
    '到2025年，国际互联网出口带宽达到20Tbps。',
    ['paired 互联网国际出口带宽 = 国际互联网出口带宽: higher 0.20'],
  ],
  [
    'growth of one year against growth a year: (8 − 10) / 10',
    '今年软件业务收入增长8%。',
    '到2025年，软件业务收入年均增长10%。',
    ['paired 软件业务收入 = 软件业务收入: lower -0.20'],
  ],
];

describe('createIndicatorLedger', () => {
  it.each(CASES)('%s', (_what, own, plan, ledger) => {
    expect(align(own, plan).map(describeEntry)).toEqual(ledger);
  });

  it('tells all as new where there is no plan', () => {
    const targets = extractTargets(parseDocument('到2025年，建成智算中心5个。', { id: 'd' }));
    const side = { targets, isOnTopic: () => true, region: undefined };
    expect(createIndicatorLedger(side, undefined).map(({ kind }) => kind)).toEqual(['new']);
  });
});
