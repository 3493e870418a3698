import { describe, expect, it } from 'vitest';
import { isHan } from '../../../src/text';

describe('isHan', () => {
  it.each(Array.from('一鿿㐀䶿豈⼀⺠々〇𠀀𪛖𰀀'))('takes %s', (character) => {
    expect(isHan(character.codePointAt(0) ?? 0)).toBe(true);
  });

  it.each(Array.from('a1，。、《 かア가ㄅ①㈠ￜ'))('refuses %s', (character) => {
    expect(isHan(character.codePointAt(0) ?? 0)).toBe(false);
  });

  it.each([-1, 0xd800, 0x40000, 0x110000, Number.NaN])('refuses %d', (codePoint) => {
    expect(isHan(codePoint)).toBe(false);
  });

  it('takes every ideograph that Unicode calls unified', () => {
    const missed: string[] = [];
    for (let code = 0; code < 0x40000; code++) {
      const character = String.fromCodePoint(code);
      if (/\p{Unified_Ideograph}/u.test(character) && !isHan(code)) missed.push(character);
    }
    expect(missed).toEqual([]);
  });
});
