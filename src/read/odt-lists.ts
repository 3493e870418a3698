/**
 * readOdtLists: the list styles of an OpenDocument text, and its numbering of headings.
 *
 * @module
 */
import { formatListNumber } from './number-formats';
import type { ReaderContext } from './reader-context';
import { parseXml, type XmlAttributes } from './xml-events';

/** A level of a list style. */
export interface OdtLevel {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels, this one included, the number shows. */
  readonly shown: number;
}

/** Under this name stands the numbering of headings. */
export const OUTLINE = 'text:outline-style';

const FORMATS: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/^一, 二|^一, 十一/, 'chineseCountingThousand'],
  [/^壹/, 'chineseLegalSimplified'],
  [/^甲/, 'ideographTraditional'],
  [/^子/, 'ideographZodiac'],
  [/^①/, 'decimalEnclosedCircle'],
  [/^１/, 'decimalFullWidth'],
  [/^1/, 'decimal'],
  [/^i/, 'lowerRoman'],
  [/^I/, 'upperRoman'],
  [/^a/, 'lowerLetter'],
  [/^A/, 'upperLetter'],
];

/** The levels of each list style of a part, by its name. */
export function readOdtLists(
  bytes: Uint8Array,
  context: ReaderContext,
): ReadonlyMap<string, readonly (OdtLevel | undefined)[]> {
  const lists = new Map<string, (OdtLevel | undefined)[]>();
  let levels: (OdtLevel | undefined)[] | undefined;
  const open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'list-style' || name === 'outline-style') {
      levels = [];
      lists.set(name === 'outline-style' ? OUTLINE : (attributes['name'] ?? ''), levels);
    } else if (name === 'list-level-style-number' || name === 'outline-level-style') {
      const level = Number(attributes['level']);
      if (level >= 1 && level <= 10) levels?.splice(level - 1, 1, readLevel(attributes));
    } else if (name === 'list-level-style-bullet' || name === 'list-level-style-image') {
      levels?.push(undefined);
    }
  };
  const close = (name: string): void => {
    if (name === 'list-style' || name === 'outline-style') levels = undefined;
  };
  parseXml(bytes, { open, close }, context);
  return lists;
}

function readLevel(attributes: XmlAttributes): OdtLevel {
  const given = attributes['num-format'] ?? '';
  return {
    format:
      given === '' ? 'none' : (FORMATS.find(([pattern]) => pattern.test(given))?.[1] ?? 'decimal'),
    prefix: attributes['num-prefix'] ?? '',
    suffix: attributes['num-suffix'] ?? '',
    start: Number(attributes['start-value'] ?? 1),
    shown: Number(attributes['display-levels'] ?? 1),
  };
}

/** The number of a paragraph whose levels have come to some counts, with what stands around it; empty for a level without number. */
export function renderOdtNumber(
  levels: readonly (OdtLevel | undefined)[],
  counts: readonly (number | undefined)[],
  depth: number,
): string {
  const level = levels[depth];
  if (level === undefined || level.format === 'none') return '';
  const numbers: string[] = [];
  for (let index = Math.max(0, depth + 1 - level.shown); index <= depth; index += 1) {
    const { format = 'none', start = 1 } = levels[index] ?? {};
    if (format !== 'none') numbers.push(formatListNumber(counts[index] ?? start, format));
  }
  const number = level.prefix + numbers.join('.') + level.suffix;
  return /[、）．。：]$/.test(number) ? number : `${number} `;
}
