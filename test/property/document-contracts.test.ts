import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document';
import { checkDocument } from '../support/check-document';
import { readPolicyTexts } from '../support/policy-texts';
import { describeWithShared } from '../support/shared';

const marker = fc.constantFrom(
  '第一编 ',
  '第一章 ',
  '第二章 ',
  '第一节 ',
  '第一条 ',
  '第十条之一 ',
  '一、',
  '二、',
  '（一）',
  '（二）',
  '1.',
  '2.',
  '1.1',
  '（1）',
  '①',
  '专栏1 ',
  '附件1',
  '附件：1.',
  '【第一篇】',
  '第一款 ',
  '目录',
  '前言',
  '',
);
const words = fc.constantFrom(
  '总则',
  '加快数字政府建设',
  '培育数据要素市场。到2025年，建成三个交易平台。',
  '为了规范管理，制定本办法。',
  '根据',
  '第五条规定',
  '各市人民政府：',
  '国务院',
  '2021年3月4日',
  '国发〔2021〕3号',
  '关于印发智慧城市建设规划的通知',
  '……………12',
  '| 甲 | 乙 |',
  '甲\t乙',
  '网民（亿）   8.5   11.9',
  '（此件公开发布）',
  '联系电话：010-12345678',
  '来源：',
  '>',
  '**重点**任务',
  '## 标题',
  'PM2.5',
  '，平均浓度',
  '— 3 —',
  '7',
  '。四、完善保障',
  '😀',
  '\ud800',
  '\0',
  '\u200b',
  '數據產業',
  '５Ｇ',
  ' 　',
  '有关事项通知如下：',
  '是',
);
const line = fc
  .tuple(fc.constantFrom('', '  ', '　　', '- ', '> '), marker, fc.array(words, { maxLength: 4 }))
  .map(([indent, mark, parts]) => indent + mark + parts.join(''));
const documentText = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\n\n'))
  .map(([lines, newline]) => lines.join(newline));

describe('parseDocument', () => {
  it('keeps its contracts on texts made of headings, paragraphs and what stands around them', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        checkDocument(parseDocument(text, { id: 'd' }));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps its contracts on any string, with lone surrogates and NUL', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
        .map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(any, (text) => {
        checkDocument(parseDocument(text, { id: 'd' }));
      }),
    );
  });

  it('gives the same document twice', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        expect(parseDocument(text, { id: 'd' })).toEqual(parseDocument(text, { id: 'd' }));
      }),
      { numRuns: 50 },
    );
  });
});

describeWithShared('parseDocument on the shared documents', (shared) => {
  it('keeps its contracts, finds passages and covers nearly all of the text', () => {
    let characters = 0;
    let covered = 0;
    for (const text of readPolicyTexts(shared)) {
      const document = parseDocument(text, { id: 'd' });
      checkDocument(document);
      expect(document.passages.length).toBeGreaterThan(0);
      characters += text.replace(/\s+/g, '').length;
      for (const passage of document.passages) covered += passage.text.replace(/\s+/g, '').length;
    }
    expect(covered / characters).toBeGreaterThan(0.93);
  }, 120_000);
});
