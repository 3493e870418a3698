/** Levels and regions of bodies: from the name, from the list, from the document. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document';
import { extractBodies } from '../../../src/extract';

/** `name level region` of the bodies of a sentence in a document of that title. */
function read(title: string, sentence: string): readonly string[] {
  const document = parseDocument(`${title}\n一、重点任务\n${sentence}\n`, { id: 'a' });
  return extractBodies(document).map(({ name, level, region, written, span }) => {
    expect(foldBrackets(document.source.slice(span.start, span.end))).toBe(written);
    return [name, level ?? '-', region?.name ?? '-'].join(' ');
  });
}

const foldBrackets = (text: string): string => text.replace(/（/g, '(').replace(/）/g, ')');

const CITY = '青岛市海洋数据共享实施方案';
const PROVINCE = '浙江省数字乡村实施方案';
const MUNICIPALITY = '重庆市智慧社区实施方案';
const COUNTRY = '国务院关于数字乡村的指导意见';

describe('extractBodies, of places', () => {
  it.each([
    // 部门 are of any level, though a ministry's name begins as theirs does.
    [CITY, '由商务部门、民政部门负责实施。', ['商务部门 - -', '民政部门 - -']],
    [COUNTRY, '由商务部负责实施。', ['商务部 country 全国']],
    // 市场 is no 市.
    [CITY, '由市场监管部门负责抽查。', ['市场监管部门 - -']],
    // A name with a place of its own takes none from the name before it.
    [
      PROVINCE,
      '（责任单位：省交通运输厅、中铁上海局、金融监管总局浙江监管局、国网浙江电力）',
      [
        '省交通运输厅 province 浙江省',
        '中铁上海局 - -',
        '金融监管总局浙江监管局 province 浙江省',
        '国网浙江电力 province 浙江省',
      ],
    ],
    [
      PROVINCE,
      '（责任单位：省民政厅、中国电信浙江公司、省残联）',
      ['省民政厅 province 浙江省', '中国电信浙江公司 - 浙江省', '省残联 province 浙江省'],
    ],
    [
      PROVINCE,
      '（省委宣传部、组织部，文化和旅游厅负责）',
      [
        '省委宣传部 province 浙江省',
        '省委组织部 province 浙江省',
        '省文化和旅游厅 province 浙江省',
      ],
    ],
    // 市 of a municipality is a province.
    [
      MUNICIPALITY,
      '（市民政局、重庆市数据局负责）',
      ['市民政局 province 重庆市', '重庆市数据局 province 重庆市'],
    ],
    [
      '重庆市渝北区智慧社区方案',
      '（市民政局、区财政局负责）',
      ['市民政局 province 重庆市', '区财政局 county 重庆市渝北区'],
    ],
    ['浙江省义乌市数字商贸方案', '（市商务局负责）', ['市商务局 county 浙江省金华市义乌市']],
    [
      '杭州市余杭区数字商贸方案',
      '（市商务局、区商务局负责）',
      ['市商务局 prefecture 浙江省杭州市', '区商务局 county 浙江省杭州市余杭区'],
    ],
    // Districts that begin with 市, and such as many cities have.
    [
      CITY,
      '（市北区政府、市教育局负责）',
      ['市北区人民政府 county 山东省青岛市市北区', '市教育局 prefecture 山东省青岛市'],
    ],
    ['南京市智慧社区方案', '（鼓楼区政府负责）', ['鼓楼区人民政府 county 江苏省南京市鼓楼区']],
    // Central bodies, by the list or the document.
    [
      COUNTRY,
      '（粮食和储备局、林草局、乡村振兴局负责）',
      ['粮食和储备局 country 全国', '林草局 country 全国', '乡村振兴局 country 全国'],
    ],
    [CITY, '（水利部、国资委牵头）', ['水利部 country 全国', '国资委 country 全国']],
    [
      CITY,
      '（市国资委、质检总局牵头）',
      ['市国资委 prefecture 山东省青岛市', '质检总局 country 全国'],
    ],
    // Departments without a place are those of the document's own government.
    [
      CITY,
      '（牵头单位：海洋局；配合单位：统计局、残联）',
      [
        '海洋局 prefecture 山东省青岛市',
        '统计局 prefecture 山东省青岛市',
        '残联 prefecture 山东省青岛市',
      ],
    ],
    [
      CITY,
      '（青岛蓝谷管理局、浙江海洋大学参与）',
      ['青岛蓝谷管理局 - 山东省青岛市', '浙江海洋大学 - 浙江省'],
    ],
    // Several levels at once say none.
    [CITY, '由市、区海洋主管部门负责监督。', ['市、区海洋主管部门 - -']],
    [CITY, '由区（市）海洋主管部门负责监督。', ['区(市)海洋主管部门 county -']],
    [COUNTRY, '（各省级人民政府负责）', ['各省级人民政府 province -']],
  ])('reads in %s of %s', (title, sentence, expected) => {
    expect(read(title, sentence)).toEqual(expected);
  });
});
