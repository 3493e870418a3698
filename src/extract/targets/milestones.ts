/**
 * Reads targets without a quantity: 全覆盖, 倍增, and what is to be there by a date.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { Clause } from './clauses';
import { type IndicatorMatch, readIndicator } from './indicators';
import { createQuantity } from './quantities';
import type { Statement } from './statement-model';

const DOUBLED = /(?:(?:实现|力争|再)?(?:规模)?(?:倍增|翻番))(?:目标)?$/;

const COMMON = {
  upper: undefined,
  perYear: false,
  base: undefined,
} as const;

/** What a clause without a quantity says: that something is covered, or doubled; undefined where it says neither. */
export function readWholeStatement(
  text: string,
  { end }: Clause,
  from: number,
): Statement | undefined {
  const words = text.slice(from, end);
  const coverage = words.endsWith('全覆盖') ? readCoverage(text, from, end) : undefined;
  if (coverage !== undefined) {
    return {
      ...COMMON,
      kind: 'coverage',
      indicator: coverage,
      comparator: 'equal',
      quantity: createQuantity(100, '%'),
      direction: undefined,
      start: coverage.start,
      end,
    };
  }
  const doubled = DOUBLED.exec(words);
  const indicator = doubled === null ? undefined : readIndicator(text, from, from + doubled.index);
  if (indicator === undefined) return undefined;
  return {
    ...COMMON,
    kind: 'multiple',
    indicator,
    comparator: 'equal',
    quantity: createQuantity(2, '倍'),
    direction: 'up',
    start: indicator.start,
    end,
  };
}

function readCoverage(text: string, from: number, end: number): IndicatorMatch | undefined {
  const words = text.slice(from, end);
  const stop = words.search(/(?:实现|达到)?(?:全省|全市|县域|乡镇|城乡)?全覆盖$/);
  const front = /^(?:力争|确保|推动|基本|率先|全面)*(?:实现|做到)/.exec(words)?.[0].length ?? 0;
  if (stop === -1) return undefined;
  const inner = words.slice(front, stop).lastIndexOf('实现');
  const endOfName = inner > 1 ? from + front + inner : from + stop;
  return readIndicator(text, from + front, endOfName);
}

const FRONT =
  /^(?:力争|争取|确保|努力|全面|基本|率先|初步|全部|总体|如期|整体)*(?:建成|完成|形成|建立健全|建立起|建立|实现|打造|构建|搭建|出台|编制|启动|培育形成|成为|迈入|进入|达到)/;
const BEHIND =
  /(?:全面|基本|率先|初步|全部|总体|整体|更加|更为|日益|日趋|趋于|不断|逐步){0,4}(?:建成|完成|形成|建立健全|建立|实现|成型|定型|完善|健全|投入运行|投入使用|上线运行|上线|进入[^,;。]{2,12}|达到[^,;。]{2,14}|位居[^,;。]{2,12}|走在[^,;。]{2,12}|迈上[^,;。]{2,10})$/;

/** What a clause with a deadline and no quantity says is to be there; undefined where it says nothing of the kind. */
export function readMilestone(text: string, { end }: Clause, from: number): Statement | undefined {
  const words = text.slice(from, end);
  if (words.length > 80) return undefined;
  const front = FRONT.exec(words);
  const behind = front === null ? BEHIND.exec(words) : null;
  if (front === null && behind === null) return undefined;
  const indicator =
    front === null
      ? readIndicator(text, from, from + (behind?.index ?? 0))
      : readIndicator(text, from + front[0].length, end);
  if (indicator === undefined || /^(?:目标|任务|要求|上述|以上)/.test(indicator.name))
    return undefined;
  return {
    ...COMMON,
    kind: 'milestone',
    indicator,
    comparator: 'equal',
    quantity: undefined,
    direction: undefined,
    start: from,
    end,
  };
}
