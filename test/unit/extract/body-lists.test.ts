/** Lists of bodies: where one name ends, what names share, what is no body, who leads. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document';
import { extractBodies, type ResponsibleBody } from '../../../src/extract';

function extract(text: string): readonly ResponsibleBody[] {
  return extractBodies(parseDocument(`山东省海洋产业方案\n一、重点任务\n${text}\n`, { id: 'a' }));
}

describe('extractBodies, of lists', () => {
  it.each([
    // Names that share an ending.
    ['（配合单位：威海、日照市政府，省海洋局）', ['威海市人民政府', '日照市人民政府', '省海洋局']],
    ['（威海、日照等市海洋局牵头）', ['威海市海洋局', '日照市海洋局']],
    ['由芝罘区、莱山区公安分局负责。', ['芝罘区公安分局', '莱山区公安分局']],
    ['（省海洋局、威海市政府负责）', ['省海洋局', '威海市人民政府']],
    [
      '由省海洋局会同渔政、海事等部门以及省气象局开展巡查。',
      ['省海洋局', '渔政部门', '海事部门', '省气象局'],
    ],
    ['由省海洋局会同省财政厅等部门制定。', ['省海洋局', '省财政厅']],
    // Where one name ends.
    ['由海洋部门及其他有关机关负责。', ['海洋部门', '其他有关机关']],
    ['（省财政厅、省海洋局等和各地方人民政府负责）', ['省财政厅', '省海洋局', '各地方人民政府']],
    ['由市和区、县渔业主管部门负责。', ['市和区、县渔业主管部门']],
    ['由省自然资源和规划局负责。', ['省自然资源和规划局']],
    ['（省海洋局牵头，各区、市政府配合）', ['省海洋局', '各区、市政府']],
    ['设区的市、县（市）渔业主管部门负责监督。', ['设区的市、县(市)渔业主管部门']],
    ['（房山区、崂山区负责）', ['房山区', '崂山区']],
    ['省海洋局应当会同有关部门发布目录。', ['省海洋局', '有关部门']],
    ['省海洋局设立海域评估委员会，负责咨询。', ['海域评估委员会']],
    [
      '（省海洋局、省渔业推进办、省供销合作社、省贸促会负责）',
      ['省海洋局', '省渔业推进办', '省供销合作社', '省贸促会'],
    ],
    // A verb that goes on with the subject of the sentence.
    ['渔业部门要抓好渔港日常管理，会同海事部门开展巡查。', ['渔业部门', '海事部门']],
    ['省海洋局承担委员会日常工作，并负责统计渔获。', ['省海洋局']],
    ['各渔业县应当明确主管机构，具体负责统计。', []],
    // No bodies.
    ['联席会议下设办公室，负责日常工作。', []],
    ['各市海洋部门要严格落实责任，负责到底。', ['各市海洋部门']],
    ['健全渔业生产单位负责制度。', []],
    ['主办单位：省海洋局 版权所有 网站标识码：0000000000', []],
  ])('reads %s', (text, names) => {
    expect(extract(text).map(({ name }) => name)).toEqual(names);
  });

  it('says of a name that leaves its ending to the last one what stands there', () => {
    const found = extract('（威海、日照市政府负责）').map(({ written, span }) => [
      written,
      span.end - span.start,
    ]);
    expect(found).toEqual([
      ['威海', 2],
      ['日照市政府', 5],
    ]);
  });

  it.each([
    ['（市、县（区）人民政府负责）', true],
    ['（县（市、区）政府负责）', true],
    ['（乡镇政府、区县政府负责）', true],
    ['（莱山区政府、省海洋局负责）', false],
  ])('says whether %s means many', (text, many) => {
    const found = extract(text);
    expect(found).not.toEqual([]);
    expect(found.map(({ collective }) => collective)).toEqual(found.map(() => many));
  });

  it('lets the first body lead from where a note says so on', () => {
    const text =
      '建设渔港。（省交通运输厅、省海洋局负责）\n建设牧场。（省海洋局、省财政厅负责，列第一位者为牵头单位，下同）\n建设航标。（省海洋局、省气象局负责）\n开展巡查。（省海洋局牵头，省公安厅参加）\n建设码头。（省海洋局负责）';
    expect(extract(text).map(({ name, role }) => `${name} ${role}`)).toEqual([
      '省交通运输厅 responsible',
      '省海洋局 responsible',
      '省海洋局 lead',
      '省财政厅 responsible',
      '省海洋局 lead',
      '省气象局 responsible',
      '省海洋局 lead',
      '省公安厅 support',
      '省海洋局 responsible',
    ]);
  });
});
