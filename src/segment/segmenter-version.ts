/**
 * Names what a segmentation depends on.
 *
 * @module
 */
import { digestTexts } from '../text';

/** Raised whenever the rule that keeps terms whole changes its results. */
const TERM_RULE = 1;

/**
 * The binding's version, with the rule, the number and a digest of the terms where there are any:
 * `2.0.2` or `2.0.2+terms1.812.5d3f09c2`. The order of the terms does not count.
 */
export function describeVersion(bindingVersion: string, terms: readonly string[]): string {
  if (terms.length === 0) return bindingVersion;
  const digest = digestTexts([[...terms].sort().join('\n')]);
  return `${bindingVersion}+terms${TERM_RULE}.${terms.length}.${digest}`;
}
