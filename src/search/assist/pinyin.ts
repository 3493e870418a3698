/**
 * How Chinese characters are read, and texts by how they are typed in pinyin.
 *
 * @module
 */
import { isHan } from '../../text';

/** Readings of Chinese characters. Immutable. */
export interface Pinyin {
  /** The readings of a character without tones, in lower case, ü as v, the commonest first; none of what is no Chinese character. */
  readings(character: string): readonly string[];
}

let loaded: Promise<Pinyin> | undefined;

/**
 * The readings that pinyin-pro knows. Loads that library (0.3 MB of tables) at the first call, and only then.
 *
 * @example
 * (await loadPinyin()).readings('数') // => ['shu', 'shuo']
 */
export function loadPinyin(): Promise<Pinyin> {
  loaded ??= import('pinyin-pro').then(({ pinyin }) =>
    createPinyin((character) =>
      pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }),
    ),
  );
  return loaded;
}

/** Readings looked up at most once a character. */
function createPinyin(read: (character: string) => readonly string[]): Pinyin {
  const known = new Map<string, readonly string[]>();
  return Object.freeze({
    readings: (character: string) => {
      const found = known.get(character);
      if (found !== undefined) return found;
      const all = isHan(character.codePointAt(0) ?? 0) ? read(character) : [];
      // A character that the library does not know comes back as it is.
      const readings = Object.freeze([...new Set(all)].filter((one) => /^[a-z]+$/.test(one)));
      known.set(character, readings);
      return readings;
    },
  });
}

/** Whether two characters can be read alike. */
export function soundsLike(a: string, b: string, pinyin: Pinyin): boolean {
  const readings = pinyin.readings(b);
  return a === b || pinyin.readings(a).some((reading) => readings.includes(reading));
}

/**
 * Whether a text begins with what was typed: each character by a whole reading or its initials, the last one by any beginning of a reading.
 * O(length of both).
 *
 * @example
 * startsWithPinyin('数据要素', 'shujuys', await loadPinyin()) // => true
 */
export function startsWithPinyin(text: string, typed: string, pinyin: Pinyin): boolean {
  // Where in what was typed the characters so far can end.
  let places = new Set([0]);
  for (const character of text) {
    const next = new Set<number>();
    for (const place of places) {
      for (const part of listTypings(character, pinyin)) {
        if (part.startsWith(typed.slice(place))) return true;
        if (typed.startsWith(part, place)) next.add(place + part.length);
      }
    }
    if (next.size === 0) return false;
    places = next;
  }
  return false;
}

/**
 * Whether a text is what was typed, each character by a whole reading. O(length of both).
 *
 * @example
 * readsAs('数据', 'shuju', await loadPinyin()) // => true
 */
export function readsAs(text: string, typed: string, pinyin: Pinyin): boolean {
  let places = new Set([0]);
  for (const character of text) {
    const next = new Set<number>();
    for (const place of places) {
      for (const reading of pinyin.readings(character))
        if (typed.startsWith(reading, place)) next.add(place + reading.length);
    }
    if (next.size === 0) return false;
    places = next;
  }
  return places.has(typed.length);
}

/** What a character is typed as: a reading, its initial (zh), the first letter of that (z); a Latin letter or digit as itself. */
function listTypings(character: string, pinyin: Pinyin): readonly string[] {
  const readings = pinyin.readings(character);
  if (readings.length === 0) return [character];
  return readings.flatMap((reading) => [
    reading,
    /^[zcs]h/.test(reading) ? reading.slice(0, 2) : reading.charAt(0),
    reading.charAt(0),
  ]);
}
