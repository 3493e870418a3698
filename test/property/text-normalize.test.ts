import fc from 'fast-check';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { foldMappedText, joinSpans, normalizeText, type Span, toSimplified } from '../../src/text';
import { RADICAL_BLOCK } from '../../src/text/radical-characters';

const OTHER_FOLDS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('‐-‑-−-〜~‧·・·･·｡。｢「｣」､、￠¢￡£￢¬￣¯￤¦￥¥￦₩'.matchAll(/(.)(.)/gu), (pair) => [
    pair[1] ?? '',
    pair[2] ?? '',
  ]),
);

/** What one code point becomes, by Unicode's own properties instead of tables. */
function foldNaively(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (/[\n\r\v\f\u0085\u2028\u2029]/.test(character)) return '\n';
  if (character === '\t') return '\t';
  if (/[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u.test(character)) return '';
  if (/\p{Zs}/u.test(character)) return ' ';
  const radical = Array.from(RADICAL_BLOCK[1])[code - RADICAL_BLOCK[0]];
  if (radical !== undefined) return radical === ' ' ? character : radical;
  if (OTHER_FOLDS[character] !== undefined) return OTHER_FOLDS[character];
  const isCompatible =
    (code >= 0x2f00 && code <= 0x2fd5) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe10 && code <= 0xfe6b) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2f800 && code <= 0x2fa1f);
  const folded = character.normalize('NFKC');
  return isCompatible && Array.from(folded).length === 1 && folded !== ' ' ? folded : character;
}

/** Every UTF-16 unit of the folded text with the source span of its character. */
function mapNaively(source: string): { text: string; spans: Span[] } {
  let text = '';
  const spans: Span[] = [];
  let start = 0;
  for (const [character] of source.matchAll(/\r\n|./gsu)) {
    const folded = character === '\r\n' ? '\n' : foldNaively(character);
    const isWhole = folded.length !== character.length;
    for (let unit = 0; unit < folded.length; unit++) {
      const end = start + character.length;
      spans.push(isWhole ? { start, end } : { start: start + unit, end: start + unit + 1 });
    }
    text += folded;
    start += character.length;
  }
  return { text, spans };
}

const PIECES = [
  ...Array.from('数据政策发展，。；：！？（）０９ＡＺａｚ～　“”《》乾於后里瞭沈打坏'),
  ...Array.from('數據發展後鎮門龜㜢㺏噁'),
  ...[
    '\r\n',
    '\r',
    '\n',
    '\t',
    '\u0000',
    '\u0085',
    '\u2028',
    '\u000c',
    '\u200b',
    '\ufeff',
    '\u00ad',
  ],
  ...[
    '\u00a0',
    '\u2003',
    '\ufe0f',
    '\u{e0100}',
    '\u{e0061}',
    '\ud800',
    '\udc00',
    '\u{1f600}',
    '𠁞',
  ],
  ...[
    '⼀',
    '⻓',
    '⻑',
    '⺠',
    '\uf907',
    '\ufa6c',
    '\u{2f800}',
    '\u{2fa1d}',
    '﹐',
    '︵',
    'a',
    'B',
    '1',
    ' ',
  ],
];
const hostileText = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary' })),
  )
  .map((pieces) => pieces.join(''));

