// Did-you-mean: what is corrected, and what is left alone.
import { describe, expect, it } from 'vitest';
import { correctQuery, loadPinyin } from '../../../src/search/assist';
import type { FieldValues } from '../../../src/search/field-values';
import type { FacetCount } from '../../../src/search/model';
import { parseQuery } from '../../../src/search/query';
import { loadSynonyms } from '../../../src/search/synonyms';
import { createJiebaSegmenter } from '../../../src/segment';
import { createNaiveVocabulary } from '../../support/naive-vocabulary';

const segmenter = createJiebaSegmenter({
  terms: ['数据要素', '数字校园', '人工智能', '产权局'],
});
const passages = [
  '数据要素市场和人工智能，blockchain 与 5G',
  '数据要素的人工智能，blockchain 与 cloud',
  '数字校园。数据。金融监管。茶园。转型期。产权局',
  '数字校园。数据。金融监管。罕见词汇。转型期。产权局',
];
const vocabulary = createNaiveVocabulary(passages, segmenter);
const pinyin = await loadPinyin();
const values: FieldValues = {
  list: (field) =>
    (
      ({
        task: [{ value: 'T2', count: 5 }],
        action: [
          { value: 'A1', count: 5 },
          { value: 'A2', count: 1 },
        ],
        region: [
          { value: '浙江省杭州市', count: 4 },
          { value: '广东省', count: 9 },
        ],
        issuer: [{ value: '工业和信息化部', count: 3 }],
        genre: [{ value: '规划', count: 3 }],
      }) as Partial<Record<string, readonly FacetCount[]>>
    )[field] ?? [],
};
const synonyms = loadSynonyms({
  id: 'test',
  version: '1',
  groups: [
    { topic: 'x', entries: [{ equal: ['发改委', '发展改革委'] }, { equal: ['blockchian', '链'] }] },
  ],
});
const parts = { vocabulary, segmenter, pinyin, values, synonyms: undefined };

function correct(query: string): string | undefined {
  return correctQuery(parseQuery(query), parts)?.text;
}

describe('correctQuery', () => {
  it.each<[string, string]>([
    ['blokchain', 'blockchain'],
    ['Blcokchian', 'blockchain'],
    ['数剧要素', '数据要素'],
    ['推进数据要索流通', '推进数据要素流通'],
    ['人工只能', '人工智能'],
    ['金溶监管', '金融监管'],
    ['金溶', '金融'],
    ['shujuyaosu', '数据要素'],
    ['jinrong jianguan', '金融 监管'],
    ['数剧要素 -金融 task:T2 blokchain', '数据要素 -金融 task:T2 blockchain'],
    ['"人工只能"', '"人工智能"'],
    ['人工只能 OR blokchain', '人工智能 OR blockchain'],
    ['人智能', '人工智能'],
    ['数据素要', '数据要素'],
    ['region:杭洲 数据', 'region:杭州 数据'],
    ['region:广束省', 'region:广东省'],
    ['issuer:工业和信息部 blokchain', 'issuer:工业和信息化部 blockchain'],
    ['task:T22,A1', 'task:T2,A1'],
    ['genre:规化', 'genre:规划'],
  ])('of %j is %j', (query, expected) => {
    expect(correct(query)).toBe(expected);
  });

  it.each<[string, string]>([
    ['what occurs', '数据要素'],
    ['a rare word that occurs', '罕见词汇'],
    ['a word that occurs elsewhere', '数字茶园'],
    ['a part of a word that is unknown as a whole', '元金溶'],
    ['a function word between words', '转型有哪些茶园'],
    ['a word whose other half stands beside it', '产权分置'],
    ['the beginning of a reading', 'shujuyaos'],
    ['a short abbreviation', '6g ab'],
    ['a word with nothing near', 'quantum'],
    ['two edits in a short word', 'cluds'],
    ['numbers', '2021'],
    ['an exclusion', '-blokchain'],
    ['a filter', 'doc:blokchain'],
    ['a code with several near', 'task:A9'],
    ['a year', 'year:2050'],
    ['a value that there is', 'region:浙江 issuer:信息化部'],
    ['a document number', '国发〔2050〕1号'],
    ['nothing', ''],
  ])('leaves %s alone', (_name, query) => {
    expect(correct(query)).toBeUndefined();
  });

  it('leaves alone what the table of synonyms knows', () => {
    const known = { ...parts, synonyms };
    expect(correctQuery(parseQuery('blockchian'), parts)?.text).toBe('blockchain');
    expect(correctQuery(parseQuery('blockchian'), known)).toBeUndefined();
  });

  it('hears nothing without readings', () => {
    expect(correctQuery(parseQuery('金溶'), { ...parts, pinyin: undefined })).toBeUndefined();
  });

  it('says what it replaced, and how many passages hold that', () => {
    expect(correctQuery(parseQuery('数剧要素 blokchain'), parts)?.corrections).toEqual([
      { from: '数剧要素', to: '数据要素', count: 2 },
      { from: 'blokchain', to: 'blockchain', count: 2 },
    ]);
  });
});
