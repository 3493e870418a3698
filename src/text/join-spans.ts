/**
 * Joins pieces of a source into one text: the lines of a hard-wrapped paragraph.
 *
 * @module
 */
import { ZhengceError } from '../errors';
import type { MappedText } from './mapped-text';
import { PieceListBuilder } from './pieces';
import type { Span } from './span';

/**
 * The pieces of `source` that `spans` name, one after the other, with the way back.
 *
 * Chinese joins without a space. Where a gap parts two Latin letters or digits, one space is put
 * between and maps to that gap. Empty spans are skipped. Takes time linear in the text that results.
 *
 * @throws ZhengceError `invalid-argument` where the spans are not ordered, disjoint and inside `source`
 * @example
 * joinSpans('数据\n要素', [{ start: 0, end: 2 }, { start: 3, end: 5 }]).text // => '数据要素'
 */
export function joinSpans(source: string, spans: readonly Span[]): MappedText {
  const pieces = new PieceListBuilder();
  const parts: string[] = [];
  let previousEnd = 0;
  let lastUnit = Number.NaN;
  for (const { start, end } of spans) {
    assertPiece(source, previousEnd, start, end);
    if (start < end) {
      if (start > previousEnd && isLatinUnit(lastUnit) && isLatinUnit(source.charCodeAt(start))) {
        parts.push(' ');
        pieces.add(1, previousEnd, start);
      }
      parts.push(source.slice(start, end));
      pieces.add(end - start, start, end);
      lastUnit = source.charCodeAt(end - 1);
      previousEnd = end;
    }
  }
  return pieces.build(parts.join(''), spans[0]?.start ?? 0);
}

/** Latin letters and digits, full-width ones included; × and ÷ among the accented letters are none. */
function isLatinUnit(unit: number): boolean {
  if (unit >= 0xff10) return isAsciiAlphanumeric(unit - 0xfee0);
  if (unit < 0x80) return isAsciiAlphanumeric(unit);
  return unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7;
}

function isAsciiAlphanumeric(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

function assertPiece(source: string, previousEnd: number, start: number, end: number): void {
  if (Number.isInteger(start) && Number.isInteger(end)) {
    if (start >= previousEnd && start <= end && end <= source.length) return;
  }
  throw new ZhengceError(
    'invalid-argument',
    `joinSpans: expected ordered, disjoint spans in 0..${String(source.length)}, received "${String(start)}..${String(end)}" (spans)`,
  );
}
