import { describe, expect, it } from 'vitest';
import { parseDocument, type Section } from '../../../src/document';

const body =
  '各地要结合实际，完善配套政策，压实工作责任，推动各项任务落实落地，及时总结推广典型经验做法。';

/** The tree as lines of depth, kind and label. */
function outlineOf(text: string): readonly string[] {
  const walk = ({ level, kind, label, children }: Section): readonly string[] => [
    `${String(level)} ${kind} ${label}`,
    ...children.flatMap(walk),
  ];
  return parseDocument(text, { id: 'd' }).sections.flatMap(walk);
}

const gapsOf = (text: string): readonly string[] =>
  parseDocument(text, { id: 'd' })
    .diagnostics.filter(({ ruleId }) => ruleId === 'heading-sequence-gap')
    .map(({ message }) => message);

describe('sections', () => {
  it.each([
    [
      'every numbering of a plan',
      [
        '一、任务',
        '（一）数据',
        '1.采集',
        '（1）感知',
        body,
        '①设备',
        body,
        '2.流通',
        body,
        '二、保障',
        body,
      ],
      [
        '1 level 一、任务',
        '2 level （一）数据',
        '3 level 1.采集',
        '4 level （1）感知',
        '5 level ①设备',
        '3 level 2.流通',
        '1 level 二、保障',
      ],
    ],
    [
      'a division of a statute that lost its number',
      ['第一章 总则', '第一条 为了规范。', body, '网络素养促进', `第二条 ${body}`],
      ['1 chapter 第一章 总则', '2 article 第一条', '1 heading 网络素养促进', '2 article 第二条'],
    ],
    [
      'every division of a statute',
      [
        '第一编 总则',
        '第一章 一般规定',
        '第一节 范围',
        '第一条 为了规范：',
        '（一）数据处理；',
        '1.收集；',
        '（二）数据安全。',
        '第二条 本市适用。',
        '第三条 施行。',
      ],
      [
        '1 part 第一编 总则',
        '2 chapter 第一章 一般规定',
        '3 section 第一节 范围',
        '4 article 第一条',
        '5 item （一）',
        '6 item 1.',
        '5 item （二）',
        '4 article 第二条',
        '4 article 第三条',
      ],
    ],
    [
      'numbered paragraphs and items of an article',
      [
        '第一条 为了规范。',
        '第一款 前述数据。',
        '第一项 个人数据。',
        '第二款 其他。',
        '第二条 施行。',
      ],
      [
        '1 article 第一条',
        '2 paragraph 第一款',
        '3 item 第一项',
        '2 paragraph 第二款',
        '1 article 第二条',
      ],
    ],
    [
      'a box that ends where the numbering goes on',
      [
        '一、任务',
        '（一）数据',
        body,
        '专栏1 工程',
        '1.平台。建设平台。',
        '2.终端。建设终端。',
        '（二）算力',
        body,
        '二、保障',
        body,
      ],
      [
        '1 level 一、任务',
        '2 level （一）数据',
        '3 box 专栏1 工程',
        '4 level 1.平台',
        '4 level 2.终端',
        '2 level （二）算力',
        '1 level 二、保障',
      ],
    ],
    [
      'boxes one after the other',
      ['一、任务', body, '专栏1 甲工程', body, '专栏2 乙工程', body, '二、保障', body],
      ['1 level 一、任务', '2 box 专栏1 甲工程', '2 box 专栏2 乙工程', '1 level 二、保障'],
    ],
    [
      'attachments with their own numbering',
      [
        '一、任务',
        body,
        '附件1',
        '任务分工表',
        '一、市工信局',
        body,
        '附件2 名单',
        '一、企业',
        body,
      ],
      [
        '1 level 一、任务',
        '1 attachment 附件1 任务分工表',
        '2 level 一、市工信局',
        '1 attachment 附件2 名单',
        '2 level 一、企业',
      ],
    ],
    [
      'headings without numbers above numbers that begin anew',
      ['主要目标', '一、数据', body, '二、算力', body, '重点任务', '一、平台', body],
      [
        '1 heading 主要目标',
        '2 level 一、数据',
        '2 level 二、算力',
        '1 heading 重点任务',
        '2 level 一、平台',
      ],
    ],
    [
      'headings without numbers below a number',
      ['一、任务', '工作原则', body, '二、保障', body],
      ['1 level 一、任务', '2 heading 工作原则', '1 level 二、保障'],
    ],
    [
      'a preface beside the chapters',
      ['前言', body, '第一章 总则', body],
      ['1 heading 前言', '1 chapter 第一章 总则'],
    ],
    [
      'Markdown levels',
      ['## 目标', body, '### 近期', body, '## 任务', body],
      ['1 heading 目标', '2 heading 近期', '1 heading 任务'],
    ],
    [
      'a question and its answer',
      ['问题：', body, '回复：', '（一）条件', body],
      ['1 heading 问题：', '1 heading 回复：', '2 level （一）条件'],
    ],
    [
      'parts in brackets',
      ['【第一篇】基础', '一、数据', body, '【第二篇】任务', '二、算力', body],
      ['1 part 【第一篇】基础', '2 level 一、数据', '1 part 【第二篇】任务', '2 level 二、算力'],
    ],
    [
      'an inserted article',
      ['第十条 为了。', '第十条之一 本市。', '第十一条 施行。'],
      ['1 article 第十条', '1 article 第十条之一', '1 article 第十一条'],
    ],
  ])('have %s', (_, lines, expected) => {
    expect(outlineOf(lines.join('\n'))).toEqual(expected);
  });

  it('put the document inside its covering notice under its own title', () => {
    const text = `云澜市人民政府关于印发云澜市数据规划的通知\n各区县：\n${body}\n云澜市人民政府\n2024年3月4日\n云澜市数据规划\n一、目标\n${body}`;
    expect(outlineOf(text)).toEqual(['1 document 云澜市数据规划', '2 level 一、目标']);
  });

  it('have no heading in a figure out of sequence', () => {
    expect(outlineOf(`一、成效\n${body}\n5.2\n3.产值\n${body}`)).toEqual(['1 level 一、成效']);
  });
});

