/**
 * Markers: the numbering that begins a heading or an item, 第三章 一、 （一） 1. 1.1 （1） ① 专栏2 附件1.
 *
 * Patterns are for normalised text: half-width brackets, digits and points, simplified characters.
 *
 * @module
 */
import { parseChineseNumeral } from '../text';
import type { SectionKind } from './model';

/** How a marker is written. Markers of one style under one parent count on. */
export type MarkerStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'clause'
  | 'item'
  | 'han'
  | 'paren-han'
  | 'arabic'
  | 'zero-arabic'
  | 'decimal-2'
  | 'decimal-3'
  | 'decimal-4'
  | 'paren-arabic'
  | 'half-paren-arabic'
  | 'circled'
  | 'latin'
  | 'box'
  | 'attachment';

/** A marker at the start of a text. */
export interface Marker {
  readonly style: MarkerStyle;
  readonly kind: SectionKind;
  /** Smaller ranks contain larger ones. */
  readonly rank: number;
  /** The number said; undefined where it says none (专栏 without a number). */
  readonly ordinal: number | undefined;
  /** Length of the marker itself. */
  readonly length: number;
  /** Length of the marker and the white space or punctuation after it. */
  readonly skip: number;
}

interface MarkerRule {
  readonly style: MarkerStyle;
  readonly kind: SectionKind;
  readonly rank: number;
  /** Group 1 is the marker, group 2 its number. */
  readonly pattern: RegExp;
}

const HAN_DIGIT = '[〇零一二三四五六七八九十百千两]';
const HAN = `${HAN_DIGIT}(?: ?${HAN_DIGIT}){0,6}`;
const NUMBER = `(?:${HAN}|\\d{1,4})`;

/** Tried in order: the first that matches is the marker. */
const RULES: readonly MarkerRule[] = [
  {
    style: 'part',
    kind: 'part',
    rank: 10,
    pattern: new RegExp(`^(【?第 ?(${NUMBER}) ?(?:编|篇|部分(?! ?:))】?)`),
  },
  { style: 'chapter', kind: 'chapter', rank: 20, pattern: new RegExp(`^(第 ?(${NUMBER}) ?章)`) },
  { style: 'section', kind: 'section', rank: 30, pattern: new RegExp(`^(第 ?(${NUMBER}) ?节)`) },
  {
    style: 'article',
    kind: 'article',
    rank: 40,
    pattern: new RegExp(`^(第 ?(${NUMBER}) ?条(?: ?之${HAN})?)`),
  },
  {
    style: 'clause',
    kind: 'paragraph',
    rank: 42,
    pattern: new RegExp(`^(第 ?(${NUMBER}) ?款)(?=[ \\t:、])`),
  },
  {
    style: 'item',
    kind: 'item',
    rank: 44,
    pattern: new RegExp(`^(第 ?(${NUMBER}) ?项)(?=[ \\t:、])`),
  },
  { style: 'han', kind: 'level', rank: 50, pattern: new RegExp(`^((${HAN}) ?(?:、|\\.(?!\\d)))`) },
  {
    style: 'paren-han',
    kind: 'level',
    rank: 60,
    pattern: new RegExp(`^(\\( ?(${HAN}) ?\\)[、.]?)`),
  },
  {
    style: 'decimal-4',
    kind: 'level',
    rank: 76,
    pattern: /^((\d{1,3})(?:\.\d{1,3}){3})(?=[ \u4e00-\u9fff]|$)/,
  },
  {
    style: 'decimal-3',
    kind: 'level',
    rank: 74,
    pattern: /^((\d{1,3})(?:\.\d{1,3}){2})(?=[ \u4e00-\u9fff]|$)/,
  },
  {
    style: 'decimal-2',
    kind: 'level',
    rank: 72,
    pattern: /^((\d{1,2})\.\d{1,3})(?=[ \u4e00-\u9fff]|$)(?! ?[年月日倍个万亿元米吨公亩人家项户])/,
  },
  { style: 'zero-arabic', kind: 'level', rank: 78, pattern: /^((0\d))(?= [\u4e00-\u9fff])/ },
  {
    style: 'arabic',
    kind: 'level',
    rank: 70,
    pattern: /^((\d{1,3}) ?[.、])(?:(?=\d{4}年)|(?![\d%]))/,
  },
  { style: 'paren-arabic', kind: 'level', rank: 80, pattern: /^(\( ?(\d{1,3}) ?\)[、.]?)/ },
  { style: 'half-paren-arabic', kind: 'level', rank: 82, pattern: /^((\d{1,3}) ?\))/ },
  { style: 'circled', kind: 'level', rank: 84, pattern: /^(([\u2460-\u2473]))/ },
  {
    style: 'latin',
    kind: 'level',
    rank: 86,
    pattern: /^(\(?([a-z])\)|[A-Z][.、](?=[ \u4e00-\u9fff]))/,
  },
  {
    style: 'box',
    kind: 'box',
    rank: 88,
    pattern: new RegExp(`^(专 ?栏 ?(${NUMBER})(?![、，和中])|专 ?栏(?=[ :]|$))`),
  },
  {
    style: 'attachment',
    kind: 'attachment',
    rank: 5,
    pattern: new RegExp(
      `^(附 ?(?:件|录|表) ?(${NUMBER}|[A-Z](?![a-zA-Z]))(?:-\\d{1,2})?(?![、，和中至条])|附 ?(?:件|录|表)(?=[ :]|$))`,
    ),
  },
];

