import { describe, expect, it } from 'vitest';
import { parseDocument, type Section } from '../../../src/document';
import { readImprint } from '../../../src/document/imprint';
import { readOwnGenre, readSpokenGenre } from '../../../src/document/infer/own-genre';
import { findOwnPlace } from '../../../src/document/infer/own-place';
import { readOwnWords } from '../../../src/document/infer/own-words';
import { readReportOpening, readReportYears } from '../../../src/document/infer/work-report';

describe('readOwnGenre', () => {
  it.each([
    ['为培育数据产业,特制定本行动计划。', '计划', '制定本行动计划'],
    ['第一条 为规范管理,制订本暂行办法。', '办法', '制订本暂行办法'],
    ['为加快建设,现提出以下指导意见:', '意见', '提出以下指导意见'],
    ['结合实际,制定若干政策措施如下。', '措施', '制定若干政策措施'],
    ['现将有关事项通知如下:', '通知', '现将有关事项通知如下'],
    ['现印发给你们,请认真执行。', '通知', '印发给你们'],
    ['特制定《乡村数据指南》(以下简称《指南》)。', '指南', '特制定《乡村数据指南》'],
    ['编制本规划纲要。', '纲要', '编制本规划纲要'],
    ['组织制定了《数据管理办法》,现印发给你们。', '通知', '印发给你们'],
  ])('reads %s as %s', (text, genre, words) => {
    const own = readOwnGenre(text);
    expect(own).toMatchObject({ genre, words });
    expect(text.slice(own?.start)).toMatch(new RegExp(`^${words}`));
  });

  it.each([
    '各地要制定本地区实施方案。',
    '各部门应制定本单位管理办法。',
    '各区要制定本辖区工作方案。',
    '要制定本年度工作计划。',
    '近日,某部印发了《数据行动计划》。',
    '根据《数据条例》,提高服务水平。',
    '本次会议听取了报告。',
    '',
  ])('finds none in %j', (text) => {
    expect(readOwnGenre(text)).toBeUndefined();
  });
});

describe('readSpokenGenre', () => {
  it.each([
    ['本办法自2024年1月1日起施行。', '办法'],
    ['本实施细则由市大数据局负责解释。', '细则'],
    ['本指南旨在帮助企业用好数据。', '指南'],
  ])('reads %s as %s', (text, genre) => {
    expect(readSpokenGenre(text)?.genre).toBe(genre);
  });
});

describe('readImprint', () => {
  it('reads the office and the date', () => {
    expect(readImprint('济南市人民政府办公厅 2024年3月1日印发')).toEqual({
      bodies: ['济南市人民政府办公厅'],
      printedOn: '2024-03-01',
    });
  });

  it.each(['2024年3月1日', '全市要把文件印发到村', ''])('finds none in %j', (text) => {
    expect(readImprint(text)).toBeUndefined();
  });
});

describe('readReportOpening', () => {
  it.each([
    ['现在,我代表市人民政府,向大会报告政府工作,请予审议。', '市'],
    ['我代表凉州区人民政府向大会作工作报告。', '区'],
    ['现在,我代表自治区人民政府向大会报告工作', '自治区'],
    ['我代表黔东南自治州人民政府向大会作政府工作报告', '州'],
  ])('reads %s', (text, scope) => {
    expect(readReportOpening(text)?.scope).toBe(scope);
  });

  it('is not misled by thanks', () => {
    expect(readReportOpening('我代表市人民政府,向全市人民表示感谢!')).toBeUndefined();
  });
});

describe('readReportYears', () => {
  const toSections = (headings: readonly string[]): readonly Section[] =>
    headings.map((heading) => ({ heading, children: [] }) as unknown as Section);

  it.each([
    [['2023年工作回顾', '2024年工作安排'], 2023, 2024],
    [['2023年工作', '2024年目标', '2024年任务'], 2023, 2024],
    [['2021-2025年工作回顾', '2026年工作安排'], 2025, 2026],
  ])('reads %j', (headings, past, planned) => {
    expect(readReportYears(toSections(headings))).toMatchObject({ past, planned });
  });
});

describe('readReportYears, of several years', () => {
  it('infers nothing where the last is not said', () => {
    const headings = ['2021年以来工作回顾', '2026年工作安排'];
    const sections = headings.map((heading) => ({ heading, children: [] }) as unknown as Section);
    expect(readReportYears(sections)).toBeUndefined();
  });
});

describe('readOwnWords', () => {
  it.each([
    ['我市要加快建设,全市一盘棋。', '市', '我市'],
    ['全省统一规划,全省统一标准。', '省', '全省'],
    ['按全省要求、全省标准、全省部署,我州抓好落实,全州见效。', '州', '我州'],
    ['按全省要求、全省标准、全省部署,全市抓好落实,全市见效。', '市', '全市'],
    ['我国发展快,我国市场大,本县抓落实,全县见效。', '县', '本县'],
  ])('hears in %s what it speaks of', (text, scope, word) => {
    expect(readOwnWords(text).word).toMatchObject({ scope, word });
  });

  it.each([
    '健全市场体系,完善安全市场规则。',
    '健全省级平台,健全省级标准。',
    '我国、我国,我市',
    '资本市场,资本市场',
    '',
  ])('hears nothing in %j', (text) => {
    expect(readOwnWords(text).word).toBeUndefined();
  });
});

