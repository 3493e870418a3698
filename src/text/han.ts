/**
 * Which characters are Chinese characters.
 *
 * @module
 */

/**
 * Whether a code point is a Chinese character: unified ideographs with all extensions, compatibility
 * ideographs, radicals, 々 and 〇. Punctuation, kana and bopomofo are none. Planes 2 and 3, which
 * Unicode sets aside for ideographs, count as a whole, so that no version of Unicode matters.
 *
 * Takes constant time. A lone surrogate or a number outside Unicode is no Chinese character.
 *
 * @example
 * isHan('政'.codePointAt(0) ?? 0) // => true
 */
export function isHan(codePoint: number): boolean {
  if (codePoint < 0x2e80) return false;
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return true;
  if (codePoint >= 0x20000) return codePoint <= 0x3fffd;
  return (
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    codePoint === 0x3005 ||
    codePoint === 0x3007 ||
    codePoint <= 0x2fd5
  );
}
