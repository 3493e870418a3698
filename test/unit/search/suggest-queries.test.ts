// Suggestions: by beginning, by heading, by pinyin.
import { describe, expect, it } from 'vitest';
import { loadPinyin, type SuggestOptions, suggestQueries } from '../../../src/search/assist';
import { createJiebaSegmenter } from '../../../src/segment';
import { createNaiveVocabulary } from '../../support/naive-vocabulary';

const segmenter = createJiebaSegmenter({ terms: ['数据要素', '数据安全'] });
const vocabulary = createNaiveVocabulary(
  [
    '数据要素市场',
    '数据要素流通',
    '数据安全',
    '数字政府',
    '数字乡村 5G APP',
    '重庆如何发展 AI',
    '绿色发展',
  ],
  segmenter,
  ['（三）培育数据要素市场', '三、培育数据要素市场', '第二章 数据安全', '数', '很'.repeat(41)],
);

function suggest(prefix: string, options: SuggestOptions = {}): readonly string[] {
  return suggestQueries(vocabulary, prefix, options).map(
    ({ text, kind, count }) => `${text} ${kind} ${String(count)}`,
  );
}

describe('suggestQueries', () => {
  it('completes by words, the frequent ones first, then by headings without their numbering', () => {
    expect(suggest('数据')).toEqual([
      '数据 term 3',
      '数据要素 term 2',
      '数据安全 term 1',
      '培育数据要素市场 heading 2',
      '数据安全 heading 1',
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['數據安', ['数据安全 term 1', '数据安全 heading 1']],
    ['要素市场', ['培育数据要素市场 heading 2']],
    ['Ａｐ', ['app term 1']],
    ['数字政府 绿', ['数字政府 绿色 term 1']],
    ['如', []],
    ['没有', []],
    ['', []],
    ['数据 ', []],
    ['数'.repeat(61), []],
  ])('completes %j', (prefix, expected) => {
    expect(suggest(prefix)).toEqual(expected);
  });

  it('keeps room for headings', () => {
    expect(suggest('数据', { limit: 2 })).toEqual(['数据 term 3', '数据要素 term 2']);
    expect(suggest('数据', { limit: 4 })).toEqual([
      '数据 term 3',
      '数据要素 term 2',
      '数据安全 term 1',
      '培育数据要素市场 heading 2',
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['shujuy', ['数据要素 term 2']],
    ['sjys', ['数据要素 term 2']],
    ['shuzix', []],
    ['chongq', ['重庆 term 1']],
    ['lvse', ['绿色 term 1']],
    ["zheng'f", ['政府 term 1']],
    ['a', ['ai term 1', '安全 term 1', 'app term 1']],
    ['数据shi', []],
    ['数据yaos', ['数据要素 term 2']],
    ['数据ys', ['数据要素 term 2']],
    ['shuju yao', ['数据要素 term 2']],
    ['shuju lvse', ['shuju 绿色 term 1']],
  ])('reads %j as pinyin too', async (prefix, expected) => {
    expect(suggest(prefix, { pinyin: await loadPinyin() })).toEqual(expected);
  });

  it('reads no pinyin where it is given none', () => {
    expect(suggest('sjys')).toEqual([]);
  });

  it.each([0, 101, 1.5])('refuses a limit of %d', (limit) => {
    expect(() => suggest('数据', { limit })).toThrow(/an integer from 1 to 100/);
  });
});
