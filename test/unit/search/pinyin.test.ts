// Readings of characters, and what is typed for them.
import { describe, expect, it } from 'vitest';
import {
  loadPinyin,
  readsAs,
  soundsLike,
  startsWithPinyin,
} from '../../../src/search/assist/pinyin';

const pinyin = await loadPinyin();

describe('loadPinyin', () => {
  it.each<[string, readonly string[]]>([
    ['据', ['ju']],
    ['長', ['chang', 'zhang']],
    ['绿', ['lv', 'lu']],
    ['A', []],
    ['，', []],
    ['', []],
    ['\ud800', []],
  ])('knows the readings of %j', (character, expected) => {
    expect(pinyin.readings(character)).toEqual(expected);
  });
});

describe('startsWithPinyin', () => {
  it.each<[string, string, boolean]>([
    ['数据要素', 'shujuyaosu', true],
    ['数据要素', 'shuju', true],
    ['数据要素', 'shujuya', true],
    ['数据要素', 'sjys', true],
    ['数据要素', 'shujys', true],
    ['数据要素', 'ju', false],
    ['数据要素', 'shujuyaosus', false],
    ['重庆', 'chongqing', true],
    ['重庆', 'zhongq', true],
    ['5g网络', '5gwl', true],
    ['𠮷', '𠮷', true],
    ['𠮷', 'ji', false],
  ])('of %s with %s is %s', (text, typed, expected) => {
    expect(startsWithPinyin(text, typed, pinyin)).toBe(expected);
  });
});

describe('readsAs', () => {
  it.each<[string, string, boolean]>([
    ['数据要素', 'shujuyaosu', true],
    ['重庆', 'chongqing', true],
    ['数据', 'shuj', false],
    ['数据', 'shujuyao', false],
    ['5g网络', '5gwangluo', false],
  ])('of %s with %s is %s', (text, typed, expected) => {
    expect(readsAs(text, typed, pinyin)).toBe(expected);
  });
});

describe('soundsLike', () => {
  it.each<[string, string, boolean]>([
    ['剧', '据', true],
    ['只', '智', true],
    ['金', '融', false],
    ['a', 'a', true],
    ['a', 'b', false],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(soundsLike(a, b, pinyin)).toBe(expected);
  });
});
