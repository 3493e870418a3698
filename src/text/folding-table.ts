/**
 * What becomes of each character when a text is folded for matching.
 *
 * @module
 */
import { COMPATIBILITY_BLOCKS } from './compatibility-characters';
import { RADICAL_BLOCK } from './radical-characters';
import { TRADITIONAL_ONLY_CHARACTERS } from './traditional-characters';

/** How to fold characters: a table for most, the rest by `special`. */
export interface FoldingTable {
  /** One entry a UTF-16 unit: the unit that replaces it, or 0 where {@link foldSpecial} must look. */
  readonly units: Uint16Array;
  /** Compatibility characters that become a traditional character or change in length. */
  readonly compatible: ReadonlyMap<number, string>;
  /** Characters that make a text a candidate for simplification. */
  readonly traditional: ReadonlySet<number>;
}

/** Ranges of characters that show nothing and part nothing; first and last code point of each. */
const INVISIBLE_RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x08], // C0 controls
  [0x0e, 0x1f],
  [0x7f, 0x84], // DEL and C1 controls
  [0x86, 0x9f],
  [0xad, 0xad], // soft hyphen
  [0x034f, 0x034f], // combining grapheme joiner
  [0x061c, 0x061c], // bidi mark
  [0x115f, 0x1160], // Hangul fillers
  [0x17b4, 0x17b5], // Khmer inherent vowels
  [0x180b, 0x180f], // Mongolian variation selectors
  [0x200b, 0x200f], // zero-width space and joiners, bidi marks
  [0x202a, 0x202e], // bidi embeddings
  [0x2060, 0x206f], // word joiner, invisible operators, bidi isolates
  [0x3164, 0x3164], // Hangul filler
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff], // byte order mark
  [0xffa0, 0xffa0], // half-width Hangul filler
  [0xfff0, 0xfffb], // reserved, interlinear annotation
];

/** Ranges of spaces other than the ASCII one. */
const SPACE_RANGES: readonly (readonly [number, number])[] = [
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];

/** Line breaks other than \n; Unicode's rules break a line after each of them. */
const LINE_BREAKS = '\u000b\u000c\u0085\u2028\u2029';

/** Look-alikes that no block covers: on even places what is folded, behind it what it becomes. */
const LOOKALIKES =
  '\u2010-\u2011-\u2212-\u301c~\u2027·\u30fb·\uff65·\uff61。\uff62「\uff63」\uff64、￠¢￡£￢¬￣¯￤¦￥¥￦₩';

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_DISTANCE = 0xfee0;

let caseKept: FoldingTable | undefined;
let caseFolded: FoldingTable | undefined;

/** The folding table, built at the first call (about a millisecond) and kept. */
export function getFoldingTable(foldCase: boolean): FoldingTable {
  caseKept ??= buildTable();
  if (!foldCase) return caseKept;
  caseFolded ??= { ...caseKept, units: foldLatinCase(caseKept.units) };
  return caseFolded;
}

/** Whether a code point above U+FFFF shows nothing: shorthand and musical controls, tags, variation selectors. */
export function isInvisibleAstral(codePoint: number): boolean {
  if (codePoint >= 0xe0000) return codePoint <= 0xe0fff;
  return (
    (codePoint >= 0x1bca0 && codePoint <= 0x1bca3) || (codePoint >= 0x1d173 && codePoint <= 0x1d17a)
  );
}

function buildTable(): FoldingTable {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  for (const [first, last] of INVISIBLE_RANGES) units.fill(0, first, last + 1);
  for (const [first, last] of SPACE_RANGES) units.fill(0x20, first, last + 1);
  units.fill(0, 0xd800, 0xe000);
  units[0x0d] = 0;
  for (const character of LINE_BREAKS) units[character.charCodeAt(0)] = 0x0a;
  for (let unit = FULL_WIDTH_FIRST; unit <= FULL_WIDTH_LAST; unit++) {
    units[unit] = unit - FULL_WIDTH_DISTANCE;
  }
  for (let at = 0; at < LOOKALIKES.length; at += 2) {
    units[LOOKALIKES.charCodeAt(at)] = LOOKALIKES.charCodeAt(at + 1);
  }
  const traditional = new Set<number>();
  for (const character of TRADITIONAL_ONLY_CHARACTERS) {
    traditional.add(character.codePointAt(0) ?? 0);
    if (character.length === 1) units[character.charCodeAt(0)] = 0;
  }
  return { units, compatible: addCompatibility(units, traditional), traditional };
}

function addCompatibility(
  units: Uint16Array,
  traditional: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const compatible = new Map<number, string>();
  for (const [first, targets] of [RADICAL_BLOCK, ...COMPATIBILITY_BLOCKS]) {
    let from = first - 1;
    for (const target of targets) {
      from++;
      if (target === ' ') continue;
      const code = target.codePointAt(0) ?? 0;
      if (from <= 0xffff && code <= 0xffff && !traditional.has(code)) units[from] = code;
      else {
        compatible.set(from, target);
        if (from <= 0xffff) units[from] = 0;
      }
    }
  }
  return compatible;
}

function foldLatinCase(units: Uint16Array): Uint16Array {
  return units.map((unit) => (unit >= 65 && unit <= 90 ? unit + 32 : unit));
}
