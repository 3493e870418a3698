import { describe, expect, it } from 'vitest';
import { normalizeText, splitSentences } from '../../../src/text';

const split = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['Chinese ends', ['推进共享。', '加快建设！', '好不好？', '其一；', '其二']],
    ['half-width ends', ['推进共享!', '好不好?', '其一;', '其二']],
    ['ends in a row', ['真的？！', '是。。', '好']],
    ['closing quotes and brackets', ['他说“好。”', '（见附件。）', '「是。」', '完']],
    ['straight quotes that close', ['他说"好。"', '完']],
    ['straight quotes that open', ['加快发展。', '"十四五"时期。']],
    ['decimals and abbreviations', ['增长3.5%，见No.1和v1.2.']],
    ['Latin sentences', ['It grew. ', 'Then 3.5 came.\n', 'End.']],
    ['a full stop before lower case', ['approx. five. ', 'Six']],
    ['a full stop within a word', ['见index.Html与v1.Two处']],
    ['initials', ['By J. Smith. ', 'End']],
    ['addresses', ['见http://a.cn/x?y=1;z=2。', '完']],
    ['line breaks', ['一、总体要求\n', '推进\r\n', '共享']],
    ['blank lines and indents', ['甲。\n\n　　', '乙\n']],
    ['white space at the start of a line', ['  甲。', '乙']],
    ['line breaks at the start', ['\n\n', '甲']],
    ['commas and pauses', ['甲，乙、丙：丁…戊']],
  ])('cuts at %s', (_name, sentences) => {
    expect(split(sentences.join(''))).toEqual(sentences);
  });

  it('gives nothing for an empty text', () => {
    expect(splitSentences('')).toEqual([]);
  });

  it('cuts a normalised text in the same places', () => {
    const source = '加快建设；是否可行？可行！（见附件１。）完';
    expect(splitSentences(normalizeText(source).text)).toEqual(splitSentences(source));
  });

  it.each(['。', '\n', '. ', '.)', '"', 'a', ' ', '?a', '\ud800'])(
    'takes a million of %j in its stride',
    (unit) => {
      const sentences = splitSentences(unit.repeat(1_000_000));
      expect(sentences.at(-1)?.end).toBe(unit.length * 1_000_000);
    },
  );
});
