// What is typed for a heading: with its numbers, and without.
import { describe, expect, it } from 'vitest';
import { listHeadingForms } from '../../../src/search/heading-forms';

describe('listHeadingForms', () => {
  it.each<[string, readonly string[]]>([
    ['第三章 （一）总体要求', ['第三章一总体要求', '总体要求']],
    ['1. 目标', ['1目标', '目标']],
    ['1.2 目标', ['12目标', '目标']],
    ['1.2.3、目标', ['123目标', '目标']],
    ['3.5G网络', ['35g网络']],
    ['2021', ['2021']],
  ])('of %j are %j', (text, forms) => {
    expect(listHeadingForms(text)).toEqual(forms);
  });
});
