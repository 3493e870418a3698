/**
 * createRivalFinder: what the best other concept of a scheme has.
 *
 * @module
 */

/** Writes, by concept, the highest value among the other concepts of its scheme, at least `least`. `row` is where the values begin. */
export type FindRivals = (
  values: Float64Array,
  row: number,
  least: number,
  rivals: Float64Array,
) => void;

/** Of the schemes of concepts, by index. Linear in the concepts. */
export function createRivalFinder(schemes: readonly string[]): FindRivals {
  const names = [...new Set(schemes)];
  const schemeOf = Uint16Array.from(schemes, (scheme) => names.indexOf(scheme));
  const best = new Float64Array(names.length);
  const second = new Float64Array(names.length);
  return (values, row, least, rivals) => {
    best.fill(least);
    second.fill(least);
    for (let c = 0; c < schemeOf.length; c += 1) {
      const scheme = schemeOf[c] ?? 0;
      const value = values[row + c] ?? least;
      const highest = best[scheme] ?? least;
      if (value > highest) {
        second[scheme] = highest;
        best[scheme] = value;
      } else if (value > (second[scheme] ?? least)) second[scheme] = value;
    }
    for (let c = 0; c < schemeOf.length; c += 1) {
      const scheme = schemeOf[c] ?? 0;
      const highest = best[scheme] ?? least;
      // Where two are highest, the second is as high.
      rivals[c] = values[row + c] === highest ? (second[scheme] ?? least) : highest;
    }
  };
}
