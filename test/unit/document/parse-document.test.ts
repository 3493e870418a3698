import { describe, expect, it } from 'vitest';
import { MAX_TEXT_LENGTH, parseDocument } from '../../../src/document';
import { ZhengceError } from '../../../src/errors';
import { checkDocument } from '../../support/check-document';

const body =
  '各地要结合实际，完善配套政策，压实工作责任，推动各项任务落实落地，及时总结推广典型经验做法。';
const rulesOf = (text: string): readonly string[] =>
  parseDocument(text, { id: 'd' }).diagnostics.map(({ ruleId }) => ruleId);

describe('parseDocument', () => {
  it.each([
    ['a source that is no string', 42, { id: 'a' }],
    ['no options', '文', undefined],
    ['an empty id', '文', { id: '' }],
    ['an id that is no string', '文', { id: 7 }],
  ])('throws invalid-argument for %s', (_, source, options) => {
    const call = (): unknown => parseDocument(source as string, options as { id: string });
    expect(call).toThrow(ZhengceError);
    expect(call).toThrow(expect.objectContaining({ code: 'invalid-argument' }) as Error);
  });

  it('throws input-too-large above its bound', () => {
    const source = ' '.repeat(MAX_TEXT_LENGTH + 1);
    expect(() => parseDocument(source, { id: 'a' })).toThrow(
      expect.objectContaining({ code: 'input-too-large' }) as Error,
    );
  });

  it('gives an empty document with a Diagnostic for an empty text', () => {
    const document = parseDocument('', { id: 'a' });
    expect(document).toMatchObject({
      source: '',
      title: undefined,
      sections: [],
      passages: [],
      issuer: [],
    });
    expect(document.diagnostics.map(({ ruleId }) => ruleId)).toEqual([
      'no-passages',
      'metadata-missing',
    ]);
  });

  it('keeps the title that the caller gives and reads its genre and region', () => {
    expect(parseDocument(body, { id: 'a', title: '杭州市数据条例' })).toMatchObject({
      title: '杭州市数据条例',
      titleSpan: undefined,
      genre: '条例',
      region: { name: '浙江省杭州市' },
    });
  });

  it('freezes what it gives', () => {
    const document = parseDocument(`一、任务\n${body}`, { id: 'a' });
    expect(
      [
        document,
        document.sections,
        document.sections[0],
        document.passages,
        document.passages[0]?.span,
      ].every(Object.isFrozen),
    ).toBe(true);
  });

  it.each([
    [
      'contents-left-out',
      `目录\n一、任务......1\n二、保障......2\n一、任务\n${body}\n二、保障\n${body}`,
    ],
    ['noise-left-out', `打印\n${body}`],
    ['heading-sequence-gap', `一、任务\n${body}\n三、保障\n${body}`],
    ['heading-doubtful', `一、${'加快推进智慧城市建设'.repeat(5)}\n${body}`],
    [
      'wrap-doubtful',
      `${'各地各部门要加强组织领导和工作协同并压实各方面责任。\n'.repeat(2)}${'各地各部门要加强组织领导和工作协同并压实各方面的责任\n'.repeat(6)}`,
    ],
    ['broken-characters', `${body}\ufffd`],
    ['text-cut-off', `${body}${body}各地要`],
    ['no-passages', '2024年3月4日'],
    ['metadata-missing', body],
  ])('reports %s', (rule, text) => {
    expect(rulesOf(text)).toContain(rule);
  });

  it('reports nothing but what is missing of a sound text', () => {
    expect(rulesOf(`一、任务\n${body}\n二、保障\n${body}`)).toEqual(['metadata-missing']);
  });

  it('gives names in the characters of the source', () => {
    const text =
      '廈門市數據管理局關於印發《數據規劃》的通知\n廈數〔2023〕5號\n各區人民政府：\n現印發給你們，請認真貫徹執行。\n廈門市數據管理局\n2023年5月6日';
    expect(parseDocument(text, { id: 'a' })).toMatchObject({
      issuer: ['廈門市數據管理局'],
      documentNumber: '廈數〔2023〕5號',
      region: { name: '福建省厦门市' },
      genre: '通知',
    });
  });
});

const han = '一二三四五六七八九十';

describe('parseDocument on hostile text', () => {
  const markers = ['一、', '（一）', '1.', '（1）', '①', '第一章 ', '第一条 ', '专栏1 '];
  const nested = Array.from(
    { length: 5000 },
    (_, i) => `${markers[i % markers.length] ?? ''}标题${String(i)}`,
  ).join('\n');

  // Each takes well under a second on an idle machine; what is quadratic takes minutes at these sizes.
  it.each([
    ['10 MB without a line break', '数据要素市场，'.repeat(1_498_000)],
    ['10 MB of one character', '数'.repeat(10_485_760)],
    ['a million blank lines', '\n'.repeat(1_000_000)],
    ['5,000 nested headings', nested],
    ['200,000 lines of one character', '字\n'.repeat(200_000)],
    ['200,000 dates', '2021年3月4日\n'.repeat(200_000)],
    ['200,000 bodies', '财政部\n'.repeat(200_000)],
    ['200,000 attachments', '附件：1.名单\n'.repeat(200_000)],
    ['200,000 lines of contents', '目录\n总则\n'.repeat(100_000)],
    ['200,000 keys', '来源：\n'.repeat(200_000)],
    ['200,000 numbers', Array.from({ length: 200_000 }, (_, i) => String(i % 1000)).join('\n')],
    ['100,000 wrapped lines', `${'数据'.repeat(13)}\n`.repeat(100_000)],
    ['100,000 table rows', '| 甲 | 乙 |\n'.repeat(100_000)],
    ['1 MB of 专栏', '专栏'.repeat(500_000)],
    ['1 MB of brackets', '('.repeat(1_000_000)],
    ['1 MB of articles', '第一条'.repeat(333_333)],
    ['1 MB of glued levels', '。四、'.repeat(333_333)],
    [
      '1 MB of glued items that count on',
      Array.from({ length: 200_000 }, (_, i) => `。（${han.charAt(i % 10)}）甲`).join(''),
    ],
    ['1 MB of spaces', ' '.repeat(1_000_000)],
    ['1 MB of spaces in a line', `甲${' '.repeat(1_000_000)}乙`],
    ['1 MB of columns', '甲   '.repeat(250_000)],
    ['1 MB of dots', '.'.repeat(1_000_000)],
    ['1 MB of quotes', '《'.repeat(1_000_000)],
    ['1 MB of bold marks', '**'.repeat(500_000)],
    ['1 MB of index keys', '索引号'.repeat(333_333)],
    ['1 MB of NUL', '\0'.repeat(1_000_000)],
    ['1 MB of lone surrogates', '\ud800'.repeat(1_000_000)],
  ])(
    'gives a result in linear time for %s',
    (_, source) => {
      const document = parseDocument(source, { id: 'a' });
      expect(document.source).toBe(source);
      if (document.passages.length < 20_000) checkDocument(document);
    },
    20_000,
  );
});