const LONGEST_MARKER = 24;

/**
 * The marker at the start of a normalised text, or undefined. Constant time.
 *
 * @example
 * readMarker('(三)培育数据要素市场')?.ordinal // => 3
 */
export function readMarker(text: string): Marker | undefined {
  const rules = RULES_BY_FIRST.get(text.charCodeAt(0));
  if (rules === undefined) return undefined;
  const start = text.slice(0, LONGEST_MARKER);
  for (const rule of rules) {
    const match = rule.pattern.exec(start);
    if (match !== null) return createMarker(rule, match, start);
  }
  return undefined;
}

/** The rules that a text can match, by its first code unit; most texts begin with none of these. */
const RULES_BY_FIRST: ReadonlyMap<number, readonly MarkerRule[]> = new Map(
  (
    [
      ['第【', ['part', 'chapter', 'section', 'article', 'clause', 'item']],
      ['(', ['paren-han', 'paren-arabic', 'latin']],
      [
        '0123456789',
        ['decimal-4', 'decimal-3', 'decimal-2', 'zero-arabic', 'arabic', 'half-paren-arabic'],
      ],
      ['〇零一二三四五六七八九十百千两', ['han']],
      ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', ['circled']],
      ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', ['latin']],
      ['专', ['box']],
      ['附', ['attachment']],
    ] as const satisfies readonly (readonly [string, readonly MarkerStyle[]])[]
  ).flatMap(([firsts, styles]) => {
    const rules = RULES.filter(({ style }) => (styles as readonly MarkerStyle[]).includes(style));
    return Array.from(firsts, (first) => [first.charCodeAt(0), rules] as const);
  }),
);

/** What stands between a marker and its heading. */
const AFTER_MARKER = ' \t:、.';

function createMarker(rule: MarkerRule, match: RegExpExecArray, text: string): Marker {
  const length = match[0].length;
  let skip = length;
  while (skip < text.length && AFTER_MARKER.includes(text.charAt(skip))) skip += 1;
  const { style, kind, rank } = rule;
  return { style, kind, rank, ordinal: readOrdinal(style, match), length, skip };
}

function readOrdinal(style: MarkerStyle, match: RegExpExecArray): number | undefined {
  const digits = match[2];
  if (style === 'circled') return match[0].charCodeAt(0) - 0x245f;
  if (style === 'latin')
    return (
      (match[0]
        .replace(/[^a-zA-Z]/g, '')
        .toLowerCase()
        .charCodeAt(0) || 97) - 96
    );
  if (style.startsWith('decimal')) return Number((match[1] ?? '').split('.').at(-1));
  return digits === undefined ? undefined : readNumber(digits);
}

const DIGITS = '〇一二三四五六七八九十';

/** Most ordinals are one character, or Arabic; the reader of numerals is for the rest. */
function readNumber(written: string): number | undefined {
  const value = written.length === 1 ? DIGITS.indexOf(written) : -1;
  if (value !== -1) return value;
  return /^\d+$/.test(written) ? Number(written) : parseChineseNumeral(written.replace(/ /g, ''));
}

/** 第三章规定的、第五条和、第二款所称: a law's part named in a sentence. */
const REFERENCE =
  /^(?:第[一二三四五六七八九十百零〇\d]+[款项目]|之规定|规定|所列|所称|所指|明确|要求|关于|中的|的|和|或|与|及|至|以及|、|,|。|;|\))/;

/**
 * Whether what begins with a chapter or article marker is a cross-reference (第五条规定的…) and so no heading.
 *
 * @example
 * isCrossReference('第五条规定的情形', 3) // => true
 */
export function isCrossReference(text: string, markerLength: number): boolean {
  return REFERENCE.test(text.slice(markerLength));
}
