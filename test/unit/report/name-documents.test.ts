/** Names of documents in a report. */
import { expect, it } from 'vitest';
import { nameDocuments } from '../../../src/report/name-documents';

interface Given {
  readonly title?: string | null;
  readonly issuer?: readonly string[];
  readonly region?: string | null;
}

function name(...documents: readonly Given[]): readonly string[] {
  return nameDocuments(
    documents.map((given, i) => ({
      id: `d${String(i)}`,
      title: null,
      issuer: [],
      region: null,
      issuedOn: '2024-01-20',
      ...given,
    })),
  );
}

const REPORT = '政府工作报告';

it.each<readonly [given: readonly Given[], names: readonly string[]]>([
  [
    [{ title: '甲办法' }, { title: '乙办法' }],
    ['甲办法', '乙办法'],
  ],
  [
    [
      { title: REPORT, issuer: ['甲市人民政府'] },
      { title: REPORT, issuer: ['乙市人民政府'] },
    ],
    [`${REPORT}（甲市人民政府）`, `${REPORT}（乙市人民政府）`],
  ],
  [
    [
      { title: REPORT, region: '湖南省郴州市' },
      { title: '2024年广州市政府工作报告', region: '广东省广州市' },
    ],
    [`${REPORT}（湖南省郴州市）`, '2024年广州市政府工作报告'],
  ],
  [
    [
      { title: '数据条例', region: '山东省' },
      { title: '算力办法', region: '山东省' },
    ],
    ['数据条例', '算力办法'],
  ],
  [
    [
      { title: '数据条例', region: '全国' },
      { title: '算力办法', region: '山东省' },
    ],
    ['数据条例', '算力办法（山东省）'],
  ],
  [
    [{ region: '安徽省芜湖市' }, { issuer: ['某市人民政府'] }, {}],
    ['安徽省芜湖市 2024', '某市人民政府 2024', 'd2'],
  ],
  [
    [{ title: REPORT }, { title: REPORT }],
    [`${REPORT}（d0）`, `${REPORT}（d1）`],
  ],
])('%j', (given, names) => {
  expect(name(...given)).toEqual(names);
});
