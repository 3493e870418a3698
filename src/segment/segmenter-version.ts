/**
 * Names what a segmentation depends on.
 *
 * @module
 */

/** Raised whenever the rule that keeps terms whole changes its results. */
const TERM_RULE = 1;

/**
 * The binding's version, with the rule, the number and a digest of the terms where there are any:
 * `2.0.2` or `2.0.2+terms1.812.5d3f09c2`. The order of the terms does not count.
 */
export function describeVersion(bindingVersion: string, terms: readonly string[]): string {
  if (terms.length === 0) return bindingVersion;
  const digest = digestOf([...terms].sort().join('\n'))
    .toString(16)
    .padStart(8, '0');
  return `${bindingVersion}+terms${TERM_RULE}.${terms.length}.${digest}`;
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function digestOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
