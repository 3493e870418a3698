/** Tables with columns of bodies: who answers for which row. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document';
import { extractBodies } from '../../../src/extract';

function read(rows: readonly string[]): readonly (readonly [string, string, string])[] {
  const text = `云澜市数字化方案\n\n附件：重点任务分工表\n\n${rows.join('\n')}\n`;
  const document = parseDocument(text, { id: 'a' });
  return extractBodies(document).map(({ name, role, taskSpan, span, written }) => {
    expect(document.source.slice(span.start, span.end)).toBe(written);
    return [name, role, document.source.slice(taskSpan.start, taskSpan.end)];
  });
}

describe('extractBodies of tables', () => {
  it('gives the bodies of a row its task, by the column that names them', () => {
    const rows = [
      '序号\t重点任务\t牵头单位\t配合单位\t完成时限',
      '1\t建设云澜算力中心\t市工信局\t市发改委、各区政府\t2025年底',
      '2\t推进政务数据共享\t市数据局\t\t2025年底',
    ];
    expect(read(rows)).toEqual([
      ['市工业和信息化局', 'lead', '建设云澜算力中心'],
      ['市发展改革委', 'support', '建设云澜算力中心'],
      ['各区政府', 'support', '建设云澜算力中心'],
      ['市数据局', 'lead', '推进政务数据共享'],
    ]);
  });

  it('reads role words within a cell, several cells of words, and rows that lack a merged cell', () => {
    const rows = [
      '类别\t任务\t措施\t责任单位',
      '数字政务\t优化政务服务\t推行一网通办\t市数据局牵头，市财政局配合',
      '完善电子证照\t扩大证照共享\t市公安局',
    ];
    expect(read(rows)).toEqual([
      ['市数据局', 'lead', '数字政务\t优化政务服务\t推行一网通办'],
      ['市财政局', 'support', '数字政务\t优化政务服务\t推行一网通办'],
      ['市公安局', 'responsible', '完善电子证照\t扩大证照共享'],
    ]);
  });

  it('reads tables of Markdown', () => {
    const rows = ['| 任务 | 负责单位 |', '|---|---|', '| 建设城市大脑 | 市数据局 |'];
    expect(read(rows)).toEqual([['市数据局', 'responsible', '建设城市大脑']]);
  });

  it('ends with the table, and leaves other tables alone', () => {
    const rows = [
      '任务\t责任单位',
      '建设城市大脑\t市数据局',
      '另行通知。',
      '建设算力中心\t市财政局',
    ];
    expect(read(rows).map(([name]) => name)).toEqual(['市数据局']);
    expect(read(['指标\t单位', '数字经济占比\t市财政局'])).toEqual([]);
  });
});
