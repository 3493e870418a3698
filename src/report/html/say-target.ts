/**
 * A target in words for the report.
 *
 * @module
 */
import type { TargetRecord } from '../alignment-record';
import { html, type Markup } from './markup';
import { say } from './wording';

/** Values in cells, behind one another: 17.1 26.2. */
const CELLS = / [<>≥≤]?\d[\d.]*%?$/;
const SIGNS: Readonly<Record<string, string>> = {
  'at-least': '≥',
  above: '>',
  'at-most': '≤',
  below: '<',
  about: '≈',
};
const SCALES: readonly (readonly [number, string])[] = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
];

/** The words of a target as they stand; of a row of a table its name and its value, and of a name that the text gives in parts (市县级不低于70%) the whole name in front. */
export function sayTarget(target: TargetRecord): Markup {
  const { indicator, text, kind } = target;
  const words = text.replace(/\s+/g, ' ');
  if (CELLS.test(words)) {
    const growth = kind === 'growth' ? say('年均增长 ', 'growth a year ') : '';
    return html`${indicator} ${growth}${formatAmount(target)}`;
  }
  return isSaid(indicator, words) ? html`${words}` : html`<strong>${indicator}</strong> · ${words}`;
}

function isSaid(indicator: string, words: string): boolean {
  const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return letters(words).includes(letters(indicator));
}

/** 26200000000000 元 as 26.2万亿元. */
function formatAmount({ comparator, value, unit }: TargetRecord): string {
  if (value === null) return '';
  const [scale, word] = SCALES.find(([least]) => value >= least) ?? [1, ''];
  const amount = Number((value / scale).toPrecision(6));
  return `${SIGNS[comparator] ?? ''}${String(amount)}${word}${unit ?? ''}`;
}
