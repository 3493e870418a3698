import { describe, expect, it } from 'vitest';
import { measureColumns, readLines } from '../../../src/document/lines';

describe('readLines', () => {
  it.each([
    ['two lines', '甲\n乙', ['甲', '乙']],
    ['blank lines and spaces around', '\n  甲  \n\n\t乙\n', ['甲', '乙']],
    ['a Markdown heading', '## 第一章 总则', ['第一章 总则']],
    ['a hash that is none', '#标签', ['#标签']],
    ['a bullet and a quotation', '- 甲项\n> 乙项', ['甲项', '乙项']],
    ['a bold line', '**工作目标**', ['工作目标']],
    ['bold within a line', '坚持**创新**驱动', ['坚持**创新**驱动']],
    ['debris of character recognition', '提升能力。“\n夯实基础←', ['提升能力。', '夯实基础']],
    ['an opening quote before a marker', '“一、总体要求', ['一、总体要求']],
    ['a quotation that begins with a marker', '“一、二、三”产业', ['“一、二、三”产业']],
    ['a table row, whole', '| 甲 | 乙 |', ['| 甲 | 乙 |']],
    ['nothing', '', []],
    ['white space only', ' \n\t\n', []],
  ])('reads %s', (_, text, expected) => {
    expect(readLines(text).map((line) => line.text)).toEqual(expected);
  });

  it('bounds exactly the text of each line', () => {
    const text = '  ### 一、目标 \n**要点**\n- 三项任务';
    for (const line of readLines(text)) expect(text.slice(line.start, line.end)).toBe(line.text);
  });

  it('keeps indent, blank lines above, heading level and bold', () => {
    const [first, second] = readLines('   ## 甲\n\n\n**乙乙**');
    expect(first).toMatchObject({ indent: 3, blanksBefore: 0, headingMark: 2, bold: false });
    expect(second).toMatchObject({ indent: 0, blanksBefore: 2, headingMark: 0, bold: true });
  });
});

describe('measureColumns', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['数据', 4],
    ['5G 网络。', 9],
  ])('gives %j %i columns', (text, columns) => {
    expect(measureColumns(text)).toBe(columns);
  });
});
