/**
 * What a clause says of a quantity, before it is placed in time.
 *
 * @module
 */
import type { IndicatorMatch } from './indicators';
import type { Comparator, Quantity, Target, TargetKind } from './model';

/** What a clause says, before it is placed in time. Offsets are those of the passage's reading. */
export interface Statement {
  readonly kind: TargetKind;
  readonly indicator: IndicatorMatch;
  readonly comparator: Comparator;
  readonly quantity: Quantity | undefined;
  readonly upper: Quantity | undefined;
  readonly perYear: boolean;
  readonly base: StatementBase | undefined;
  readonly direction: Target['direction'];
  readonly start: number;
  readonly end: number;
}

/** What a clause compares with. */
export interface StatementBase {
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  readonly quantity: Quantity | undefined;
}
