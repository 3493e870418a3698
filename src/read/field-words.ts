/**
 * findBaseWords: what the code of a field shows in place of a result.
 *
 * @module
 */
import type { Span } from '../text';

/** Longest code that is looked at, in code units; what it shows is a few characters. */
export const MAX_FIELD_CODE = 2_000;

/**
 * Where the code of an equation field has what is written over one another last: the characters below a reading, `EQ \o\ad(\s\up 9(dá),龘)`, or in a circle, `eq \o\ac(○,甲)`.
 * Undefined for other fields, which show their result. Linear.
 */
export function findBaseWords(code: string): Span | undefined {
  if (!/^\s*eq\s/i.test(code)) return undefined;
  const from = code.search(/\\o/i);
  if (from === -1) return undefined;
  let depth = 0;
  let start = -1;
  for (let at = from; at < code.length; at += 1) {
    const unit = code[at];
    if (unit === '\\') at += 1;
    else if (unit === '(') depth += 1;
    else if ((unit === ',' || unit === ';') && depth === 1) start = at + 1;
    else if (unit === ')') {
      depth -= 1;
      if (depth === 0) return start === -1 ? undefined : { start, end: at };
    }
  }
  return undefined;
}