describe('heading-sequence-gap', () => {
  it.each([
    [
      'nothing for numbering that counts on',
      '一、甲甲\n（一）乙乙\n（二）丙丙\n二、丁丁\n（三）戊戊',
      [],
    ],
    ['a jump', '一、甲甲\n二、乙乙\n四、丙丙', ['numbering jumps from 2 to 4']],
    ['a late beginning', '二、乙乙\n三、丙丙', ['numbering jumps from 0 to 2']],
    ['nothing for 之一', '第一条 甲。\n第一条之一 乙。\n第二条 丙。', []],
    ['nothing for attachments with parts', '附件1-1 甲甲\n附件1-2 乙乙\n附件2 丙丙', []],
    [
      'nothing for boxes across chapters',
      '一、甲甲\n专栏1 乙乙\n二、丙丙\n专栏2 丁丁\n三、戊戊\n专栏3 己己',
      [],
    ],
  ])('says %s', (_, text, expected) => {
    expect(gapsOf(text)).toEqual(expected);
  });
});

describe('passages', () => {
  const passagesOf = (text: string): readonly string[] =>
    parseDocument(text, { id: 'd' }).passages.map((passage) => passage.text);

  it('carry the path, places and kinds of the headings above', () => {
    const source = `一、任务\n（一）培育数据市场。${body}`;
    const [passage] = parseDocument(source, { id: 'd' }).passages;
    expect(passage?.headingPath).toEqual(['一、任务', '（一）培育数据市场']);
    expect(passage?.headingKinds).toEqual(['level', 'level']);
    expect(passage?.headingSpans.map(({ start, end }) => source.slice(start, end))).toEqual([
      '一、任务',
      '（一）培育数据市场',
    ]);
    expect(passage?.text).toBe(body);
  });

  it('cut a long paragraph at sentence ends into parts of about the same length', () => {
    const parts = passagesOf(`一、任务\n${body.repeat(50)}`);
    expect(parts.join('')).toBe(body.repeat(50));
    for (const part of parts) {
      expect(part.endsWith('。')).toBe(true);
      expect(part.length).toBeGreaterThan(450);
      expect(part.length).toBeLessThanOrEqual(900);
    }
  });

  it('cut a sentence without an end between characters, never within one', () => {
    const parts = passagesOf('😀'.repeat(2000));
    expect(parts.join('')).toBe('😀'.repeat(2000));
    for (const part of parts) expect(part).toMatch(/^(?:😀)+$/u);
  });

  it('keep a row of a table as it is, and cells one a line as one passage', () => {
    expect(passagesOf(`一、任务\n${body}\n甲\t乙\n丙\t丁`)).toEqual([body, '甲\t乙', '丙\t丁']);
    expect(
      passagesOf(
        `一、任务\n${body}\n指标名称\n属性\n网民数量（亿）   8.5   11.9\n5.宽带（万）\n16   10   20\n普及率   70   80`,
      ),
    ).toHaveLength(2);
  });

  it('join the wrapped cells below a head of columns up to the next heading', () => {
    const rows = '1   建设平台，汇集数据。   市数据局牵头\n市工信局等按职\n责分工负责\n'.repeat(4);
    const source = `附件1 分工表\n序号   重点任务   责任单位\n${rows}附件2 名单\n${body}`;
    const { sections, passages } = parseDocument(source, { id: 'd' });
    expect(sections.map(({ label }) => label)).toEqual(['附件1 分工表', '附件2 名单']);
    expect(passages.map(({ text }) => text)).toEqual([
      `序号   重点任务   责任单位\n${rows}`.trim(),
      body,
    ]);
  });

  it('join wraps across page numbers and say of which pieces', () => {
    const line = '各地各部门要加强组织领导，完善工作机制，压实工作责任，确保各项任务';
    const source = `${`${line}\n`.repeat(6)}— 3 —\n${line}落实。`;
    const [passage, ...others] = parseDocument(source, { id: 'd' }).passages;
    expect(others).toEqual([]);
    expect(passage?.pieces).toHaveLength(7);
    expect(passage?.text).toBe(`${line.repeat(7)}落实。`);
  });
});
