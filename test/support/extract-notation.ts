// Writes what the extractors find in the notation of the labelled cases (test/fixtures/extract/README.md).
import type { Citation, Quantity, ResponsibleBody, Target, WordingMark } from '../../src/extract';

/** `lead 省大数据局`, with a `*` behind a collective. */
export function formatBody({ role, name, collective }: ResponsibleBody): string {
  return `${role} ${name}${collective ? '*' : ''}`;
}

/** `basis 《title》 number`. */
export function formatCitation({ relation, title, documentNumber }: Citation): string {
  return [relation, title === undefined ? undefined : `《${title}》`, documentNumber]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** `必须 obligation`. */
export function formatMark({ term, grade }: WordingMark): string {
  return `${term} ${grade}`;
}

const SIGNS = {
  equal: '=',
  'at-least': '>=',
  'at-most': '<=',
  above: '>',
  below: '<',
  about: '~',
  between: '',
} as const;

/** `level 数字经济核心产业增加值占GDP比重 >=10% @2025`. */
export function formatTarget(target: Target): string {
  const { kind, direction, indicator, comparator, quantity, upper, perYear, base, deadline } =
    target;
  const isMove = kind === 'change' || kind === 'multiple';
  const amount =
    quantity === undefined
      ? undefined
      : `${SIGNS[comparator]}${quantity.number}${upper === undefined ? quantity.unit : `${quantity.unit === upper.unit && quantity.unit !== '%' ? '' : quantity.unit}..${upper.number}${upper.unit}`}${perYear ? '/年' : ''}`;
  return [
    kind,
    isMove ? direction : undefined,
    indicator,
    amount,
    base === undefined ? undefined : formatBase(base.quantity, base.year),
    deadline === undefined ? undefined : formatDeadline(deadline.year, deadline.month),
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

function formatBase(quantity: Quantity | undefined, year: number | undefined): string {
  const amount = quantity === undefined ? '' : ` ${quantity.number}${quantity.unit}`;
  return `base${amount}${year === undefined ? '' : ` ${year}`}`;
}

function formatDeadline(year: number, month: number | undefined): string {
  return `@${year}${month === undefined ? '' : `-${String(month).padStart(2, '0')}`}`;
}
