/**
 * CJK Radicals Supplement (U+2E80 to U+2EF3) and the character that each radical looks like.
 *
 * PDF files with subset fonts give ⻓ for 长 and ⺠ for 民. NFKC leaves this block alone; the pairs are
 * Unicode's EquivalentUnifiedIdeograph property.
 *
 * @module
 */

/** The block's first code point and its characters' equivalents; a space where there is none. */
export const RADICAL_BLOCK: readonly [first: number, targets: string] = [
  0x2e80,
  ' 厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵 旡日月歺母民氵氺灬爫爫丬牛' +
    '犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶' +
    '邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];
