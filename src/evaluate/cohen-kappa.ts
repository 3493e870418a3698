/**
 * computeKappa: agreement of two coders beyond chance.
 *
 * @module
 */

/** How often two coders said yes and no. */
export interface Agreement {
  /** Items to which both said yes. */
  readonly both: number;
  /** Items to which the first alone did. */
  readonly onlyFirst: number;
  /** Items to which the second alone did. */
  readonly onlySecond: number;
  /** Items to which both said no. */
  readonly neither: number;
}

/**
 * Cohen's kappa of two coders who say yes or no: (observed − expected agreement) / (1 − expected agreement), in [−1, 1]; 1 is full agreement, 0 that of chance. Cohen (1960): A
 * coefficient of agreement for nominal scales. undefined where chance alone explains everything: without items, or where both say the same of all.
 *
 * @example
 * computeKappa({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 }) // => 0.4
 */
export function computeKappa(agreement: Agreement): number | undefined {
  const { both, onlyFirst, onlySecond, neither } = agreement;
  const total = both + onlyFirst + onlySecond + neither;
  // (a + d) / n and ((a + b)(a + c) + (c + d)(b + d)) / n², both times n², so that whole numbers stay whole.
  const observed = (both + neither) * total;
  const expected =
    (both + onlyFirst) * (both + onlySecond) + (onlySecond + neither) * (onlyFirst + neither);
  return expected === total * total
    ? undefined
    : (observed - expected) / (total * total - expected);
}
