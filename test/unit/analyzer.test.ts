import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../src/analyzer';
import { type PolicyDocument, parseDocument } from '../../src/document';
import { ZhengceError } from '../../src/errors';
import type { PassageJudgement } from '../../src/tag';
import { builtinTaxonomy, type Taxonomy } from '../../src/taxonomy';

const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });

/** The sample documents, parsed. */
const samples = readdirSync('corpus/documents').map((name) =>
  parseDocument(readFileSync(join('corpus/documents', name), 'utf8'), { id: name }),
);

/** Codes and scores of a document's passages, and of the same passages standing alone with title and headings. */
function tagBothWays(tagger: Analyzer, document: PolicyDocument) {
  const strip = ({ tags, confidence, margin }: PassageJudgement) => ({
    tags: tags.map(({ code, score }) => [code, score]),
    confidence,
    margin,
  });
  const { title, passages } = document;
  const alone = passages.map(({ id, text, headingPath }) => ({ id, text, title, headingPath }));
  return {
    inside: tagger.tag(document).passages.map(strip),
    alone: tagger.tagPassages(alone).map(strip),
  };
}

describe('createAnalyzer', () => {
  it('tags passages by the lexicon alike in their document and alone', async () => {
    const lexicon = await createAnalyzer({ taxonomy: builtinTaxonomy, model: 'lexicon' });
    for (const document of samples) {
      const { inside, alone } = tagBothWays(lexicon, document);
      expect(inside).toEqual(alone);
    }
  });

  it('tags passages of a document of one or two by the model as ones that stand alone', () => {
    const [first] = samples;
    for (const count of [1, 2]) {
      const passages = first?.passages.slice(4, 4 + count) ?? [];
      const short = { ...first, passages } as PolicyDocument;
      const { inside, alone } = tagBothWays(analyzer, short);
      expect(inside).toHaveLength(count);
      expect(inside).toEqual(alone);
    }
  });

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
