// Small tagged documents for tests of the search index, of our own making.
import type { SearchDocument, SearchPassage } from '../../src/search';

/** What a test says of a document; the rest is made up. */
export interface DocumentDraft {
  readonly id: string;
  readonly title?: string;
  readonly issuer?: readonly string[];
  readonly documentNumber?: string;
  readonly genre?: string;
  readonly issuedOn?: string;
  readonly region?: SearchDocument['region'];
  readonly passages: readonly PassageDraft[];
}

export interface PassageDraft {
  readonly text: string;
  readonly headings?: readonly string[];
  readonly tags?: readonly string[];
}

/** The document of a draft, its passages one after the other in a source of their own. */
export function createDocument(draft: DocumentDraft): SearchDocument {
  let at = 0;
  const passages = draft.passages.map(
    ({ text, headings = [], tags = [] }, index): SearchPassage => {
      const span = { start: at, end: at + text.length };
      at = span.end + 1;
      return {
        id: `${draft.id}#p${index + 1}`,
        text,
        span,
        pieces: [span],
        headingPath: headings,
        headingSpans: headings.map(() => ({ start: 0, end: 0 })),
        tags: tags.map((code, rank) => ({ code, score: 0.9 - rank / 10 })),
      };
    },
  );
  return {
    id: draft.id,
    title: draft.title,
    issuer: draft.issuer ?? [],
    documentNumber: draft.documentNumber,
    genre: draft.genre,
    issuedOn: draft.issuedOn,
    region: draft.region,
    passages,
  };
}

/** Three documents with everything that can be filtered by. */
export const sampleDocuments: readonly SearchDocument[] = [
  {
    id: 'zj-plan',
    title: '浙江省公共数据发展规划',
    issuer: ['浙江省人民政府'],
    documentNumber: '浙政发〔2021〕8号',
    genre: '规划',
    issuedOn: '2021-06-16',
    region: { code: '330000', name: '浙江省', level: 'province' as const },
    passages: [
      {
        text: '推动公共数据资源开放共享，培育数据要素市场。',
        headings: ['一、总体要求', '（一）培育数据要素市场'],
        tags: ['T2', 'T5'],
      },
      {
        text: '到2025年，5G网络覆盖全部乡镇，人工智能（AI）产业规模翻番。',
        headings: ['二、主要任务'],
        tags: ['T1', 'A3'],
      },
      { text: '（一）加强组织领导', headings: ['三、保障措施'] },
    ],
  },
  {
    id: 'hz-notice',
    title: '杭州市关于推进数字金融服务的通知',
    issuer: ['杭州市人民政府', '杭州市地方金融管理局'],
    genre: '通知',
    issuedOn: '2023-03',
    region: { code: '330100', name: '浙江省杭州市', level: 'prefecture' as const },
    passages: [
      { text: '发展数字金融，支持金融机构使用公共数据。', tags: ['T2'] },
      { text: '各区县应当做好数据安全工作。', tags: ['T6'] },
    ],
  },
  {
    id: 'gw-opinion',
    title: '关于构建数据基础制度的意见',
    issuer: ['国务院'],
    genre: '意见',
    issuedOn: '2022',
    region: { code: '100000', name: '全国', level: 'country' as const },
    passages: [
      { text: '建立数据产权制度，推进数据要素市场化配置。', tags: ['T2'] },
      { text: '第一章 总则…………………………3' },
      { text: '加强數據安全治理，維護國家安全。', tags: ['T6'] },
    ],
  },
].map(createDocument);
