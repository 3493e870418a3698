import { Converter, Locale } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { foldMappedText, joinSpans, normalizeText, toSimplified } from '../../../src/text';
import { getFoldingTable } from '../../../src/text/folding-table';

/** The source words behind every character of the normalised text. */
function listSources(source: string): string[] {
  const mapped = normalizeText(source);
  return Array.from({ length: mapped.text.length }, (_, unit) => {
    const { start, end } = mapped.spanToSource({ start: unit, end: unit + 1 });
    return source.slice(start, end);
  });
}

describe('normalizeText', () => {
  it.each([
    ['full-width letters and digits', '５Ｇ、ＩＰｖ６', '5G、IPv6'],
    ['full-width punctuation', '（一），（二）；：！？％', '(一),(二);:!?%'],
    ['marks without a half-width form', '《数据二十条》“数字”、。…—', '《数据二十条》“数字”、。…—'],
    ['odd spaces', 'a\u00a0b\u2003c\u3000d\u202fe', 'a b c d e'],
    ['runs of spaces', 'a  b', 'a  b'],
    [
      'invisible characters',
      '数\u200b字\ufeff政\u00ad府\u2060\ufe0f\u202e\u0000\u0007',
      '数字政府',
    ],
    ['invisible characters above U+FFFF', '数\u{e0100}字\u{e0061}', '数字'],
    ['line breaks', 'a\r\nb\rc\nd\u2028e\u000cf\u0085g', 'a\nb\nc\nd\ne\nf\ng'],
    ['tabs', 'a\tb', 'a\tb'],
    ['radicals', '⼀⽹⺠⽣⻓期⻛险', '一网民生长期风险'],
    ['a radical that is traditional', '⻑江', '长江'],
    ['compatibility ideographs', '\uf9c4\uf9f7\u{2f800}', '龙立丽'],
    ['small and vertical forms', '﹙一﹚﹐︵二︶', '(一),(二)'],
    ['look-alikes', 'a‐b−c・d～e￥', 'a-b-c·d~e¥'],
    ['half-width Chinese punctuation', '｢数字｣｡､', '「数字」。、'],
    ['traditional characters', '數據要素市場化配置', '数据要素市场化配置'],
    ['lone surrogates', '\ud800数\udc00', '\ud800数\udc00'],
    ['upper case', 'AI', 'AI'],
    ['an empty text', '', ''],
    ['nothing but invisible characters', '\u200b\u200b', ''],
  ])('folds %s', (_name, source, expected) => {
    expect(normalizeText(source).text).toBe(expected);
  });

  it('folds the case of ASCII letters when asked to', () => {
    expect(normalizeText('Ａi與ＩＰv6É', { foldCase: true }).text).toBe('ai与ipv6É');
  });

  it('leaves traditional characters when asked to', () => {
    expect(normalizeText('數據，龜', { simplify: false }).text).toBe('數據,龜');
  });

  it('leads back to the source where characters were dropped', () => {
    expect(listSources('数\u200b据\ufeff')).toEqual(['数', '据']);
    const mapped = normalizeText('\ufeff数\u200b据\u200b');
    expect([0, 1, 2].map((offset) => mapped.toSource(offset))).toEqual([1, 3, 4]);
    expect(mapped.spanToSource({ start: 0, end: 2 })).toEqual({ start: 1, end: 4 });
    expect(mapped.spanToSource({ start: 1, end: 1 })).toEqual({ start: 3, end: 3 });
  });

  it('leads back to the source where a character changed in length', () => {
    expect(listSources('a\r\nb\u{2f800}c')).toEqual(['a', '\r\n', 'b', '\u{2f800}', 'c']);
    expect(listSources('\ufa6cx')).toEqual(['\ufa6c', '\ufa6c', 'x']);
  });

  it('leads back to the source where simplification changed a length', () => {
    const grown = Array.from('數㜢據');
    expect(normalizeText(grown.join('')).text).toBe('数𡞱据');
    expect(listSources(grown.join(''))).toEqual(['數', '㜢', '㜢', '據']);
    expect(listSources('二\u200b噁英數')).toEqual(['二', '噁', '噁', '英', '數']);
  });

  it('returns the source itself where nothing is folded', () => {
    const source = '推进数据要素市场化配置。\n第二段';
    const mapped = normalizeText(source);
    expect(mapped.text).toBe(source);
    expect(mapped.spanToSource({ start: 2, end: 9 })).toEqual({ start: 2, end: 9 });
  });

  it('keeps places right beyond one chunk', () => {
    const source = `${'数字，'.repeat(9000)}\u200b结尾`;
    const mapped = normalizeText(source);
    expect(mapped.text).toBe(`${'数字,'.repeat(9000)}结尾`);
    expect(mapped.toSource(27_000)).toBe(27_001);
  });

  it.each([
    [-1, 0],
    [0, 3],
    [2, 1],
    [0.5, 1],
    [Number.NaN, 1],
  ])('throws for the span %d..%d outside the text', (start, end) => {
    const fault = { code: 'invalid-argument' };
    for (const source of ['数据', '数\u200b据', '數\u200b據']) {
      const mapped = normalizeText(source);
      expect(() => mapped.spanToSource({ start, end })).toThrow(expect.objectContaining(fault));
    }
  });

  it('throws for an offset outside the text', () => {
    const fault = { code: 'invalid-argument' };
    for (const source of ['数据', '数\u200b据', '數\u200b據']) {
      for (const offset of [-1, 3, 0.5]) {
        const mapped = normalizeText(source);
        expect(() => mapped.toSource(offset)).toThrow(expect.objectContaining(fault));
      }
    }
  });

  it.each([
    ['NUL', '\u0000'],
    ['lone surrogates', '\ud800'],
    ['traditional characters', '數'],
    ['line breaks of two characters', '\r\n'],
    ['characters that shrink', '\u{2f800}'],
    ['spaces', '\u3000'],
  ])('takes a million of %s in its stride', (_name, character) => {
    const { text } = normalizeText(character.repeat(1_000_000));
    expect(text).toBe(normalizeText(character).text.repeat(1_000_000));
  });
});

