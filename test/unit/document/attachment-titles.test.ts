import { describe, expect, it } from 'vitest';
import { findAttachmentTitleEnd } from '../../../src/document/attachment-titles';
import { readFrame } from '../../../src/document/frame';
import { blocksOf } from '../../support/document-blocks';

describe('findAttachmentTitleEnd', () => {
  it.each([
    ['one line', '附件1\n任务分工表\n甲项\n乙项', 1],
    ['two lines', '附件1\n云澜市智慧城市建设\n任务分工表\n甲项', 2],
    ['three at most', '附件1\n云澜市\n智慧城市\n建设任务\n分工', 3],
    ['none above a paragraph', '附件1\n各区要落实责任，完善制度。', 0],
    ['none above a numbered heading', '附件1\n一、目标', 0],
    ['none above the head of a table', '附件1\n序号 名称\n甲项', 0],
    ['none at the end', '附件1', 0],
  ])('takes %s', (_, text, last) => {
    const blocks = blocksOf(`一、任务\n${text}`);
    expect(findAttachmentTitleEnd(blocks, 1, readFrame(blocks))).toBe(last + 1);
  });
});
