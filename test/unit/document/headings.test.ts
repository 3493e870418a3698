import { describe, expect, it } from 'vitest';
import { decideBlock } from '../../../src/document/headings';
import { blocksOf } from '../../support/document-blocks';

const body =
  '各地要结合实际，完善配套政策，压实工作责任，推动各项任务落实落地，及时总结推广典型经验做法。';

/** What the middle one of three blocks is: its heading and its body. */
function decide(text: string, { above = body, below = body, inArticle = false } = {}): string {
  const blocks = [above, text, below].map((words) => blocksOf(words)[0]);
  const block = blocks[1]!;
  const decision = decideBlock(block, blocks[0], blocks[2], inArticle);
  if (decision.kind === 'paragraph') return 'paragraph';
  const heading = block.text.slice(0, decision.headingEnd);
  return decision.kind === 'heading'
    ? `heading ${heading}`
    : `run-in ${heading} | ${block.text.slice(decision.bodyStart).slice(0, 6)}`;
}

describe('decideBlock', () => {
  it.each([
    ['第一章 总则', 'heading 第一章 总则'],
    ['第三章规定的项目由市级审批', 'paragraph'],
    ['第一条 为了规范管理，制定本办法。', 'run-in 第一条  | 为了规范管理'],
    ['第一条 【目的】为了规范管理。', 'run-in 第一条 【目的】 | 为了规范管理'],
    ['第五条规定的情形，从其规定。', 'paragraph'],
    ['一、总体要求', 'heading 一、总体要求'],
    ['（二）基本原则。', 'heading (二)基本原则。'],
    ['（一）强化监测分析。以数据为基础，建立模型。', 'run-in (一)强化监测分析 | 以数据为基础'],
    ['（一）发展目标：到2025年，建成平台。', 'run-in (一)发展目标 | 到2025年'],
    ['1.家庭养老床位：依托传感器，提供服务。', 'run-in 1.家庭养老床位 | 依托传感器,'],
    ['二、今年工作安排 今年要办好十件实事。建成平台。', 'run-in 二、今年工作安排 | 今年要办好十'],
    [
      '二、加快推进 数据资源汇聚，建成平台。管好数据。',
      'run-in 二、加快推进 数据资源汇聚,建成平台 | 管好数据。',
    ],
    ['（一）申报主体应当具有独立法人资格，近三年无违法记录。', 'run-in (一) | 申报主体应当'],
    ['（一）具有独立法人资格；', 'run-in (一) | 具有独立法人'],
    ['1.有场所，', 'run-in 1. | 有场所,'],
    ['专栏1 数字乡村工程', 'heading 专栏1 数字乡村工程'],
    ['专栏1 数字乡村工程建设平台。完善设施。', 'run-in 专栏1 数字乡村工程 | 建设平台。完'],
    ['附件1 任务分工表', 'heading 附件1 任务分工表'],
    ['前 言', 'heading 前 言'],
    ['工作目标', 'heading 工作目标'],
    ['图1 体系结构图', 'paragraph'],
    ['现将有关事项通知如下', 'paragraph'],
    ['这是一句完整的话，有逗号', 'paragraph'],
    ['## 保障措施', 'heading 保障措施'],
    ['第二款 前款所称数据，是指电子记录。', 'run-in 第二款  | 前款所称数据'],
  ])('reads %s', (text, expected) => {
    expect(decide(text)).toBe(expected);
  });

  it('takes a short closed sentence for an item where its like follows', () => {
    expect(decide('（一）遵守法律。', { below: '（二）恪守信用。' })).toBe(
      'run-in (一) | 遵守法律。',
    );
  });

  it('takes numbered lines in an article for items', () => {
    expect(decide('（一）数据处理', { inArticle: true })).toBe('run-in (一) | 数据处理');
  });

  it('takes a short line for a heading only between closed paragraphs', () => {
    expect(decide('工作目标', { above: '本部分介绍以下' })).toBe('paragraph');
    expect(decide('工作目标', { below: '短句' })).toBe('paragraph');
  });

  it('says of a long numbered line without a full stop that it is doubtful', () => {
    const block = blocksOf(`一、${'加快推进智慧城市建设'.repeat(5)}`)[0]!;
    expect(decideBlock(block, undefined, undefined, false)).toMatchObject({
      kind: 'heading',
      doubtful: true,
    });
  });
});
