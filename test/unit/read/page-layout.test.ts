import { describe, expect, it } from 'vitest';
import { createBlockWriter } from '../../../src/read/block-writer';
import { layOutPages } from '../../../src/read/page-layout';
import type { Page, PageRun } from '../../../src/read/page-lines';

const SIZE = 10;

/** Words in Chinese characters, each as wide as the font is large. */
const run = (text: string, x: number, y: number, size: number = SIZE): PageRun => ({
  text,
  x,
  y,
  width: text.length * size,
  size,
});

const page = (number: number, runs: readonly PageRun[]): Page => ({
  number,
  width: 430,
  height: 800,
  runs,
});

function layOut(...pages: readonly (readonly PageRun[])[]) {
  const writer = createBlockWriter();
  layOutPages(
    pages.map((runs, i) => page(i + 1, runs)),
    writer,
  );
  return writer.finish({ format: 'pdf', metadata: {} });
}

const full = '数据要素是形成新质生产力的重要资源应当加快培育';
const lines = (x: number, y: number, ...texts: readonly string[]): readonly PageRun[] =>
  texts.map((text, i) => run(text, x, y + i * 15));

describe('layOutPages', () => {
  it('joins the lines of a paragraph, and begins one at an indent or after a short line', () => {
    const { text } = layOut([
      run(full.slice(2), 120, 200),
      ...lines(100, 215, full, '市场。'),
      run('推动公共数据开放', 120, 245),
    ]);
    expect(text).toBe(`${full.slice(2)}${full}市场。\n推动公共数据开放`);
  });

  it('goes on with a paragraph over the edge of a page, and says which part is where', () => {
    const { text, blocks } = layOut(lines(100, 200, full, full), [
      run('市场。', 100, 200),
      run('推动开放', 120, 215),
    ]);
    expect(text).toBe(`${full}${full}市场。\n推动开放`);
    expect(
      blocks.map(({ page: on, continued, span }) => [on, continued, span.end - span.start]),
    ).toEqual([
      [1, false, 46],
      [2, true, 3],
      [2, false, 4],
    ]);
  });

  it('leaves running heads and page numbers out, and reports them', () => {
    const { text, diagnostics } = layOut(
      ...[1, 2, 3].map((number) => [
        run('政策汇编', 250, 40),
        run(`第${String(number)}段落`, 120, 300),
        run(`—${String(number)}—`, 280, 770),
      ]),
    );
    expect(text).toBe('第1段落\n第2段落\n第3段落');
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(['running-heads-left-out']);
  });

  it('reads columns one after the other', () => {
    const left = ['左一', '左二', '左三', '左四', '左五'].map((mark) => mark + full.slice(0, 18));
    const right = ['右一', '右二', '右三', '右四', '右五'].map((mark) => mark + full.slice(0, 18));
    const { text } = layOut([...lines(50, 200, ...left), ...lines(300, 200, ...right)]);
    expect(text).toBe([...left, ...right].join(''));
  });

  it('takes a line beside a large heading of the next column for no part of it', () => {
    const left = Array.from({ length: 6 }, (_, i) => `左${String(i)}${full.slice(0, 18)}`);
    const right = left.map((line) => line.replace('左', '右'));
    // Two and a half of the small font apart, less than two of the heading's.
    const { text } = layOut([
      ...lines(50, 200, ...left),
      ...lines(275, 200, ...right.slice(0, 3)),
      run('一、重点任务', 275, 241, 16),
      ...lines(275, 260, ...right.slice(3, 5)),
    ]);
    const above = left.join('') + right.slice(0, 3).join('');
    expect(text).toBe([above, '一、重点任务', right.slice(3, 5).join('')].join('\n'));
  });

  it('keeps the rows of a table, and what goes on in a cell', () => {
    const rows = [
      ['指标', '单位', '数值'],
      ['算力规模', '万亿次', '三百'],
    ];
    const { text, blocks } = layOut([
      ...rows.flatMap((row, i) => row.map((cell, k) => run(cell, 100 + k * 90, 200 + i * 24))),
      run('每秒', 190, 239),
    ]);
    expect(text).toBe('指标\t单位\t数值\n算力规模\t万亿次每秒\t三百');
    expect(blocks.map(({ kind }) => kind)).toEqual(['table-row', 'table-row']);
  });

  it('moves notes to the end and takes their raised numbers out', () => {
    const { text } = layOut([
      run('建设调度平台', 120, 200),
      run('1', 180, 195, 6),
      run('统筹算力', 186, 200),
      run('1', 100, 690, 5),
      run('指统一分配算力的平台', 106, 693, 8),
    ]);
    expect(text).toBe('建设调度平台统筹算力\n[1]指统一分配算力的平台');
  });

  it('counts words that are set twice for the looks of bold once', () => {
    const { text } = layOut([run('总体要求', 100, 200), run('总体要求', 100.4, 200)]);
    expect(text).toBe('总体要求');
  });

  it('keeps a narrow space that is written between Chinese words, and none that is not', () => {
    const { text } = layOut([
      { ...run('第一条 ', 120, 200), width: 40 },
      run('为了规范', 152.5, 200),
      run('活动', 195, 200),
    ]);
    expect(text).toBe('第一条 为了规范活动');
  });

  it('puts a number together that was cut at the end of a line', () => {
    const { text } = layOut(lines(100, 200, `${full.slice(0, 22)}9`, '5%以上的城市'));
    expect(text).toBe(`${full.slice(0, 22)}95%以上的城市`);
  });

  it('joins lines whose numbers are set larger, beside one with a mark that hangs over the edge', () => {
    const number = (y: number): PageRun => ({ ...run('2025', 100, y, 12), width: 24 });
    const { text } = layOut([
      number(200),
      run(`年${full.slice(3)}`, 124, 200),
      ...lines(100, 215, full.slice(1), `${full.slice(1)}域，`, full, '市场。'),
    ]);
    expect(text).toBe(`2025年${full.slice(3)}${full.slice(1)}${full.slice(1)}域，${full}市场。`);
  });

  it('joins the lines of a centred title that filled the first, and no line below a short one', () => {
    const body = lines(100, 260, full, full);
    const title = (first: string): readonly PageRun[] => [
      run(first, 215 - first.length * 8, 200, 16),
      run('实施方案', 183, 225, 16),
    ];
    const wrapped = full.slice(0, 14);
    expect(layOut([...title(wrapped), ...body]).text).toBe(`${wrapped}实施方案\n${full}${full}`);
    const dated = [run(wrapped, 103, 200, 16), run('（2020年）', 167, 225, 16)];
    expect(layOut([...dated, ...body]).text).toBe(`${wrapped}\n（2020年）\n${full}${full}`);
    const short = full.slice(0, 9);
    expect(layOut([...title(short), ...body]).text).toBe(`${short}\n实施方案\n${full}${full}`);
  });

  it('keeps a number in brackets at the start of a line with the line above, which had no room for it', () => {
    const { text } = layOut([
      ...lines(100, 200, full, `${full.slice(0, 18)}发`),
      run('〔2017〕35号）的部署', 100, 230),
    ]);
    expect(text).toBe(`${full}${full.slice(0, 18)}发〔2017〕35号）的部署`);
  });

  it('begins a paragraph where the lines stand further apart', () => {
    const { text } = layOut([...lines(100, 200, full, full), ...lines(100, 235, full, full)]);
    expect(text).toBe(`${full}${full}\n${full}${full}`);
  });
});
