// The query language: what each form means, and where each fault is.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ZhengceError } from '../../../src/errors';
import {
  type FilterClause,
  MAX_QUERY_LENGTH,
  parseQuery,
  type QueryClause,
} from '../../../src/search/query';

import { describeWithShared } from '../../support/shared';

/** A clause in short: `words:…`, `phrase:…`, `not(…)`, `or(…)`, `task=T2|T3`. */
function showClause(clause: QueryClause): string {
  switch (clause.kind) {
    case 'words':
      return [`words:${clause.text}`, ...clause.phrases.map((phrase) => `[${phrase}]`)].join('');
    case 'phrase':
      return `phrase:${clause.text}`;
    case 'number':
      return `number:${clause.number}`;
    case 'any':
      return `or(${clause.operands.map(showClause).join(', ')})`;
    case 'exclude':
      return `not(${showClause(clause.operand)})`;
    case 'filter':
      return `${clause.field}=${showValues(clause)}`;
  }
}

function showValues(clause: FilterClause): string {
  if (clause.field !== 'year') return clause.values.join('|');
  return clause.ranges.map(({ from, to }) => `${from ?? ''}..${to ?? ''}`).join('|');
}

function show(query: string): readonly string[] {
  return parseQuery(query).clauses.map(showClause);
}

function catchFault(query: string): ZhengceError {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof ZhengceError) return error;
    throw error;
  }
  throw new Error(`no fault in ${query}`);
}

