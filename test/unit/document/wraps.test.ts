import { describe, expect, it } from 'vitest';
import { joinWrappedLines, measureWraps } from '../../../src/document/wraps';
import { linesOf } from '../../support/document-blocks';

const sentence =
  '各地各部门要加强组织领导，完善工作机制，压实工作责任，确保各项任务落到实处，推动数字经济和实体经济深度融合';

/** Text wrapped after a number of characters, the first line of each paragraph indented. */
function wrap(paragraphs: readonly string[], width: number, indent = ''): string {
  return paragraphs
    .map((paragraph) => {
      const lines = [];
      for (let rest = indent + paragraph; rest !== ''; rest = rest.slice(width))
        lines.push(rest.slice(0, width));
      return lines.join('\n');
    })
    .join('\n');
}

function joined(text: string): readonly string[] {
  const lines = linesOf(text);
  return joinWrappedLines(lines, measureWraps(lines)).blocks.map((block) => block.text);
}

const folded = (text: string): string =>
  text.replaceAll('，', ',').replaceAll('；', ';').replaceAll('：', ':');

describe('measureWraps', () => {
  it('finds the width of a hard-wrapped text', () => {
    const { width } = measureWraps(linesOf(wrap([sentence.repeat(5)], 26)));
    expect(width).toBeGreaterThanOrEqual(49);
    expect(width).toBeLessThanOrEqual(52);
  });

  it('finds it although a table of short and of wide rows stands at the end', () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `某项工业标准${'名称'.repeat(10 + (i % 9))}已发布`,
    );
    const { width } = measureWraps(
      linesOf(`${wrap([sentence.repeat(12)], 26)}\n${rows.join('\n')}`),
    );
    expect(width).toBeGreaterThanOrEqual(49);
    expect(width).toBeLessThanOrEqual(52);
  });

  it.each([
    ['paragraphs on one line each', `${sentence}。\n`.repeat(10)],
    ['headings only', '数据要素市场培育工程\n算力基础设施建设工程\n'],
    ['nothing', ''],
  ])('finds none in %s', (_, text) => {
    expect(measureWraps(linesOf(text)).width).toBe(Infinity);
  });
});

describe('joinWrappedLines', () => {
  const first = `${sentence.repeat(3)}。`;
  const second = `二是${sentence.repeat(2)}成效。`;

  it.each([22, 26, 33, 40])('gives back paragraphs wrapped after %i characters', (width) => {
    expect(joined(wrap([first, second, first], width, '　　'))).toEqual(
      [first, second, first].map(folded),
    );
  });

  it.each([
    ['a marker', '（二）培育市场主体'],
    ['a bullet', '——坚持创新驱动。'],
    ['a chapter', '第二章 重点任务'],
  ])('begins a paragraph at %s even below a full line', (_, start) => {
    const text = wrap([sentence.repeat(4).slice(0, 26 * 6)], 26);
    expect(joined(`${text}\n${start}`)).toHaveLength(2);
  });

  it.each([
    ['根据', '第五条规定执行的项目，由县级部门负责'],
    ['按照', '第三章的要求办理'],
  ])('goes on below %s at a cross-reference', (end, start) => {
    const full = `${sentence.repeat(4).slice(0, 26 * 6 - end.length)}${end}`;
    expect(joined(`${wrap([full], 26)}\n${start}`)).toHaveLength(1);
  });

  it('does not join paragraphs that are lines', () => {
    expect(joined(`${sentence}。\n${sentence}。`)).toHaveLength(2);
  });

  it('joins a line that was cut in mid-sentence in a text of long lines, and what a subscript was cut off from', () => {
    expect(joined(`${sentence.repeat(2)}，PM2.5\n年平均浓度下降。`)).toHaveLength(1);
  });

  it('does not join a signature to a long paragraph that ends in a bracket', () => {
    expect(joined(`${sentence.repeat(3)}（市发展改革委负责）\n\n某市人民政府办公室`)).toHaveLength(
      2,
    );
  });

  it('begins a paragraph at an indent where paragraphs are indented, full stop at the edge or not', () => {
    const brim = `${sentence.repeat(2).slice(0, 26 * 3 - 3)}。`;
    expect(joined(wrap([brim, brim, brim, brim], 26, '　　'))).toHaveLength(4);
  });

  it('reports the lines that only the page width joined', () => {
    const brim = `${sentence.repeat(2).slice(0, 26 * 3 - 1)}。`;
    const lines = linesOf(wrap([brim, brim, first], 26));
    expect(joinWrappedLines(lines, measureWraps(lines)).doubtful).toHaveLength(2);
  });

  it('keeps key–value lines, table rows and headings apart', () => {
    const long = `原文链接：https://example.cn/${'a'.repeat(140)}`;
    expect(joined(`${long}\n某府办发〔2024〕3号\n# 标题\n甲\t乙\n丙\t丁`)).toHaveLength(5);
  });
});
