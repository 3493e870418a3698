import { describe, expect, it } from 'vitest';
import { findContents } from '../../../src/document/contents';
import { linesOf } from '../../support/document-blocks';

function contentsOf(text: string): readonly (readonly string[])[] {
  const lines = linesOf(text);
  return findContents(lines).map(({ from, to }) => lines.slice(from, to).map((line) => line.text));
}

describe('findContents', () => {
  it.each([
    ['dots', '目录\n一、目标......1\n二、任务......3\n一、目标\n正文。', 3],
    ['ellipses and a wide title', '目      录\n一、目标……………1\n二、任务……………3\n一、目标', 3],
    ['spaced dots', '目录\n一、目标. . . . . 1\n二、任务. . . . . 12\n一、目标', 3],
    ['tabs and numbers', '目录\n一、目标\t1\n二、任务\t3\n一、目标', 3],
    [
      'no page numbers',
      '目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 为了。\n第二章 附则',
      3,
    ],
    [
      'an entry over two lines',
      '目录\n一、提升数字政府建设水平，推动政务\n服务一网通办......1\n二、任务......3\n一、提升',
      4,
    ],
    ['no title', '一、目标......1\n二、任务......3\n三、保障......5\n一、目标', 3],
  ])('finds a table with %s', (_, text, entries) => {
    expect(contentsOf(text).map((range) => range.length)).toEqual([entries]);
  });

  it.each([
    ['two lines with leaders and no title', '一、目标......1\n二、任务......3\n正文。'],
    ['a title without entries', '目录\n本市各区按下列要求执行。'],
    ['text that trails off', '各地区……\n各部门……\n各单位要落实。'],
    ['a 目录 in a sentence', '发布目录清单。\n一、目标\n二、任务'],
  ])('finds none in %s', (_, text) => {
    expect(contentsOf(text)).toEqual([]);
  });
});
