/** 分别: every name of a row has its own value, bound and whole name. */
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document';
import { extractTargets } from '../../../src/extract';
import { createIndicatorKey } from '../../../src/extract/targets/indicators';
import { formatTarget } from '../../support/extract-notation';

function read(text: string): readonly string[] {
  const document = parseDocument(`云澜市实施方案\n一、目标\n${text}\n`, { id: 'a' });
  return extractTargets(document).map(formatTarget);
}

describe('a row with 分别', () => {
  const cases: readonly (readonly [text: string, ...found: string[]])[] = [
    [
      '钢材、生铁、太阳能电池产量分别达到300万吨、200万吨、5亿片。',
      'level 钢材产量 =300万吨',
      'level 生铁产量 =200万吨',
      'level 太阳能电池产量 =5亿片',
    ],
    [
      '体育及相关产业、养老及相关产业增加值占地区生产总值比重分别超过3%、4%。',
      'level 体育及相关产业增加值占地区生产总值比重 >3%',
      'level 养老及相关产业增加值占地区生产总值比重 >4%',
    ],
    [
      '城乡居民人均可支配收入分别增长6%、7.5%左右。',
      'growth 城乡居民人均可支配收入 ~6%',
      'growth 城乡居民人均可支配收入 ~7.5%',
    ],
    [
      '高铁、高速公路通车里程分别突破500公里、3000公里。',
      'level 高铁、高速公路通车里程 >500公里',
      'level 高铁、高速公路通车里程 >3000公里',
    ],
    [
      '玉米、大豆耕种收综合机械化率分别达到85%、90%。',
      'level 玉米耕种收综合机械化率 =85%',
      'level 大豆耕种收综合机械化率 =90%',
    ],
    [
      '第一、二、三产业增加值分别增长3%、5%、6%以上。',
      'growth 第一产业增加值 >=3%',
      'growth 第二产业增加值 >=5%',
      'growth 第三产业增加值 >=6%',
    ],
    [
      '营业收入达到90亿元、利润总额达到8亿元，分别增长7%、5%。',
      'level 营业收入 =90亿元',
      'level 利润总额 =8亿元',
      'growth 营业收入 =7%',
      'growth 利润总额 =5%',
    ],
    ['玉米、大豆分别稳定播种40万亩和60万亩。'],
  ];

  it.each(cases)('%s', (text, ...found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('a name behind a number', () => {
  const cases: readonly (readonly [text: string, ...found: string[]])[] = [
    ['建成8款以上便携式、植入式监测产品。', 'level 便携式、植入式监测产品 >=8款'],
    [
      '培育30家质量效益突出、研发能力强、具有全国影响力的骨干企业。',
      'level 质量效益突出、研发能力强、具有全国影响力的骨干企业 =30家',
    ],
    ['建设6个算力中心、完善调度体系。', 'level 算力中心 =6个'],
    ['实施12个桥梁续建项目、开工3个隧道项目。', 'level 桥梁续建项目 =12个', 'level 隧道项目 =3个'],
    ['城镇新增就业8万人。', 'level 城镇新增就业 =8万人'],
    ['研制推出40款以上智能产品。', 'level 智能产品 >=40款'],
    ['完成固定资产投资900亿元。', 'level 固定资产投资 =900亿元'],
    ['到2027年，标准体系更加健全。', 'milestone 标准体系 @2027'],
    ['到2027年，建立起适应业务需要的数据治理框架。', 'milestone 适应业务需要的数据治理框架 @2027'],
    ['算力规模突破20万P。', 'level 算力规模 >20万P'],
  ];

  it.each(cases)('%s', (text, ...found) => {
    expect(read(text)).toEqual(found);
  });
});

describe('the unit 户', () => {
  it.each([
    ['供电用户达到300万户。', '户'],
    ['规模以上企业达到2000户。', '家'],
  ])('%s: %s', (text, unit) => {
    const document = parseDocument(`云澜市实施方案\n一、目标\n${text}\n`, { id: 'a' });
    expect(extractTargets(document).map(({ quantity }) => quantity?.baseUnit)).toEqual([unit]);
  });
});

describe('accounts up to a year that is over', () => {
  const title = '云澜市数字化发展情况报告\n2023年5月6日\n一、总体安排\n';
  it.each([
    ['宽带普及率从2015年的40%提高到2021年的88%，用户总数达300万户。新建基站500个。', []],
    ['加快2000年前建成的小区改造，新增停车位900个。', ['level 停车位 =900个']],
    ['会前形成了9项候选项目。', []],
  ])('%s', (text, found) => {
    const document = parseDocument(title + text, { id: 'a' });
    expect(document.issuedOn).toMatch(/^2023/);
    expect(extractTargets(document).map((one) => formatTarget(one).replace(/ @.*/, ''))).toEqual(
      found,
    );
  });
});

describe('createIndicatorKey', () => {
  it.each([
    ['服务可及的养老格局', '服务可及的养老格局'],
    ['普及和惠及体系', '普及惠及体系'],
    ['软件和信息服务业收入', '软件信息服务业收入'],
    ['宜居宜业和美乡村', '宜居宜业和美乡村'],
    ['数据及时交换', '数据及时交换'],
  ])('%s: %s', (name, key) => {
    expect(createIndicatorKey(name)).toBe(key);
  });
});
