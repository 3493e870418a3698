import { describe, expect, it } from 'vitest';
import { readBodies, readReportIssuer, readTitleIssuers } from '../../../src/document/bodies';
import { isDateOnly, readDate } from '../../../src/document/dates';
import { normalizeDocumentNumber, readDocumentNumber } from '../../../src/document/document-number';
import { readGenre } from '../../../src/document/genres';
import { readMetadataEntries } from '../../../src/document/metadata-entries';
import { readOrderNumber } from '../../../src/document/order-number';
import { parseDocument } from '../../../src/document/parse-document';
import {
  isPassedLine,
  readPassedIssuer,
  readPassedOrder,
} from '../../../src/document/passed-lines';

describe('readDate', () => {
  it.each([
    ['2021年12月3日', '2021-12-03'],
    ['2021 年 3 月 4 日', '2021-03-04'],
    ['二〇二一年十二月三日', '2021-12-03'],
    ['二○二一年十月三十一日', '2021-10-31'],
    ['2022年11月', '2022-11'],
    ['2022年', '2022'],
    ['2024-01-02 10:20', '2024-01-02'],
    ['2024/1/2', '2024-01-02'],
    ['2024.1.12', '2024-01-12'],
    ['2024年13月1日', '2024'],
    ['无日期', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });
});

describe('isDateOnly', () => {
  it.each([
    ['2021年12月3日', true],
    ['（2021年12月3日）'.replace('（', '(').replace('）', ')'), true],
    ['二〇二一年十二月三日', true],
    ['2021年12月3日起施行', false],
    ['自2021年', false],
  ])('says of %j: %s', (text, expected) => {
    expect(isDateOnly(text)).toBe(expected);
  });
});

describe('readDocumentNumber', () => {
  it.each([
    ['国发〔2021〕29号', '国发〔2021〕29号'],
    ['国发 [2021] 29 号', '国发〔2021〕29号'],
    ['工信部联装(2021)5号', '工信部联装〔2021〕5号'],
    ['云政办字〔2024〕3号各县人民政府:', '云政办字〔2024〕3号'],
    ['工业和信息化部公告2024年第12号', '工业和信息化部公告2024年第12号'],
  ])('reads %s as %s', (text, expected) => {
    expect(normalizeDocumentNumber(readDocumentNumber(text) ?? '')).toBe(expected);
  });

  it.each(['根据国发〔2021〕29号文件精神，现就有关事项说明如下', '3号楼', '〔2021〕29号', ''])(
    'finds none at the start of %j',
    (text) => {
      expect(readDocumentNumber(text)).toSatisfy(
        (number: string | undefined) => number === undefined || text.startsWith(number),
      );
      if (!text.startsWith('根据')) expect(readDocumentNumber(text)).toBeUndefined();
    },
  );
});

describe('readOrderNumber', () => {
  it.each([
    ['国务院令第745号', '国务院令第745号'],
    ['中华人民共和国国务院令 (第745号)', '国务院令第745号'],
    ['国令第745号', '国务院令第745号'],
    ['国务院第745号令', '国务院令第745号'],
    ['第745号国务院令', '国务院令第745号'],
    ['中华人民共和国主席令 第八十四号', '主席令第84号'],
    ['云澜市2024年第3号公告', undefined],
    ['云澜市人民政府2024年第3号公告', '云澜市人民政府公告2024年第3号'],
    ['根据国务院令第745号的规定', undefined],
    ['第三号', undefined],
  ])('reads %s as %s', (text, expected) => {
    expect(readOrderNumber(text)).toBe(expected);
  });

  it.each([
    [
      '2021年7月30日 国务院令第10号公布 2023年4月3日 中华人民共和国国务院令第21号修订',
      '国务院令第21号',
    ],
    ['2021年7月30日云澜市人民政府令(第8号)公布', '云澜市人民政府令第8号'],
    ['2021年7月30日云澜市人民政府常务会议通过', undefined],
    ['国务院令第10号公布', undefined],
  ])('is named by the line of passing %j: %s', (text, expected) => {
    expect(readPassedOrder(text)).toBe(expected);
  });

  it.each([
    ['发文字号：国令第745号\n'],
    ['中华人民共和国国务院令\n第745号\n'],
    ['# 云澜条例\n\n2021年7月30日 国务院令第745号公布\n\n'],
  ])('is the number of a document: %j', (head) => {
    const { documentNumber } = parseDocument(`${head}第一条 为了保障安全，制定本条例。\n`, {
      id: 'd',
    });
    expect(documentNumber).toBe('国务院令第745号');
  });
});

describe('readGenre', () => {
  it.each([
    ['云澜市智慧养老行动计划(2021-2025年)', '计划'],
    ['关于印发云澜市数据规划的通知', '通知'],
    ['云澜市人民政府工作报告', '工作报告'],
    ['关于数字经济发展情况的报告', '报告'],
    ['云澜市数据条例', '条例'],
    ['数据安全法', '法'],
    ['数据管理办法', '办法'],
    ['印发《关于推进阅读的意见》', '意见'],
    ['培养方案(试行)(征求意见稿)', '方案'],
    ['主要做法', undefined],
    ['统计方法', undefined],
    ['云澜市', undefined],
  ])('reads %s as %s', (title, genre) => {
    expect(readGenre(title)).toBe(genre);
  });
});

describe('readBodies', () => {
  it.each([
    ['国家发展改革委 财政部', ['国家发展改革委', '财政部']],
    ['云 澜 市 公 安 局', ['云澜市公安局']],
    ['中共中央办公厅国务院办公厅', ['中共中央办公厅', '国务院办公厅']],
    ['国家发展改革委等部门', ['国家发展改革委']],
    ['工业和信息化部等七部门', ['工业和信息化部']],
    ['云澜市财政局云澜市公安局', ['云澜市财政局', '云澜市公安局']],
    ['工业和信息化部办公厅国家标准化管理委员会', ['工业和信息化部办公厅', '国家标准化管理委员会']],
    ['云澜市财政局关于', []],
    ['推动数据共享', []],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(readBodies(text)).toEqual(expected);
  });
});

describe('readTitleIssuers', () => {
  it.each([
    ['国务院关于加强数字政府建设的指导意见', ['国务院']],
    ['财政部 商务部关于开展试点的通知', ['财政部', '商务部']],
    ['民政部对“关于应对老龄社会的建议”的答复', ['民政部']],
    ['国家发展改革委等部门关于促进数据产业的意见', ['国家发展改革委']],
    ['关于印发方案的通知', []],
    ['云澜市数据规划', []],
  ])('reads %s', (title, expected) => {
    expect(readTitleIssuers(title)).toEqual(expected);
  });
});

describe('readReportIssuer', () => {
  it.each([
    ['2026年云南省政府工作报告', '', '云南省人民政府'],
    ['政府工作报告', '——2026年1月26日在广东省第十四届\n人民代表大会第五次会议上', '广东省人民政府'],
    ['政府工作报告', '杭州市人民政府市长 李某', '杭州市人民政府'],
    ['政府工作报告', '现在,我代表苏州市人民政府,向大会报告工作', '苏州市人民政府'],
    ['', '受国务院委托,现就有关情况报告如下', '国务院'],
    ['政府工作报告', '现在,我代表市人民政府,向大会报告工作', undefined],
  ])('reads %j, %j', (title, opening, expected) => {
    expect(readReportIssuer(title, opening)).toBe(expected);
  });
});

describe('readPassedIssuer', () => {
  it.each([
    [
      '2021年6月10日第十三届全国人民代表大会常务委员会第二十九次会议通过',
      '全国人民代表大会常务委员会',
    ],
    [
      '(2020年9月25日山东省第十三届人民代表大会常务委员会第二十三次会议通过)',
      '山东省人民代表大会常务委员会',
    ],
    ['2017年4月11日杭州市人民政府令第87号公布', '杭州市人民政府'],
    ['2026年1月14日在浙江省第十四届人民代表大会第四次会议上', undefined],
  ])('reads %s', (text, expected) => {
    expect(readPassedIssuer(text)).toBe(expected);
  });

  it('is no passed line where only a day stands', () => {
    expect(isPassedLine('2021年6月10日')).toBe(false);
  });
});

describe('readMetadataEntries', () => {
  it.each([
    ['发布机构:云澜市科技局', [{ key: 'issuer', value: '云澜市科技局' }]],
    ['**发布日期**: 2024-01-02', [{ key: 'publishedOn', value: '2024-01-02' }]],
    [
      '索 引 号:000/2024 主题分类:工业',
      [
        { key: 'other', value: '000/2024' },
        { key: 'other', value: '工业' },
      ],
    ],
    [
      '发文机关:国务院 成文日期:2015年07月01日',
      [
        { key: 'issuer', value: '国务院' },
        { key: 'issuedOn', value: '2015年07月01日' },
      ],
    ],
    ['title: "数据规划"', [{ key: 'title', value: '数据规划' }]],
    ['来源:', [{ key: 'other', value: '' }]],
    ['要求各地:落实责任', []],
    ['本规定所称来源:指数据', []],
    ['没有冒号', []],
  ])('reads %s', (text, expected) => {
    expect(readMetadataEntries(text)).toEqual(expected);
  });
});