describe('findOwnPlace', () => {
  it.each([
    ['市', '三亚领跑,三亚靠海,离上海很远', '海南省三亚市'],
    ['市', '潜江建云,潜江上网', '湖北省潜江市'],
    ['市', '加强合作,深化合作,开展合作', undefined],
    ['市', '合作市场,合作市场', undefined],
    ['市', '长治久安,长治久安', undefined],
    ['市', '杭州、宁波并进,杭州、宁波领跑', undefined],
    ['市', '昆山市要开放,昆山要创新', '江苏省苏州市昆山市'],
    ['省', '济南和青岛先行,山东跟进', '山东省'],
    ['州', '凉山脱贫,凉山振兴', '四川省凉山彝族自治州'],
    ['区', '黄山区旅游,黄山区康养', '安徽省黄山市黄山区'],
    ['市', '杭州、宁波、温州各一次', undefined],
    ['市', `杭州杭州${'数'.repeat(10_000)}`, undefined],
  ] as const)('of scope %s in %s', (scope, text, name) => {
    expect(findOwnPlace(text, scope)?.region.name).toBe(name);
  });
});

describe('findOwnPlace, by full names alone', () => {
  it.each([
    ['市', '三亚领跑,三亚靠海', undefined],
    ['省', '济南和青岛先行,山东跟进', '山东省'],
    ['省', '济南和青岛先行', undefined],
    ['市', '三亚市领跑,三亚靠海', '海南省三亚市'],
    ['州', '凉山州脱贫,凉山振兴', '四川省凉山彝族自治州'],
  ] as const)('of scope %s in %s', (scope, text, name) => {
    expect(findOwnPlace(text, scope, true)?.region.name).toBe(name);
  });
});

describe('parseDocument', () => {
  const body = '各地要结合实际,压实责任,推动各项任务落实落地,及时总结推广典型经验做法。';

  it('says what it inferred and by which words of the source', () => {
    const source = `各省、自治区、直辖市数据局:\n为培育数据产业，特制定本行动计划。\n${body}`;
    const document = parseDocument(source, { id: 'a' });
    expect(document).toMatchObject({ genre: '计划', region: { name: '全国' } });
    const inferred = document.diagnostics.filter(({ ruleId }) => ruleId === 'metadata-inferred');
    expect(
      inferred.map(({ message, span }) => [message, source.slice(span.start, span.end)]),
    ).toEqual([
      ['genre 计划 is inferred from "制定本行动计划"', '制定本行动计划'],
      ['region 全国 is inferred since all provinces are addressed', '各省、自治区、直辖市数据局:'],
    ]);
  });

  it('infers nothing over what is stated', () => {
    const source = `云南省数据条例\n2021年3月4日云南省人民代表大会常务委员会第三次会议通过\n第一条 我市、我市、三亚、三亚,特制定本办法。\n${body}`;
    const document = parseDocument(source, { id: 'a' });
    expect(document).toMatchObject({ genre: '条例', region: { name: '云南省' } });
    expect(document.diagnostics.map(({ ruleId }) => ruleId)).not.toContain('metadata-inferred');
  });

  it.each([
    ['其他省、自治区、直辖市已经先行。', undefined],
    ['各省、自治区、直辖市要抓好落实。', '全国'],
    ['我国发展快,我国市场大,本公司抓落实。', undefined],
    ['我国发展快,我国市场大,全县抓落实。', undefined],
  ])('infers of %s the region %s', (text, name) => {
    expect(parseDocument(`${text}\n${body}`, { id: 'a' }).region?.name).toBe(name);
  });

  it('names no government outside the region that is stated', () => {
    const source = `浙江省某市工作报告\n各位代表:\n我代表市人民政府向大会报告工作。三亚开放,三亚创新。\n${body}`;
    const document = parseDocument(source, { id: 'a' });
    expect(document).toMatchObject({ region: { name: '浙江省' }, issuer: [] });
  });

  it.each([
    ['各位代表:', '工作报告'],
    ['各位代表:现将法院工作报告如下。', undefined],
  ])('takes what begins with %s for %s', (opening, genre) => {
    const chapters = `一、2022年工作回顾\n${body}我市、我市。\n二、2023年工作安排\n${body}`;
    const document = parseDocument(`${opening}\n${body}\n${chapters}`, { id: 'a' });
    expect(document.genre).toBe(genre);
  });

  it('dates a report by the year after the one that it looks back on', () => {
    const source = `各位代表:\n我代表市人民政府向大会报告工作。\n一、2022年工作回顾\n${body}`;
    const document = parseDocument(source, { id: 'a' });
    expect(document).toMatchObject({ genre: '工作报告', issuedOn: '2023', issuer: [] });
  });
});
