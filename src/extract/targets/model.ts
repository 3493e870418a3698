/**
 * The Target model: what a document promises to reach, how much of it, and by when.
 *
 * @module
 */
import type { PassageId } from '../../document';
import type { Span } from '../../text';

/**
 * What a target says of its indicator.
 *
 * - `level`: it is to reach a value, 达到80%, 建成100个
 * - `growth`: it is to grow at a rate, 年均增长10%
 * - `change`: it is to rise or fall by an amount, 提高5个百分点, 下降18%
 * - `multiple`: it is to become several times what it is, 翻一番
 * - `coverage`: it is to cover everything, 全覆盖
 * - `milestone`: it is to be there by a date, without a number, 到2025年基本建成
 */
export type TargetKind = 'level' | 'growth' | 'change' | 'multiple' | 'coverage' | 'milestone';

/** How the value that is reached compares with the value that is named. */
export type Comparator = 'equal' | 'at-least' | 'at-most' | 'above' | 'below' | 'about' | 'between';

/** An amount with its unit. */
export interface Quantity {
  /** The number as written: 1.5 of 1.5万亿元. */
  readonly number: number;
  /** The unit as written, folded: 万亿元. */
  readonly unit: string;
  /** The amount in `baseUnit`: 1.5e12. */
  readonly value: number;
  /** The unit without 万 and 亿, and the common one of those that mean the same: 元, 个, %, 个百分点; empty for a bare number. */
  readonly baseUnit: string;
}

/** When a target is to be reached. */
export interface Deadline {
  /** In full: 2025 of 到“十四五”末. */
  readonly year: number;
  /** 1 to 12; undefined where only the year is said. */
  readonly month: number | undefined;
  /** The words that say it: 到“十四五”末. */
  readonly written: string;
  /** Where they stand; of a table the row, of the document its title, empty at 0 where that has no place. */
  readonly span: Span;
  /** Where it is said: in the sentence itself, earlier in the passage, in a heading above, or by the period of the document. */
  readonly from: 'sentence' | 'passage' | 'heading' | 'document';
}

/** What a target is compared with. */
export interface TargetBase {
  /** 2020 of 比2020年; undefined where none is named (比上年). */
  readonly year: number | undefined;
  /** The words, or the cell of a table, folded. */
  readonly written: string;
  /** 300亿元 of 由300亿元增加到600亿元; undefined where only a time is named. */
  readonly quantity: Quantity | undefined;
}

/** A quantified target, or a milestone. Frozen; spans point into the document's source. */
export interface Target {
  /** The passage that says it. */
  readonly passageId: PassageId;
  /** How `quantity` is to be read: a level, a rate of growth, a change … */
  readonly kind: TargetKind;
  /** What is to be reached, in folded words: 数字经济核心产业增加值占GDP比重; of 建成100个5G工厂: 5G工厂. */
  readonly indicator: string;
  /** The indicator for comparing: places, quotes, spaces and brackets taken off, synonyms made one. */
  readonly indicatorKey: string;
  /** Where the indicator is named. */
  readonly indicatorSpan: Span;
  /** `equal` where no word such as 以上, 不低于, 左右 bounds it. */
  readonly comparator: Comparator;
  /** Undefined for a milestone. */
  readonly quantity: Quantity | undefined;
  /** The upper end of a range: `between` only. */
  readonly upper: Quantity | undefined;
  /** Whether the quantity is one a year: 年均, 每年. */
  readonly perYear: boolean;
  /** Undefined where the words compare with nothing. */
  readonly base: TargetBase | undefined;
  /** Undefined where neither text, headings nor document say one. */
  readonly deadline: Deadline | undefined;
  /** Which way the indicator is to go; undefined where the words do not say. */
  readonly direction: 'up' | 'down' | 'hold' | undefined;
  /** 约束性 true, 预期性 false; undefined where the document does not say. */
  readonly binding: boolean | undefined;
  /** The words of the target, from its indicator to its number. */
  readonly span: Span;
}