describe('parseQuery', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['  \t\n ', []],
    ['数据要素市场', ['words:数据要素市场']],
    ['数据要素 5G网络', ['words:数据要素', 'words:5g网络']],
    ['數據要素　ＡＩ', ['words:数据要素', 'words:ai']],
    ['数据要素，人工智能？', ['words:数据要素,人工智能?']],
    ['，、。', []],
    ['（2021—2025年）', ['words:(2021—2025年)']],
    ['https://www.gov.cn/a 3:1', ['words:https://www.gov.cn/a', 'words:3:1']],
    ['主要任务：数据共享', ['words:主要任务:数据共享']],
    ['AI:赋能', ['words:ai:赋能']],
    ['概不负责”的规定', ['words:概不负责”的规定']],
    ['” 的规定', ['words:的规定']],
    ['损失”的规定，“酒店', ['words:损失”的规定,“酒店']],
    ['15"屏', ['words:15"屏']],
    ['空“”引号', ['words:空“”引号']],
    ['5G-A 低空-经济', ['words:5g-a', 'words:低空-经济']],
  ])('takes %j as words', (query, expected) => {
    expect(show(query)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['"数据要素市场"', ['phrase:数据要素市场']],
    ['“数据要素市场”', ['phrase:数据要素市场']],
    ['”数据要素市场“', ['phrase:数据要素市场']],
    ['「數據要素」', ['phrase:数据要素']],
    ['『AI 大模型』', ['phrase:ai 大模型']],
    ['＂5G　网络＂', ['phrase:5g 网络']],
    ['“数据要素”、“人工智能”', ['phrase:数据要素', 'phrase:人工智能']],
    ['"a""b"', ['phrase:a', 'phrase:b']],
  ])('takes %j as phrases', (query, expected) => {
    expect(show(query)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['“十四五”国家信息化规划', ['words:“十四五”国家信息化规划[十四五]']],
    ['落实“放管服 改革”要求', ['words:落实“放管服 改革”要求[放管服 改革]']],
    ['《数据安全法》', ['words:《数据安全法》[数据安全法]']],
    ['《“十四五” 规划》解读', ['words:《“十四五” 规划》解读[“十四五” 规划]']],
    ['《没有结束 的书名', ['words:《没有结束', 'words:的书名']],
    ['《》规划', ['words:《》规划']],
    ['《规划》（国发［2021］29号）', ['words:《规划》(国发[2021]29号)[规划][国发〔2021〕29号]']],
    ['落实国办发(2020)7号的要求', ['words:落实国办发(2020)7号的要求[落实国办发〔2020〕7号]']],
  ])('prefers and does not require what stands together in %j', (query, expected) => {
    expect(show(query)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['国发〔2021〕29号', ['number:国发〔2021〕29号']],
    ['国发［2021］29号文', ['number:国发〔2021〕29号']],
    ['国发 (2021) 第 29 号文件', ['number:国发〔2021〕29号']],
    ['数据 國發【2021】29號，AI', ['words:数据', 'number:国发〔2021〕29号', 'words:ai']],
    ['-国发〔2021〕29号', ['not(number:国发〔2021〕29号)']],
    ['国发〔2021〕29号 OR 数据', ['or(number:国发〔2021〕29号, words:数据)']],
    ['国发〔2021〕29号文印发', ['words:国发〔2021〕29号文印发[国发〔2021〕29号]']],
    ['工信部联通信〔2021年〕29', ['number:工信部联通信〔2021〕29号']],
    ['国发2021年第29号', ['number:国发〔2021〕29号']],
    ['工业和信息化部公告 2023年第7号', ['number:工业和信息化部公告2023年第7号']],
    ['国务院令（第745号）', ['number:国务院令第745号']],
    ['国务院第745号令', ['number:国务院令第745号']],
    ['第745号国务院令', ['number:国务院令第745号']],
    ['国令第745号', ['number:国务院令第745号']],
    ['中华人民共和国国务院令 第７４５号', ['number:国务院令第745号']],
    ['國務院令第七百四十五號', ['number:国务院令第745号']],
    ['国务院令745号', ['number:国务院令第745号']],
    ['主席令第八十四号', ['number:主席令第84号']],
    ['工业和信息化部2023年第7号公告', ['number:工业和信息化部公告2023年第7号']],
    ['落实国务院第745号令的要求', ['words:落实国务院第745号令的要求[落实国务院令第745号]']],
    ['第5号线公告 第三号', ['words:第5号线公告', 'words:第三号']],
    ['请严格贯彻落实国办发(2020)7号', ['number:请严格贯彻落实国办发〔2020〕7号']],
    ['2021年29号 第3号 规划（2021）29', ['words:2021年29号', 'words:第3号', 'words:规划(2021)29']],
    ['上海2021年1号', ['words:上海2021年1号']],
    ['"国发〔2021〕29号"', ['phrase:国发〔2021〕29号']],
  ])('takes %j for a document number', (query, expected) => {
    expect(show(query)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['数据 -金融', ['words:数据', 'not(phrase:金融)']],
    ['数据 －金融', ['words:数据', 'not(phrase:金融)']],
    ['-"数字 金融"', ['not(phrase:数字 金融)']],
    ['-“放管服”改革', ['not(phrase:“放管服”改革)']],
    ['NOT 金融', ['not(phrase:金融)']],
    ['-task:T2', ['not(task=T2)']],
    ['数据 - 金融', ['words:数据', 'words:金融']],
    ['a -', ['words:a']],
    ['not 金融', ['words:not', 'words:金融']],
  ])('reads exclusions of %j', (query, expected) => {
    expect(show(query)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['数字乡村 OR 智慧农业', ['or(words:数字乡村, words:智慧农业)']],
    ['a "b" OR c OR task:T1 d', ['words:a', 'or(phrase:b, words:c, task=T1)', 'words:d']],
    ['a ＯＲ b', ['or(words:a, words:b)']],
    ['a AND b', ['words:a', 'words:b']],
    ['a or b', ['words:a', 'words:or', 'words:b']],
    ['"OR"', ['phrase:or']],
    ['ORACLE ANDROID', ['words:oracle', 'words:android']],
  ])('reads operators of %j', (query, expected) => {
    expect(show(query)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['task:T2', ['task=T2']],
    ['ＴＡＳＫ：Ｔ２，T3、T4', ['task=T2|T3|T4']],
    ['region:浙江 genre:规划', ['region=浙江', 'genre=规划']],
    ['issuer:"國家發展改革委"', ['issuer=国家发展改革委']],
    ['doc:Ａ-01 doc:"a，b c"', ['doc=Ａ-01', 'doc=a，b c']],
    ['year:2021', ['year=2021..2021']],
    ['year:2021年', ['year=2021..2021']],
    ['year:2021..2023', ['year=2021..2023']],
    ['year:2021-2023', ['year=2021..2023']],
    ['year:2021—2023', ['year=2021..2023']],
    ['year:2021..', ['year=2021..']],
    ['year:..2023,2025', ['year=..2023|2025..2025']],
  ])('reads the filter %j', (query, expected) => {
    expect(show(query)).toEqual(expected);
  });

  it('says where each clause stands in the query as typed', () => {
    const query = '數據\u200b要素 －“Ｘ Ｙ” ｔａｓｋ：Ｔ２ a OR b';
    const words = parseQuery(query).clauses.map(({ span }) => query.slice(span.start, span.end));
    expect(words).toEqual(['數據\u200b要素', '－“Ｘ Ｙ”', 'ｔａｓｋ：Ｔ２', 'a OR b']);
  });

  it('is frozen to its depths', () => {
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(parseQuery('a 《b》 "c" -d e OR f task:T1 year:2021'))).toBe(true);
  });

  it.each<[string, number, number, RegExp]>([
    ['数据 "要素', 3, 1, /a closing quote/],
    ['「数据', 0, 1, /a closing quote/],
    ['「数据”', 0, 1, /a closing quote/],
    ['-“数据', 1, 1, /a closing quote/],
    ['a “” b', 2, 2, /words between these quotes/],
    ['"，。"', 0, 4, /words between these quotes/],
    ['OR a', 0, 2, /before OR/],
    ['a OR', 2, 2, /behind OR/],
    ['a OR OR b', 2, 2, /behind OR/],
    ['-a OR b', 0, 2, /an exclusion/],
    ['a OR -b', 5, 2, /an exclusion/],
    ['a NOT', 2, 3, /exclude after NOT/],
    ['task:', 5, 0, /a value behind "task:"/],
    ['a task:, b', 7, 1, /a value behind "task:"/],
    ['ｙｅａｒ：２０', 5, 2, /a year or years .* received "20"/],
    ['year:2023..2021', 5, 10, /a year or years/],
    ['year:..', 5, 2, /a year or years/],
    ['year:2021..x', 5, 7, /a year or years/],
    ['year:2021,20222', 10, 5, /received "20222"/],
    ['tasks:T2', 0, 5, /did you mean "task:"/],
    ['数据 reigon:浙江', 3, 6, /did you mean "region:"/],
  ])('says where %j is wrong', (query, position, length, message) => {
    const fault = catchFault(query);
    expect(fault.code).toBe('invalid-query');
    expect(fault.details).toEqual({ query, position, length });
    expect(fault.message).toMatch(message);
  });

  it('points to the place with a caret, as wide as the characters before it', () => {
    expect(catchFault('数据 a "要素').message.split('\n').slice(1)).toEqual([
      '  数据 a "要素',
      '  　　   ^',
    ]);
  });

  it('shows the neighbourhood of a place in a long query, on one line', () => {
    const [, shown = '', caret = ''] = catchFault(
      `${'数据\n'.repeat(50)}"${' x'.repeat(50)}`,
    ).message.split('\n');
    expect(shown).toMatch(/^ {2}…(?:数据 ){8}"(?: x)+ …$/u);
    expect(caret).toHaveLength(shown.indexOf('"') + 1);
  });

  it('refuses what is no text, and what is too long', () => {
    expect(() => parseQuery(undefined as unknown as string)).toThrow(
      /parseQuery: expected a string/,
    );
    const long = '数'.repeat(MAX_QUERY_LENGTH);
    expect(show(long)).toEqual([`words:${long}`]);
    expect(() => parseQuery(`${long}据`)).toThrow(/at most 10000 code units, received "10001"/);
  });
});

describeWithShared('parseQuery on questions of laymen', (shared) => {
  it('takes every one as words', () => {
    const lines = readFileSync(join(shared, 'data/search/stard-train-queries.jsonl'), 'utf8');
    const queries = lines
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { query: string }).query);
    expect(queries.length).toBeGreaterThan(1000);
    const kinds = queries.map(
      (query) => new Set(parseQuery(query).clauses.map(({ kind }) => kind)),
    );
    expect(kinds.filter((found) => found.has('filter') || found.has('exclude'))).toEqual([]);
    expect(kinds.filter((found) => !found.has('words') && !found.has('phrase'))).toEqual([]);
  });
});
