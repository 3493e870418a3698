import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analyzer';
import { ZhengceError } from '../../src/errors';
import { builtinTaxonomy, type Taxonomy } from '../../src/taxonomy';

const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });

describe('createAnalyzer', () => {
  it.each<[string, string]>([
    ['推动公共数据资源开放共享，培育数据要素市场。', 'T2'],
    ['加快5G网络和千兆光网建设，实施东数西算工程。', 'T1'],
    ['深化“一网通办”改革，推动电子证照跨省互认。', 'T7'],
    ['推广居家智慧养老服务，为独居老人安装一键呼叫设备。', 'A10'],
    ['建设跨境电子商务综合试验区，支持企业布局海外仓，发展数字贸易。', 'A4'],
  ])('tags %s', (text, code) => {
    expect(analyzer.tagPassages([{ id: 'p', text }])[0]?.tags[0]?.code).toBe(code);
  });

  it.each(['完成春耕备耕，落实耕地保护责任。', '会议于上午九时开始。', ''])(
    'gives no tag to %j',
    (text) => {
      expect(analyzer.tagPassages([{ id: 'p', text }])[0]?.tags).toEqual([]);
    },
  );

  it('cuts terms of the plan as one word', () => {
    const words = analyzer
      .segment('建设泛在智联的设施，推进一网通办和东数西算')
      .map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['泛在智联', '一网通办', '东数西算']));
    expect(words.join('')).toBe('建设泛在智联的设施，推进一网通办和东数西算');
  });

  it('refuses what is no taxonomy', async () => {
    await expect(createAnalyzer({ taxonomy: {} as Taxonomy })).rejects.toThrow(ZhengceError);
    await expect(createAnalyzer(undefined as never)).rejects.toMatchObject({
      code: 'invalid-argument',
    });
  });

  it('refuses a passage without text', () => {
    expect(() => analyzer.tagPassages([{ id: 'p', text: 1 as never }])).toThrow('passages[0].text');
  });
});
