import { describe, expect, it } from 'vitest';
import { splitGluedBlocks } from '../../../src/document/split-blocks';
import { splitGluedLines } from '../../../src/document/split-lines';
import { blocksOf, linesOf } from '../../support/document-blocks';

const split = (text: string): readonly string[] =>
  splitGluedLines(linesOf(text)).map((line) => line.text);

const filler = '全市数据产业稳步发展。'.repeat(200);

describe('splitGluedLines', () => {
  it.each([
    [
      'a level after a full stop',
      '三、任务\n完成建设。四、保障措施',
      ['三、任务', '完成建设。', '四、保障措施'],
    ],
    [
      'a level after a bracket',
      '一、任务\n（市工信局负责）二、保障措施',
      ['一、任务', '(市工信局负责)', '二、保障措施'],
    ],
    [
      'a level after a word',
      '一、任务\n打造特色品牌二、加速社会建设',
      ['一、任务', '打造特色品牌', '二、加速社会建设'],
    ],
    [
      'several',
      '（一）甲。内容。（二）乙。内容。（三）丙。内容。',
      ['(一)甲。内容。', '(二)乙。内容。', '(三)丙。内容。'],
    ],
    ['the first chapter', '本指南由市局编制。第一章 总则', ['本指南由市局编制。', '第一章 总则']],
    [
      'an article below its chapter',
      '第一章 总则第一条 为了规范管理',
      ['第一章 总则', '第一条 为了规范管理'],
    ],
    [
      'an article',
      '第一条 为了规范。第二条 本市适用。',
      ['第一条 为了规范。', '第二条 本市适用。'],
    ],
    [
      'the first item below a heading',
      '一、强化统筹协调1.加强工作谋划。建立台账。',
      ['一、强化统筹协调', '1.加强工作谋划。建立台账。'],
    ],
    [
      'the first levels of a text without line breaks',
      `请予审议。一、去年工作回顾 ${filler}二、今年工作安排 抓好两件事： （一）建平台。做好。 — 12 — （二）管数据。管好。`,
      [
        '请予审议。',
        `一、去年工作回顾 ${filler}`,
        '二、今年工作安排 抓好两件事:',
        '(一)建平台。做好。 — 12 —',
        '(二)管数据。管好。',
      ],
    ],
    ['a stray opening quote', '一、任务\n完成。“二、保障', ['一、任务', '完成。', '二、保障']],
  ])('splits before %s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each([
    ['an enumeration that does not count on', '一、任务\n包括：采集；（一）加工；（二）流通。'],
    ['industries', '一、任务\n推动一、二、三产业融合，提升二、三线城市能级'],
    ['a cross-reference', '第一条 为了。\n依照本办法。第五条规定的情形除外'],
    ['a first level in a paragraph', '有关要求如下。一、报送材料'],
    ['a version below a heading', '一、升级到版本1.2以上'],
    ['a figure', '一、任务\n增长2.5倍，达到3.1亿'],
    ['a jump', '一、任务\n完成。五、保障'],
  ])('does not split before %s', (_, text) => {
    expect(split(text)).toEqual(linesOf(text).map((line) => line.text));
  });

  it('keeps places', () => {
    const text = '一、任务\n完成建设。 二、保障';
    for (const line of splitGluedLines(linesOf(text)))
      expect(text.slice(line.start, line.end)).toBe(line.text);
  });
});

describe('splitGluedBlocks', () => {
  it.each([
    [
      'a document number',
      '某政发〔2024〕3号各县人民政府：',
      ['某政发〔2024〕3号', '各县人民政府:'],
    ],
    ['a note', '（此件公开发布）索引号：000/2024', ['(此件公开发布)', '索引号:000/2024']],
    [
      'the opening of a speech',
      '各位代表：现在，我向大会报告工作。',
      ['各位代表:', '现在,我向大会报告工作。'],
    ],
    [
      'a signature',
      '请认真贯彻执行。某市人民政府2024年3月4日（此件公开发布）',
      ['请认真贯彻执行。', '某市人民政府', '2024年3月4日', '(此件公开发布)'],
    ],
    [
      'time and source',
      '某市数据管理规定2024年03月04日 10:02 来源：某日报',
      ['某市数据管理规定', '2024年03月04日 10:02 来源:某日报'],
    ],
    [
      'index entries',
      '务实有序推进索 引 号：0001/2024 主题分类：工业',
      ['务实有序推进', '索 引 号:0001/2024 主题分类:工业'],
    ],
  ])('splits at %s', (_, text, expected) => {
    expect(blocksOf(text).map((block) => block.text)).toEqual(expected);
  });

  it('does not take a date in a sentence for a signature', () => {
    expect(blocksOf('本办法自公布之日起施行。原办法废止于2024年3月4日')).toHaveLength(1);
  });
});

describe('splitGluedBlocks', () => {
  it.each([
    ['cuts a number off its addressees', '国发〔2020〕99号各省、自治区:', 2],
    ['leaves a sentence that speaks of a number', '根据国发〔2020〕99号文件精神,推进共享。', 1],
    ['leaves one that begins with what is to be done', '为落实国发〔2020〕99号,现通知如下。', 1],
    ['leaves a number that goes on', '国发〔2020〕99号、国办发〔2021〕3号提出的任务。', 1],
  ])('%s', (_, text, count) => {
    expect(splitGluedBlocks(blocksOf(text))).toHaveLength(count);
  });
});