describe('normalizeText', () => {
  it('folds every code point as a table of Unicode properties does', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code === 0x40000) code = 0xe0000;
      const character = String.fromCodePoint(code);
      const { text } = normalizeText(character, { simplify: false });
      if (text !== foldNaively(character)) wrong.push(`U+${code.toString(16)} became "${text}"`);
      if (code === 0xe1000) break;
    }
    expect(wrong).toEqual([]);
  });

  it('folds and maps as a naive normaliser does', () => {
    fc.assert(
      fc.property(hostileText, (source) => {
        const expected = mapNaively(source);
        const mapped = normalizeText(source, { simplify: false });
        expect(mapped.text).toBe(expected.text);
        for (const [unit, span] of expected.spans.entries()) {
          expect(mapped.spanToSource({ start: unit, end: unit + 1 })).toEqual(span);
          expect(mapped.toSource(unit)).toBe(span.start);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('maps simplified characters one by one to where they came from', () => {
    fc.assert(
      fc.property(hostileText, (source) => {
        const folded = normalizeText(source, { simplify: false });
        const mapped = normalizeText(source);
        const before = Array.from(folded.text);
        const after = Array.from(mapped.text);
        expect(after.length).toBe(before.length);
        let beforeAt = 0;
        let afterAt = 0;
        for (const [index, from] of before.entries()) {
          const to = after[index] ?? '';
          const expected = folded.spanToSource({ start: beforeAt, end: beforeAt + from.length });
          const span = { start: afterAt, end: afterAt + to.length };
          expect(mapped.spanToSource(span)).toEqual(expected);
          beforeAt += from.length;
          afterAt += to.length;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives a monotone map whose spans cover what they hold', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(), fc.nat(), (source, one, other) => {
        const mapped = normalizeText(source, { foldCase: true });
        const size = mapped.text.length + 1;
        const start = Math.min(one % size, other % size);
        const end = Math.max(one % size, other % size);
        const span = mapped.spanToSource({ start, end });
        expect(span.start).toBe(mapped.toSource(start));
        expect(span.end - span.start > 0).toBe(end > start);
        expect(span.end).toBeLessThanOrEqual(source.length);
        if (start < end)
          expect(mapped.toSource(end)).toBeGreaterThanOrEqual(mapped.toSource(start));
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostileText, (source) => {
        const { text } = normalizeText(source, { simplify: false });
        expect(normalizeText(text, { simplify: false }).text).toBe(text);
      }),
    );
  });
});

describe('foldMappedText', () => {
  it('maps as normalising and looking up twice does', () => {
    fc.assert(
      fc.property(hostileText, fc.array(fc.nat(), { maxLength: 8 }), (source, cuts) => {
        const joined = joinSpans(source, cutSpans(source, cuts));
        const folded = foldMappedText(joined);
        const alone = normalizeText(joined.text);
        expect(folded.text).toBe(alone.text);
        for (let unit = 0; unit < folded.text.length; unit++) {
          const span = { start: unit, end: unit + 1 };
          expect(folded.spanToSource(span)).toEqual(joined.spanToSource(alone.spanToSource(span)));
        }
      }),
    );
  });
});

describe('joinSpans', () => {
  it('gives every unit but the spaces put in back at its place', () => {
    fc.assert(
      fc.property(hostileText, fc.array(fc.nat(), { maxLength: 8 }), (source, cuts) => {
        const spans = cutSpans(source, cuts);
        const { text, toSource, ...rest } = mapAll(source, spans);
        expect(rest.inserted + spans.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(
          text.length,
        );
        for (const [unit, span] of toSource.entries()) {
          const came = source.slice(span.start, span.end);
          if (came !== text[unit]) expect(text[unit]).toBe(' ');
        }
      }),
    );
  });
});

describe('toSimplified', () => {
  const openccToSimplified = Converter({ from: 't', to: 'cn' });
  const traditionalText = fc
    .array(
      fc.constantFrom(...Array.from('乾於後數據發展龜瞭解答覆沈重打坏里后面徵求意見藉口隆坤，。a')),
      {
        minLength: 1,
      },
    )
    .map((characters) => `數據${characters.join('')}`)
    .filter((text) => (text.match(/[後數據發龜見]/g)?.length ?? 0) / text.length > 0.06);

  it('converts traditional texts as OpenCC does', () => {
    fc.assert(
      fc.property(traditionalText, (text) => {
        expect(toSimplified(text)).toBe(openccToSimplified(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps every character of GB 2312 but 後', () => {
    const decoder = new TextDecoder('gbk');
    const bytes = Array.from({ length: 72 * 94 }, (_, index) => [
      0xb0 + Math.floor(index / 94),
      0xa1 + (index % 94),
    ]).flat();
    const characters = Array.from(decoder.decode(Uint8Array.from(bytes)));
    const changed = characters.filter((character) => toSimplified(character) !== character);
    expect(changed).toEqual(['後']);
  });

  it('changes a simplified text in nothing but stray traditional characters and their phrases', () => {
    const around = fc
      .array(fc.constantFrom(...Array.from('乾坤于於后面里瞭藉覆沈打坏政策数据市场，')), {
        minLength: 60,
        maxLength: 90,
      })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(toSimplified(`${before}，據，${after}`)).toBe(`${before}，据，${after}`);
      }),
    );
  });
});

function cutSpans(source: string, cuts: readonly number[]): Span[] {
  const places = cuts.map((cut) => cut % (source.length + 1)).sort((a, b) => a - b);
  const spans: Span[] = [];
  for (let at = 0; at + 1 < places.length; at += 2) {
    spans.push({ start: places[at] ?? 0, end: places[at + 1] ?? 0 });
  }
  return spans;
}

function mapAll(
  source: string,
  spans: readonly Span[],
): { text: string; toSource: Span[]; inserted: number } {
  const joined = joinSpans(source, spans);
  const toSource = Array.from({ length: joined.text.length }, (_, unit) =>
    joined.spanToSource({ start: unit, end: unit + 1 }),
  );
  const isIn = ({ start, end }: Span): boolean =>
    spans.some((span) => span.start <= start && end <= span.end);
  return { text: joined.text, toSource, inserted: toSource.filter((span) => !isIn(span)).length };
}
