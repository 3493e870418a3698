/**
 * Figures in running text, whether they are promised or reported: 41个, 83%, 1.7万余项.
 *
 * @module
 */
import type { Span } from '../../text';
import type { Quantity } from './model';
import { findQuantities } from './quantities';

/** A figure where it stands, in offsets of the text it was found in. */
export interface Figure extends Span {
  readonly quantity: Quantity;
}

/** What measures time, or tells a rank or an age: it says how long or how high, not how much was done. */
const NO_AMOUNT =
  /^(?:$|年|个?月|天|周|日|个?小时|个?工作日|分钟|毫?秒|级|期|届|层|岁|节|字|次|轮)/;

/** The figures of a folded text that are written in digits and have a unit, by position. Linear. */
export function findFigures(text: string): readonly Figure[] {
  return findQuantities(text)
    .filter(({ spelled, quantity }) => !spelled && !NO_AMOUNT.test(quantity.baseUnit))
    .map(({ start, end, quantity }) => ({ start, end, quantity }));
}