describe('toSimplified', () => {
  it.each([
    [
      'characters of both scripts in a simplified text',
      '乾县在乾坤之间，于是后里面干台只了解瞭望於陵',
    ],
    ['phrases that mean something else in a simplified text', '打坏毛坏，答覆沈阳'],
    ['Latin letters', 'Policy 2025'],
  ])('keeps %s', (_name, text) => {
    expect(toSimplified(text)).toBe(text);
  });

  it('converts a stray traditional character of a simplified text and nothing around it', () => {
    const rest =
      '推进数据要素市场化配置改革，打坏乾县的壁垒于前后里程，加快建设全国一体化大市场打坏';
    expect(toSimplified(`${rest}數打坏${rest}`)).toBe(`${rest}数打坏${rest}`);
  });

  it('converts the phrases around a stray traditional character of a simplified text', () => {
    const { traditional } = getFoldingTable(false);
    const rest = '，推进数据要素市场化配置改革，完善治理体系，'.repeat(12);
    const [phrases] = Locale.to['cn']?.[0] ?? [];
    const entries = String(phrases).split('|');
    expect(entries.length).toBeGreaterThan(400);
    const wrong = entries.filter((entry) => {
      const [from = '', to = ''] = entry.split(' ');
      const isStray = Array.from(from).some((one) => traditional.has(one.codePointAt(0) ?? 0));
      return toSimplified(`${rest}${from}${rest}`) !== `${rest}${isStray ? to : from}${rest}`;
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['於是發展，乾淨整潔', '于是发展,干净整洁'],
    ['乾隆皇后的後面', '乾隆皇后的后面'],
    ['資訊化與網路', '资讯化与网路'],
    ['瞭解著作，看著裡面', '了解著作,看著里面'],
  ])('takes the longest phrase of a traditional text: %s', (text, expected) => {
    expect(normalizeText(text.replace('，', ',')).text).toBe(expected);
  });

  it('converts a traditional text as OpenCC does', () => {
    const text = '為貫徹落實國家數據戰略，各級機關應於年底前復覈乾燥設備、徵集意見，並答覆群眾。';
    expect(toSimplified(text)).toBe(Converter({ from: 't', to: 'cn' })(text));
  });

  it('knows every traditional character of OpenCC that no simplified text holds', () => {
    const { traditional } = getFoldingTable(false);
    const missing = Array.from('數據後計這個國發導辦').filter(
      (character) => !traditional.has(character.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
    const wrong = Array.from('后里面干台只于乾於徵瞭藉覆沈著').filter((character) =>
      traditional.has(character.codePointAt(0) ?? 0),
    );
    expect(wrong).toEqual([]);
  });
});

describe('foldMappedText', () => {
  it('leads back to the first source', () => {
    const source = '  ＩＰ\n  ｖ６，數\u200b\n據';
    const joined = joinSpans(source, [
      { start: 2, end: 4 },
      { start: 7, end: 12 },
      { start: 13, end: 14 },
    ]);
    const folded = foldMappedText(joined);
    expect(folded.text).toBe('IP v6,数据');
    const offsets = Array.from({ length: 9 }, (_, offset) => folded.toSource(offset));
    expect(offsets).toEqual([2, 3, 4, 7, 8, 9, 10, 13, 14]);
    expect(folded.spanToSource({ start: 2, end: 3 })).toEqual({ start: 4, end: 7 });
    expect(folded.spanToSource({ start: 6, end: 8 })).toEqual({ start: 10, end: 14 });
  });

  it('ends where the last character ends, whatever was dropped behind it', () => {
    const source = '数\n\u200b';
    const joined = joinSpans(source, [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ]);
    expect(foldMappedText(joined).toSource(1)).toBe(1);
  });

  it('returns the text itself where nothing is folded', () => {
    const joined = joinSpans('数\n据', [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ]);
    expect(foldMappedText(joined)).toBe(joined);
  });
});
